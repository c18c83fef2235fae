/** Papers of a claim: receipts, superbill, statement and the form for payers that take paper, each in a tab of its own, to print or save. */
import type { ClaimDetail } from '@claimside/shared/api';
import { patientBalance, standingActs } from '@claimside/shared/lifecycle';
import { type Cents, formatMoney } from '@claimside/shared/values';
import { Button } from '../../ui/parts/index.ts';
import { openPaper } from './open-paper.ts';
import { ReceiptButton, SuperbillButton } from './paper-buttons.tsx';

export function Papers({ claim }: { claim: ClaimDetail }) {
  const { id: claimId } = claim;
  return (
    <section class="papers" aria-label="Papers">
      <h2>Papers</h2>
      <div class="actions">
        {paymentsOf(claim).map(({ id, amount, paidOn }) => (
          <ReceiptButton key={id} claimId={claimId} payment={id} amount={amount} paidOn={paidOn} />
        ))}
        <SuperbillButton claimId={claimId} />
        <Button class="small" icon="open" onClick={() => openPaper({ kind: 'statement', claimId })}>
          Statement of the patient
        </Button>
        <Button
          class="small"
          icon="open"
          onClick={() => openPaper({ kind: 'cms-1500', claimId, print: 'form' })}
        >
          CMS-1500 for paper
        </Button>
      </div>
    </section>
  );
}

/** What the patient gets once insurance has decided and left a share: offered by itself. */
export function PapersOfShare({ claim }: { claim: ClaimDetail }) {
  const owes = patientBalance(claim.money);
  if (owes <= 0) return null;
  return (
    <p class="do">
      The superbill says what insurance did, and that {formatMoney(owes)} is left to the patient.{' '}
      <button
        type="button"
        class="link"
        onClick={() => openPaper({ kind: 'superbill', claimId: claim.id, for: 'insured' })}
      >
        Open the superbill
      </button>
    </p>
  );
}

/** On the account, whichever of its claims they were written down on. */
function paymentsOf({ events, writtenBefore }: ClaimDetail): { id: string; amount: Cents; paidOn: string }[] {
  const all = [...writtenBefore.map(({ event }) => event), ...events];
  return [...standingActs(all)].flatMap(([id, { fact, left }]) =>
    fact.type === 'patient-paid' ? [{ id, amount: left, paidOn: fact.paidOn }] : [],
  );
}
