/** Every claim of one account, from the first to the last: each stays as it was sent. */
import type { ClaimProgress } from '@claimside/shared/api';
import type { FollowUp } from '@claimside/shared/lifecycle';
import { Status, When } from '../../ui/parts/index.ts';
import { useNow } from '../../ui/use-now.ts';

const HOW: Readonly<Record<FollowUp, string>> = {
  resend: 'Sent again',
  replacement: 'Replacement',
  void: 'Cancellation',
  'next-payer': 'Next insurance',
  instead: 'Another insurance instead',
};

const WENT_ON: Readonly<Record<FollowUp, (payerName: string) => string>> = {
  resend: () => 'It was sent again',
  replacement: () => 'It was replaced',
  void: (payerName) => `${payerName} was asked to cancel it`,
  'next-payer': (payerName) => `What it left was billed to ${payerName}`,
  instead: (payerName) => `${payerName} was billed instead`,
};

type Sent = Pick<ClaimProgress, 'id' | 'submissions' | 'followedBy'>;

/** Of a claim that another one follows: what its own answers asked for is asked there, if at all. */
export function WentOn({ claim, onOpen }: { claim: Sent; onOpen(claimId: string): void }) {
  const next = claim.submissions.find(({ id }) => id === claim.followedBy);
  if (!next?.how) return null;
  return (
    <p>
      {WENT_ON[next.how](next.payerName)}: what there is to do stands on{' '}
      <button type="button" class="link" onClick={() => onOpen(next.id)}>
        claim <span class="mono">{next.patientControlNumber}</span>
      </button>
      .
    </p>
  );
}

export function Submissions(props: { claim: Sent; onOpen(claimId: string): void }) {
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
