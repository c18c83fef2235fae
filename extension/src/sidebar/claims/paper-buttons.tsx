/** The buttons of a patient's papers: the receipt for what was paid, and the superbill. */
import { type Cents, formatMoney } from '@claimside/shared/values';
import { Button } from '../../ui/parts/index.ts';
import { openPaper } from './open-paper.ts';

/** `payment`: the id of the event that wrote it down. */
export function ReceiptButton(props: { claimId: string; payment: string; amount: Cents; paidOn: string }) {
  const { claimId, payment, amount, paidOn } = props;
  return (
    <Button class="small" icon="open" onClick={() => openPaper({ kind: 'receipt', claimId, payment })}>
      Receipt, {formatMoney(amount)} of {paidOn}
    </Button>
  );
}

export function SuperbillButton({ claimId }: { claimId: string }) {
  return (
    <Button
      class="small"
      icon="open"
      onClick={() => openPaper({ kind: 'superbill', claimId, for: 'insured' })}
    >
      Superbill
    </Button>
  );
}
