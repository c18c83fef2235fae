/** A letter to the payer that its decision is wrong: all that it needs to find the claim, and room for why. */
import { inWords, whyOfPayments, whyRefused } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import { appealLetter, TO_FILL_IN } from '@claimside/shared/letters';
import { type ClaimPaymentFact, DECIDED_STATUSES, decisionsIn, turnsOf } from '@claimside/shared/lifecycle';
import { type Cents, cents, sumCents } from '@claimside/shared/values';
import { useState } from 'preact/hooks';
import { Select, TextInput } from '../../../ui/parts/index.ts';
import { usePractice } from '../../../ui/server/index.ts';
import { today } from '../../today.ts';
import { readDay } from '../../typed.ts';
import type { PayerBefore } from '../refused-before.tsx';
import { ActForm } from './act-form.tsx';
import { Letter } from './letter.tsx';
import { useAct } from './use-act.ts';

export function Appeal({ claim, onBack }: { claim: ClaimDetail; onBack(): void }) {
  const practice = usePractice().data ?? null;
  const [changed, setChanged] = useState<string>();
  const [dayTyped, setDay] = useState<string>(today());
  const act = useAct(claim.id, onBack);
  const before = payersToAsk(claim);
  const [to, setTo] = useState(0);
  const asked = before[to];
  const text = changed ?? (asked ? letterBefore(claim, asked, practice) : letterOf(claim, practice));
  const day = readDay(dayTyped, today());
  return (
    <ActForm
      title="Appeal"
      words="Say in the letter why the decision is wrong, print or copy it, send it as the payer asks for, then write that down."
      verb="I sent it"
      isPending={act.isPending}
      error={act.error}
      onPress={() =>
        day.ok && act.mutate({ type: 'appealed', sentOn: day.value, ...(asked && { turn: asked.turn }) })
      }
      onBack={onBack}
    >
      {before.length + (isOwnRefusal(claim) ? 1 : 0) > 1 && (
        <Select
          label="To"
          value={`${to}`}
          choices={[
            ...before.map(({ payerName }, place) => [`${place}`, payerName] as const),
            ...(isOwnRefusal(claim) ? [[`${before.length}`, claim.payerName] as const] : []),
          ]}
          onChoose={(place) => {
            setTo(Number(place));
            setChanged(undefined);
          }}
        />
      )}
      <Letter label="Letter" text={text} onChange={setChanged} />
      {text.includes(TO_FILL_IN) && (
        <p class="dim small">Why the decision is wrong is still to be written.</p>
      )}
      <TextInput label="Sent on" value={dayTyped} problem={day.ok ? undefined : day.error} onType={setDay} />
    </ActForm>
  );
}

/** Of the payers billed before this one, those that refused what is open, or paid less than their contract says. */
const payersToAsk = ({ payersBefore, underpaidBy }: ClaimDetail): PayerBefore[] =>
  payersBefore.filter(({ refused }, place) => refused > 0 || (place === 0 && underpaidBy > 0));

/** Its own payer has decided, and something is open that no payer before refused. */
const isOwnRefusal = ({ status, payersBefore, money }: ClaimDetail): boolean =>
  DECIDED_STATUSES.includes(status) && money.open > sumCents(payersBefore.map(({ refused }) => refused));

function letterBefore(
  { money, payersBefore, underpaidBy }: ClaimDetail,
  before: PayerBefore,
  practice: Parameters<typeof appealLetter>[0]['practice'],
): string {
  const tooLow = before === payersBefore[0] ? underpaidBy : cents(0);
  return appealLetter({
    claim: before.claim,
    money: { ...money, open: before.refused },
    practice,
    today: today(),
    decision: before.payments.at(-1),
    paid: sumCents(before.payments.map(({ paid }) => paid)),
    underpaidBy: tooLow,
    reasons: toDispute(tooLow, before.payments, before),
    payerClaimControlNumber: before.payerClaimControlNumber,
    patientControlNumber: before.patientControlNumber,
  });
}

function letterOf(claim: ClaimDetail, practice: Parameters<typeof appealLetter>[0]['practice']): string {
  // Of what several payers decided, that of the one whose turn comes first: it was billed.
  const decisions = decisionsIn([...claim.carried, ...claim.events], claim.totalCharge);
  const turn = turnsOf(decisions);
  const first = Math.min(...decisions.map(turn));
  const payments = decisions.filter((payment) => turn(payment) === first);
  const tooLow = claim.payersBefore.length === 0 ? claim.underpaidBy : cents(0);
  return appealLetter({
    claim: claim.claim,
    money: claim.money,
    practice,
    today: today(),
    decision: payments.at(-1),
    paid: sumCents(payments.map(({ paid }) => paid)),
    underpaidBy: tooLow,
    reasons: toDispute(tooLow, payments, claim),
    payerClaimControlNumber: claim.payerClaimControlNumber,
    patientControlNumber: claim.patientControlNumber,
  });
}

/** Why a part was refused, else all that the payer says; what was only allowed too low speaks for itself. */
function toDispute(
  underpaidBy: Cents,
  payments: readonly ClaimPaymentFact[],
  sent: ClaimDetail | PayerBefore,
): string[] {
  const refused = whyRefused(payments, sent);
  if (refused.length === 0 && underpaidBy > 0) return [];
  return (refused.length > 0 ? refused : whyOfPayments(payments, sent).advice).map(inWords);
}
