/** Works the log's hashes out anew on the server, and says whether it is whole. */
import { useMutation } from '@tanstack/preact-query';
import { Button } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';

export function LogCheck() {
  const server = useServer();
  const check = useMutation({ mutationFn: () => server.checkAudit() });
  const { data } = check;
  return (
    <>
      <Button disabled={check.isPending} onClick={() => check.mutate()}>
        {check.isPending ? 'Checking' : 'Check the log'}
      </Button>
      <div role="status" class="log-check">
        {data?.brokenAt === null && (
          <p>
            The log is whole: {data.entries.toLocaleString('en-US')} entries. Its last hash, to note
            elsewhere: <span class="mono">{data.hash}</span>
          </p>
        )}
      </div>
      {data && data.brokenAt !== null && (
        <p class="finding tone-bad" role="alert">
          The log is not as it was written: see entry {data.brokenAt}, and whether one before it is missing.
          Compare with a backup.
        </p>
      )}
      {check.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(check.error)}
        </p>
      )}
    </>
  );
}
