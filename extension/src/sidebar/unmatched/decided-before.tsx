/** What people decided before, the latest first: to find a wrong decision and take it back. */
import { useState } from 'preact/hooks';
import { Failed, Loading } from '../../ui/parts/index.ts';
import { useDecidedAnswers } from '../../ui/server/index.ts';
import { DecidedRow } from './decided-row.tsx';

/** Without those of `shown`, which stand elsewhere. */
export function DecidedBefore(props: {
  shown: ReadonlySet<string>;
  onOpen(claimId: string): void;
  onTakenBack(answerIds: readonly string[]): void;
}) {
  const [isOpen, setOpen] = useState(false);
  const decided = useDecidedAnswers(isOpen);
  const before = decided.data?.filter(({ id }) => !props.shown.has(id)) ?? [];
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Decided before</summary>
      {decided.error && !decided.data && (
        <Failed error={decided.error} onRetry={() => void decided.refetch()} />
      )}
      {isOpen && decided.isPending && <Loading what="decisions" />}
      {decided.data && before.length === 0 && (
        <p class="dim">No answer was matched or set aside by a person before.</p>
      )}
      <ul class="claim-rows">
        {before.map((answer) => (
          <DecidedRow
            key={answer.id}
            decided={{
              answer,
              claim: answer.claim && {
                id: answer.claim.id,
                name: `${answer.claim.patientName} · ${answer.claim.serviceDate}`,
              },
              reason: answer.reason ?? '',
              reopenedAt: null,
            }}
            onOpen={props.onOpen}
            onTakenBack={props.onTakenBack}
          />
        ))}
      </ul>
    </details>
  );
}
