/** Files from the clearinghouse that could not be worked in: why, a copy to look at, and a way to be done with them. */
import type { InboundFile } from '@claimside/shared/api';
import { useMutation, useQueryClient } from '@tanstack/preact-query';
import { useId, useRef, useState } from 'preact/hooks';
import { Banner, Button, Failed, When } from '../../ui/parts/index.ts';
import { saveFile } from '../../ui/save-file.ts';
import { sentenceOf, useExchange, useFiles, useServer } from '../../ui/server/index.ts';
import { focusSoon } from '../focus-soon.ts';
import { ReasonForm } from '../reason-form.tsx';
import { useNow } from '../use-now.ts';

/** Without those whose payments wait: each of these tells why itself. `nextId`: what has the focus once none is left. */
export function WaitingFiles({ nextId }: { nextId: string }) {
  const now = useNow();
  const listed = useFiles();
  const place = useRef<HTMLElement>(null);
  const files = listed.data?.filter((file) => file.state === 'needs-person' && !file.waitsWithPayments) ?? [];
  const onDone = () => (files.length > 1 ? place.current?.focus() : focusSoon(nextId));
  const waiting = useExchange().data?.filesNeedingPerson ?? files.length;
  if (listed.error && !listed.data)
    return <Failed error={listed.error} onRetry={() => void listed.refetch()} />;
  if (files.length === 0) return null;
  return (
    <section ref={place} aria-label="Files that need a person" tabIndex={-1}>
      <Banner tone="warning">
        {waiting === 1 ? '1 file' : `${waiting.toLocaleString('en-US')} files`} could not be worked in whole.
        Nothing is lost; each says why.{files.length < waiting && ` The newest ${files.length} are shown.`}
      </Banner>
      <ul class="claim-rows">
        {files.map((file) => (
          <WaitingFile key={file.id} file={file} now={now} onDone={onDone} />
        ))}
      </ul>
    </section>
  );
}

function WaitingFile({ file, now, onDone }: { file: InboundFile; now: number; onDone(): void }) {
  const server = useServer();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const opener = useId();
  const save = useMutation({
    mutationFn: async () => saveFile(await server.fileContent(file.id), file.name),
  });
  const setAside = useMutation({
    mutationFn: (reason: string) => server.setFileAside(file.id, reason),
    onSuccess: onDone,
    onSettled: () =>
      Promise.all(['files', 'exchange'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <span class="mono">{file.name}</span>
        <span class="dim small">
          <When instant={file.receivedAt} now={now} />
        </span>
      </span>
      {file.reason && <span class="small">{file.reason}</span>}
      {isAsked ? (
        <ReasonForm
          verb="Set it aside"
          words="The file is kept, and leaves what waits."
          label="Why does it need nobody any more?"
          staysWith="the file"
          usual={['No answer to any claim', 'Dealt with at the payer']}
          isPending={setAside.isPending}
          error={setAside.error}
          onSay={(reason) => setAside.mutate(reason)}
          onLeave={() => {
            setAsked(false);
            focusSoon(opener);
          }}
        />
      ) : (
        <span class="actions">
          <Button
            class="small"
            aria-label={`Save a copy of ${file.name}`}
            disabled={save.isPending}
            onClick={() => save.mutate()}
          >
            Save a copy
          </Button>
          <Button
            id={opener}
            kind="quiet"
            class="small"
            aria-label={`Set aside ${file.name}`}
            onClick={() => setAsked(true)}
          >
            Set aside
          </Button>
        </span>
      )}
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </li>
  );
}
