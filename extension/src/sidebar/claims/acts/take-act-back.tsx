/** Takes back a write-off, a payment of the patient or what went back to a payer: written down wrongly, or paid back. All of it, or a part. */
import type { StandingAct, WrittenDown } from '@claimside/shared/lifecycle';
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
    else if (!day.ok) return;
    else if (fact.type === 'refunded') act.mutate({ ...fact, amount: back, paidOn: day.value });
    else act.mutate({ type: fact.type, method: fact.method, amount: back, paidOn: day.value });
  };
  return (
    <AskedOnceMore
      what={props.what}
      words={takenBackWords(fact)}
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
      {fact.type !== 'written-off' && (
        <TextInput label="Day" value={dayTyped} problem={day.ok ? undefined : day.error} onType={setDay} />
      )}
    </AskedOnceMore>
  );
}

function takenBackWords(fact: WrittenDown): string {
  if (fact.type === 'written-off')
    return `It is owed again, by ${fact.of === 'payer' ? 'the payer' : 'the patient'}.`;
  return fact.type === 'patient-paid'
    ? 'It counts no more: it was written down wrongly, or was paid back to the patient.'
    : 'It counts no more: it was written down wrongly, or never reached the payer.';
}
