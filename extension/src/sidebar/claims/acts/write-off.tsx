/** Lets go of what is open at the payer, or of what the patient owes: how much, and why. */
import { type ToLetGo, toLetGo } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import {
  isOpenCapitated,
  patientBalance,
  WRITE_OFF_REASONS,
  WRITE_OFF_WORDS,
  type WriteOffReason,
} from '@claimside/shared/lifecycle';
import { formatMoney } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../../../ui/parts/index.ts';
import { amountText, readAmount } from '../../typed.ts';
import { ListedReasonForm } from './listed-reason-form.tsx';
import { useAct } from './use-act.ts';

export function WriteOff({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const there = { payer: claim.money.open, patient: patientBalance(claim.money) };
  const proposed = toLetGo(claim);
  const isPayers = proposed.payer > 0 || (there.payer > 0 && proposed.patient === 0);
  const [of, setOf] = useState<'payer' | 'patient'>(isPayers ? 'payer' : 'patient');
  const [typed, setTyped] = useState<string>();
  const [isTried, setTried] = useState(false);
  const act = useAct(claim.id, onBack);
  const text = typed ?? (proposed[of] > 0 ? amountText(proposed[of]) : '');
  const amount = readAmount(text, there[of]);
  const problem = amount.ok || (text === '' && !isTried) ? undefined : amount.error;
  return (
    <ListedReasonForm
      title="Write off"
      words="Nobody is asked for it any more. It stays in the history, and can be taken back."
      verb={amount.ok ? `Write off ${formatMoney(amount.value)}` : 'Write off'}
      choices={reasonsFor(of, claim).map((each) => [each, WRITE_OFF_WORDS[each]] as const)}
      problem="Choose why it is let go."
      noteLabel="Note, if you like"
      isPending={act.isPending}
      error={act.error}
      onTry={() => setTried(true)}
      onPress={(said) => amount.ok && act.mutate({ type: 'written-off', of, amount: amount.value, ...said })}
      onBack={onBack}
    >
      {there.payer > 0 && there.patient > 0 && (
        <Select
          label="What"
          value={of}
          choices={[
            ['payer', `Open at the payer: ${formatMoney(there.payer)}`],
            ['patient', `Owed by the patient: ${formatMoney(there.patient)}`],
          ]}
          onChoose={setOf}
        />
      )}
      <TextInput
        label={of === 'payer' ? 'Amount, of what is open at the payer' : 'Amount, of what the patient owes'}
        mode="decimal"
        value={text}
        problem={problem}
        onType={setTyped}
      />
      {of === 'payer' &&
        proposed.waiting.map((each) => (
          <p key={each.whom} class="dim small">
            {leftOut(each, claim)}
          </p>
        ))}
    </ListedReasonForm>
  );
}

/** By a capitation only what was refused as such. */
const reasonsFor = (of: 'payer' | 'patient', claim: ClaimDetail): readonly WriteOffReason[] =>
  of === 'payer' && isOpenCapitated([...claim.carried, ...claim.events], claim.money)
    ? WRITE_OFF_REASONS
    : WRITE_OFF_REASONS.filter((reason) => reason !== 'capitation');

const leftOut = ({ amount, whom }: ToLetGo['waiting'][number], { appeal }: ClaimDetail): string =>
  whom === 'next-payer'
    ? `Left out: ${formatMoney(amount)}, on which the next insurance has still to decide.`
    : `Left out: ${formatMoney(amount)}, on which the payer has still to decide: it was appealed on ${appeal?.sentOn}.`;
