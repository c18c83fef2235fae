/** A person has looked at what was paid too much, and says that all of it is this claim's. */
import type { ClaimDetail } from '@claimside/shared/api';
import { formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { TextInput } from '../../../ui/parts/index.ts';
import { ActForm } from './act-form.tsx';
import { useAct } from './use-act.ts';

export function Overpaid({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const [note, setNote] = useState('');
  const act = useAct(claim.id, onBack);
  const { overpayment } = claim;
  if (!overpayment) return null;
  return (
    <ActForm
      title="Paid too much"
      words={`These payments come to ${formatMoney(overpayment.amount)} more than there was to pay. Look at each on its remittance: what is another claim’s is taken back in the timeline.`}
      verb="All of it is this claim’s"
      isPending={act.isPending}
      error={act.error}
      onPress={() => act.mutate({ type: 'overpaid', ...(note.trim() !== '' && { note: note.trim() }) })}
      onBack={onBack}
    >
      <ul class="small">
        {overpayment.payments.map((payment) => (
          <li key={`${payment.paymentKey} ${payment.contentHash}`}>{paymentWords(payment)}</li>
        ))}
      </ul>
      <TextInput label="What the payer says, if it asks for the money" value={note} onType={setNote} />
    </ActForm>
  );
}

const paymentWords = (payment: NonNullable<ClaimDetail['overpayment']>['payments'][number]): string =>
  `${formatMoney(payment.paid)} by ${payment.payerName}, check ${payment.checkNumber} of ${payment.paymentDate}`;
