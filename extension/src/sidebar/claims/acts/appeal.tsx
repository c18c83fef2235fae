/** A letter to the payer that its decision is wrong: all that it needs to find the claim, and room for why. */
import type { ClaimDetail } from '@claimside/shared/api';
import { appealLetter, TO_FILL_IN } from '@claimside/shared/letters';
import { decisionsIn, turnsOf } from '@claimside/shared/lifecycle';
import { sumCents } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { TextInput } from '../../../ui/parts/index.ts';
import { usePractice } from '../../../ui/server/index.ts';
import { today } from '../../today.ts';
import { readDay } from '../../typed.ts';
import { whyOfPayments } from '../why.ts';
import { ActForm } from './act-form.tsx';
import { Letter } from './letter.tsx';
import { useAct } from './use-act.ts';

export function Appeal({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const practice = usePractice().data ?? null;
  const [changed, setChanged] = useState<string>();
  const [dayTyped, setDay] = useState<string>(today());
  const act = useAct(claim.id, onBack);
  const text = changed ?? letterOf(claim, practice);
  const day = readDay(dayTyped, today());
  return (
    <ActForm
      title="Appeal"
      words="Say in the letter why the decision is wrong, print or copy it, send it as the payer asks for, then write that down."
      verb="I sent it"
      isPending={act.isPending}
      error={act.error}
      onPress={() => day.ok && act.mutate({ type: 'appealed', sentOn: day.value })}
      onBack={onBack}
    >
      <Letter label="Letter" text={text} onChange={setChanged} />
      {text.includes(TO_FILL_IN) && (
        <p class="dim small">Why the decision is wrong is still to be written.</p>
      )}
      <TextInput label="Sent on" value={dayTyped} problem={day.ok ? undefined : day.error} onType={setDay} />
    </ActForm>
  );
}

function letterOf(claim: ClaimDetail, practice: Parameters<typeof appealLetter>[0]['practice']): string {
  // Of what several payers decided, that of the one whose turn comes first: it was billed.
  const decisions = decisionsIn([...claim.carried, ...claim.events], claim.totalCharge);
  const turn = turnsOf(decisions);
  const first = Math.min(...decisions.map(turn));
  const payments = decisions.filter((payment) => turn(payment) === first);
  const reasons = payments.length > 0 ? whyOfPayments(payments, claim).advice : [];
  return appealLetter({
    claim: claim.claim,
    money: claim.money,
    practice,
    today: today(),
    decision: payments.at(-1),
    paid: sumCents(payments.map(({ paid }) => paid)),
    reasons: reasons.map(({ what, codes }) => `${what.replace(/\.$/, '')} (${codes.join(', ')})`),
    payerClaimControlNumber: claim.payerClaimControlNumber,
    patientControlNumber: claim.patientControlNumber,
  });
}
