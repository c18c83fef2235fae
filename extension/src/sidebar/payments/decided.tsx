/** What a person said last of a payment or a file: what, when, who and why. */
import type { Decision } from '@claimside/shared/api';
import { When } from '../../ui/parts/index.ts';
import { useNow } from '../../ui/use-now.ts';

/** `isSame`: it was set aside as the money of another payment. */
export function Decided({ decision, isSame = false }: { decision: Decision; isSame?: boolean }) {
  const now = useNow();
  const { kind, at, by, reason } = decision;
  const words = { posted: 'Posted all the same', reopened: 'Taken up again', 'set-aside': 'Set aside' }[kind];
  return (
    <p class="small">
      {words}
      {kind === 'set-aside' && isSame && ' as the same payment'} <When instant={at} now={now} /> by {by}
      {kind === 'reopened' ? '; it had been set aside: ' : ': '}
      {reason}
    </p>
  );
}
