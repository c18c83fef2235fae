/** Takes back what was written down of a claim, and is no amount of money: it counts no more. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { AskedOnceMore } from '../../asked-once-more.tsx';
import { useAct } from './use-act.ts';

export function RevokeAct(props: {
  claimId: string;
  eventId: string;
  fact: ClaimFact;
  what: string;
  onTakenBack(): void;
}) {
  const act = useAct(props.claimId, props.onTakenBack);
  return (
    <AskedOnceMore
      what={props.what}
      words={
        props.fact.type === 'underpayment-accepted'
          ? 'The claim is on Underpaid again, as long as the contract says more than was allowed.'
          : 'The replacement or cancellation waits for its payer again, as if it had not been given up.'
      }
      isPending={act.isPending}
      error={act.error}
      onPress={() => act.mutate({ type: 'act-taken-back', eventId: props.eventId })}
      onLeave={() => act.reset()}
    />
  );
}
