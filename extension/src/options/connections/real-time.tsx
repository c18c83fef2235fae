/** The access by which coverage is checked and payers are asked about claims: set, changed, or forgotten. */
import type { Connection, Connections } from '@claimside/shared/api';
import { ok } from '@claimside/shared/values';
import { useMutation } from '@tanstack/preact-query';
import { Button } from '../../ui/parts/index.ts';
import { sentenceOf, useServer } from '../../ui/server/index.ts';
import { PartForm } from '../form/part-form.tsx';
import { realTimePart } from './real-time-part.ts';

export function RealTime(props: {
  connection: Connection;
  hasReceiverId: boolean;
  onSaved(all: Connections, words: string): void;
  onCancel(): void;
}) {
  const { onSaved, onCancel, hasReceiverId } = props;
  const { id, name, realTime } = props.connection;
  const server = useServer();
  const forget = useMutation({
    mutationFn: () => server.endRealTime(id),
    onSuccess: (all) => onSaved(all, `${name} asks nothing any more. What was asked is kept.`),
  });
  return (
    <>
      <PartForm
        title={`Real-time questions of ${name}`}
        part={realTimePart(realTime !== null, hasReceiverId)}
        item={realTime === null ? undefined : { account: realTime }}
        practice={null}
        keyField="senderId"
        lead={() => (
          <p class="intro whole-row">
            Checks of coverage, and questions about a claim’s status, go by it. Clearinghouses give this
            access apart from the one for files.
          </p>
        )}
        save={async (_, after) => ok(await server.setRealTime(id, after))}
        onSaved={(all) => onSaved(all, `${name} can be asked. Check a patient’s coverage to try it.`)}
        onCancel={onCancel}
      />
      {realTime !== null && (
        <Button disabled={forget.isPending} onClick={() => forget.mutate()}>
          Forget this access
        </Button>
      )}
      {forget.error && (
        <p class="finding tone-bad" role="alert">
          {sentenceOf(forget.error)}
        </p>
      )}
    </>
  );
}
