/** Takes back a write-off or a payment of the patient: written down wrongly, or paid back. All of it, or a part. */
import type { StandingAct } from '@claimside/shared/lifecycle';
import { cents, formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { TextInput } from '../../../ui/parts/index.ts';
import { AskedOnceMore } from '../../asked-once-more.tsx';
import { today } from '../../today.ts';
import { amountText, readAmount, readDay } from '../../typed.ts';
import { useAct } from './use-act.ts';

export function TakeActBack(props: { claimId: string; act: StandingAct; what: string; onTakenBack(): void }) {
  const { fact, left } = props.act;
  const [amountTyped, setAmount] = useState(amountText(left));
  const [dayTyped, setDay] = useState<string>(today());
  const amount = readAmount(amountTyped, left);
  const day = readDay(dayTyped, today());
  const act = useAct(props.claimId, props.onTakenBack);
  const press = () => {
    if (!amount.ok) return;
    const back = cents(-amount.value);
    if (fact.type === 'written-off') act.mutate({ ...fact, amount: back });
    else if (day.ok) act.mutate({ ...fact, method: fact.method ?? 'other', amount: back, paidOn: day.value });
  };
  return (
    <AskedOnceMore
      what={props.what}
      words={
        fact.type === 'written-off'
          ? `It is owed again, by ${fact.of === 'payer' ? 'the payer' : 'the patient'}.`
          : 'It counts no more: it was written down wrongly, or was paid back to the patient.'
      }
      isPending={act.isPending}
      error={act.error}
      onPress={press}
      onLeave={() => act.reset()}
    >
      <TextInput
        label={`Amount, of ${formatMoney(left)}`}
        mode="decimal"
        value={amountTyped}
        problem={amount.ok ? undefined : amount.error}
        onType={setAmount}
      />
      {fact.type === 'patient-paid' && (
        <TextInput label="Day" value={dayTyped} problem={day.ok ? undefined : day.error} onType={setDay} />
      )}
    </AskedOnceMore>
  );
}
