/** Every claim of one account, from the first to the last: each stays as it was sent. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { FollowUp } from '@claimside/shared/lifecycle';
import { Status, When } from '../../ui/parts/index.ts';
import { useNow } from '../use-now.ts';

const HOW: Readonly<Record<FollowUp, string>> = {
  resend: 'Sent again',
  replacement: 'Replacement',
  void: 'Cancellation',
  'next-payer': 'Next insurance',
};

export function Submissions(props: { claim: ClaimDetail; onOpen(claimId: string): void }) {
  const now = useNow();
  const { id: shown, submissions } = props.claim;
  if (submissions.length < 2) return null;
  const wentDifferentWays = new Set(submissions.map(({ clearinghouse }) => clearinghouse || null)).size > 1;
  return (
    <section aria-label="Every time it was sent">
      <h2>Every time it was sent</h2>
      <ol class="submissions">
        {submissions.map(({ id, how, patientControlNumber, createdAt, status, clearinghouse }) => (
          <li key={id} aria-current={id === shown ? 'true' : undefined}>
            <button type="button" class="link" disabled={id === shown} onClick={() => props.onOpen(id)}>
              {how ? HOW[how] : 'First claim'} <span class="mono">{patientControlNumber}</span>
            </button>{' '}
            <When instant={createdAt} now={now} /> <Status status={status} />
            {wentDifferentWays && clearinghouse && <span class="dim small"> by {clearinghouse}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
