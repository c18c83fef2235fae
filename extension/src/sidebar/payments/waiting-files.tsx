/** Files from the clearinghouse that could not be worked in: why, a copy to look at, and a way to be done with them. */
import type { InboundFile } from '@claimside/shared/api';
import { useMutation } from '@tanstack/preact-query';
import { useId, useRef, useState } from 'preact/hooks';
import { Banner, Button, Failed, When } from '../../ui/parts/index.ts';
import { useExchange, useFiles, useServer } from '../../ui/server/index.ts';
import { useNow } from '../../ui/use-now.ts';
import { focusSoon } from '../focus-soon.ts';
import { ReasonForm } from '../reason-form.tsx';
import { Decided } from './decided.tsx';
import { SaveCopy } from './save-copy.tsx';
import { useAfresh } from './use-afresh.ts';

/** The row of such a file. */
export const waitingFileId = (id: string): string => `file-${id}`;

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
  const afresh = useAfresh();
  const [isAsked, setAsked] = useState(false);
  const opener = useId();
  const setAside = useMutation({
    mutationFn: (reason: string) => server.setFileAside(file.id, reason),
    onSettled: async (_answer, error) => {
      await afresh();
      if (!error) onDone();
    },
  });
  return (
    <li id={waitingFileId(file.id)} class="claim-row">
      <span class="claim-row-line">
        <span class="mono">{file.name}</span>
        <span class="dim small">
          <When instant={file.receivedAt} now={now} />
        </span>
      </span>
      {file.reason && <span class="small">{file.reason}</span>}
      {file.decision && <Decided decision={file.decision} />}
      {isAsked ? (
        <ReasonForm
          verb="Set it aside"
          words="The file is kept under Set aside, and can be taken up again."
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
          <SaveCopy fileId={file.id} name={file.name} />
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
    </li>
  );
}
