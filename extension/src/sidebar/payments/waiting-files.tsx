/** Files from the clearinghouse that could not be worked in: why, and a copy to look at. */
import type { InboundFile } from '@claimside/shared/api';
import { useMutation } from '@tanstack/preact-query';
import { Banner, Button, When } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { useNow } from '../use-now.ts';
import { saveFile } from './save-file.ts';

export function WaitingFiles({ files }: { files: readonly InboundFile[] }) {
  const now = useNow();
  return (
    <section aria-label="Files that need a person">
      <Banner tone="warning">
        {files.length === 1 ? '1 file' : `${files.length} files`} from the clearinghouse could not be worked
        in whole. Nothing is lost; each says why.
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
