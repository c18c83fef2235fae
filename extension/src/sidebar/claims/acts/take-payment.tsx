/** Writes down what the patient paid. */
import type { ClaimDetail } from '@claimside/shared/api';
import {
  PATIENT_PAYMENT_METHODS,
  type PatientPaymentMethod,
  patientBalance,
} from '@claimside/shared/lifecycle';
import { cents, formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../../../ui/parts/index.ts';
import { today } from '../../today.ts';
import { amountText, readAmount, readDay } from '../../typed.ts';
import { ActForm } from './act-form.tsx';
import { useAct } from './use-act.ts';

const METHODS: Readonly<Record<PatientPaymentMethod, string>> = {
  card: 'Card',
  cash: 'Cash',
  check: 'Check',
  transfer: 'Bank transfer',
  other: 'Another way',
};

export function TakePayment({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const balance = patientBalance(claim.money);
  const [amountTyped, setAmount] = useState(balance > 0 ? amountText(balance) : '');
  const [dayTyped, setDay] = useState<string>(today());
  const [method, setMethod] = useState<PatientPaymentMethod>('card');
  const act = useAct(claim.id, onBack);
  const amount = readAmount(amountTyped, cents(claim.money.charge - claim.money.patientPaid));
  const day = readDay(dayTyped, today());
  return (
    <ActForm
      title="Patient payment"
      words={
        balance > 0
          ? `The patient owes ${formatMoney(balance)}.`
          : 'By what the payer has said so far the patient owes nothing.'
      }
      verb={amount.ok ? `Write down ${formatMoney(amount.value)}` : 'Write it down'}
      isPending={act.isPending}
      error={act.error}
      onPress={() => {
        if (amount.ok && day.ok)
          act.mutate({ type: 'patient-paid', amount: amount.value, paidOn: day.value, method });
      }}
      onBack={onBack}
    >
      <TextInput
        label="Amount"
        mode="decimal"
        value={amountTyped}
        problem={amountTyped === '' || amount.ok ? undefined : amount.error}
        onType={setAmount}
      />
      <TextInput label="Day" value={dayTyped} problem={day.ok ? undefined : day.error} onType={setDay} />
      <Select
        label="How"
        value={method}
        choices={PATIENT_PAYMENT_METHODS.map((each) => [each, METHODS[each]] as const)}
        onChoose={setMethod}
      />
    </ActForm>
  );
}
