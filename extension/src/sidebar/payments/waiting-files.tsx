/** Files from the clearinghouse that could not be worked in: why, and a copy to look at. */
import type { InboundFile } from '@claimside/shared/api';
import { useMutation } from '@tanstack/preact-query';
import { Banner, Button, Failed, When } from '../../ui/parts/index.ts';
import { sentenceOf, useExchange, useFiles, useServer } from '../../ui/server/index.ts';
import { useNow } from '../use-now.ts';
import { saveFile } from './save-file.ts';

export function WaitingFiles() {
  const now = useNow();
  const listed = useFiles();
  const files = listed.data?.filter((file) => file.state === 'needs-person') ?? [];
  const waiting = useExchange().data?.filesNeedingPerson ?? files.length;
  if (listed.error && !listed.data)
    return <Failed error={listed.error} onRetry={() => void listed.refetch()} />;
  if (files.length === 0) return null;
  return (
    <section aria-label="Files that need a person">
      <Banner tone="warning">
        {waiting === 1 ? '1 file' : `${waiting.toLocaleString('en-US')} files`} could not be worked in whole.
        Nothing is lost; each says why.{files.length < waiting && ` The newest ${files.length} are shown.`}
      </Banner>
      <ul class="claim-rows">
        {files.map((file) => (
          <WaitingFile key={file.id} file={file} now={now} />
        ))}
      </ul>
    </section>
  );
}

function WaitingFile({ file, now }: { file: InboundFile; now: number }) {
  const server = useServer();
  const save = useMutation({
    mutationFn: async () => saveFile(await server.fileContent(file.id), file.name),
  });
  return (
    <li class="claim-row">
      <span class="claim-row-line">
        <span class="mono file-name">{file.name}</span>
        <span class="dim small">
          <When instant={file.receivedAt} now={now} />
        </span>
      </span>
      {file.reason && <span class="small">{file.reason}</span>}
      <span class="actions">
        <Button
          class="small"
          aria-label={`Save a copy of ${file.name}`}
          disabled={save.isPending}
          onClick={() => save.mutate()}
        >
          Save a copy
        </Button>
      </span>
      {save.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(save.error)}
        </p>
      )}
    </li>
  );
}
