/** Money that went back to a payer: a payment as a whole, or a part of what was paid too much; how, when, and under which number. */
import type { ClaimDetail } from '@claimside/shared/api';
import { paymentId, type RefundWay } from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../../../ui/parts/index.ts';
import { today } from '../../today.ts';
import { amountText, readAmount, readDay } from '../../typed.ts';
import { ActForm } from './act-form.tsx';
import { useAct } from './use-act.ts';

const WAYS: readonly (readonly [RefundWay, string])[] = [
  ['sent', 'We sent it back'],
  ['taken', 'The payer took it out of another payment'],
];

const REFERENCE: Readonly<Record<RefundWay, string>> = {
  sent: 'Number of our check or transfer',
  taken: 'Check number of that payment',
};

export function GiveBack({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const { payments = [], amount: most = claim.money.open } = claim.overpayment ?? {};
  const [how, setHow] = useState<RefundWay>('sent');
  // Of several the last one is most often the double one.
  const [chosen, setChosen] = useState(payments.length > 1 ? nameOf(payments.at(-1)) : '');
  const [typed, setTyped] = useState(amountText(most));
  const [dayTyped, setDay] = useState<string>(today());
  const [reference, setReference] = useState('');
  const [isTried, setTried] = useState(false);
  const act = useAct(claim.id, onBack);
  const whole = payments.find((payment) => paymentId(payment) === chosen);
  const amount = readAmount(whole ? amountText(whole.paid) : typed, whole?.paid ?? most);
  const day = readDay(dayTyped, today());
  const press = () => {
    setTried(true);
    if (!amount.ok || !day.ok || reference.trim() === '') return;
    act.mutate({
      type: 'refunded',
      how,
      amount: amount.value,
      paidOn: day.value,
      reference: reference.trim(),
      ...(whole && {
        of: {
          paymentKey: whole.paymentKey,
          contentHash: whole.contentHash,
          checkNumber: whole.checkNumber,
        },
      }),
    });
  };
  return (
    <ActForm
      title="Money given back"
      words={`${formatMoney(most)} too much was paid. What a payer takes back by a reversal comes by itself and is not written down here.`}
      verb={amount.ok ? `Write down ${formatMoney(amount.value)}` : 'Write it down'}
      isPending={act.isPending}
      error={act.error}
      onPress={press}
      onBack={onBack}
    >
      <Select label="How" value={how} choices={WAYS} onChoose={setHow} />
      <Select
        label="What"
        value={chosen}
        choices={[
          ...payments.map(
            (payment) =>
              [
                paymentId(payment),
                `All of check ${payment.checkNumber}, ${formatMoney(payment.paid)}`,
              ] as const,
          ),
          ['', 'A part of what was paid'],
        ]}
        onChoose={setChosen}
      />
      {!whole && (
        <TextInput
          label={`Amount, of ${formatMoney(most)}`}
          mode="decimal"
          value={typed}
          problem={amount.ok ? undefined : amount.error}
          onType={setTyped}
        />
      )}
      <TextInput label="Day" value={dayTyped} problem={day.ok ? undefined : day.error} onType={setDay} />
      <TextInput
        label={REFERENCE[how]}
        value={reference}
        problem={
          isTried && reference.trim() === '' ? 'Write the number, so that it is found again.' : undefined
        }
        onType={setReference}
      />
    </ActForm>
  );
}

const nameOf = (payment: Parameters<typeof paymentId>[0] | undefined): string =>
  payment ? paymentId(payment) : '';
