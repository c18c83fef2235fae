/** That the patient paid: how much, when, for which visit, and what is left by what was known then. */
import type { PracticeSettings } from '../api/practice.ts';
import {
  billedOf,
  type ClaimEvent,
  type ClaimMoney,
  type ClaimStatus,
  decisionsIn,
  foldClaim,
  isSettledAtPayers,
  type PatientPaymentMethod,
  patientDue,
  standingActs,
} from '../lifecycle/index.ts';
import { type Cents, formatMoney, type IsoDate } from '../values/index.ts';
import { facts, type Paper, quietly, words } from './paper.ts';
import {
  type ClaimParts,
  dayWords,
  headLines,
  METHOD_WORDS,
  type PatientHead,
  type PracticeHead,
  patientHead,
  practiceHead,
  renderedBy,
  visitDays,
} from './parts.ts';

export interface Receipt {
  readonly practice: PracticeHead;
  readonly patient: PatientHead;
  readonly amount: Cents;
  readonly paidOn: IsoDate;
  readonly method: PatientPaymentMethod | undefined;
  readonly visit: { readonly days: string; readonly provider: string; readonly number: string };
  /** What was between the patient and the practice right after it. */
  readonly after:
    | { readonly kind: 'undecided' }
    /** Insurance had decided, and not for good. */
    | { readonly kind: 'not-settled' }
    /** Negative: to be paid back. */
    | { readonly kind: 'due'; readonly amount: Cents };
}

/** Of the payment that was learnt as this event, on this claim or one that it follows; undefined where it is none, or was taken back. Of what was taken back in part, the rest. */
export function receiptOf(
  parts: ClaimParts,
  practice: PracticeSettings | null,
  eventId: string,
): Receipt | undefined {
  const { claim, events, earlier } = parts;
  const all = [...earlier.flat(), ...events];
  const event = all.find(({ id }) => id === eventId);
  const standing = standingActs(all).get(eventId);
  if (!event || !standing || standing.fact.type !== 'patient-paid') return undefined;
  const known = [...earlier, events].map((each) => until(each, event)).filter((each) => each.length > 0);
  const isDecided = decisionsIn(known.flat(), parts.money.charge).length > 0;
  const { status, money } = foldClaim(
    billedOf(parts.money.charge, claim),
    known.at(-1) ?? [],
    ...known.slice(0, -1),
  );
  return {
    practice: practiceHead(claim, practice),
    patient: patientHead(claim),
    amount: standing.left,
    paidOn: standing.fact.paidOn,
    method: standing.fact.method,
    visit: {
      days: visitDays(claim),
      provider: renderedBy(claim, practice).name,
      number: parts.patientControlNumber,
    },
    after: isDecided ? afterOf(status, money) : { kind: 'undecided' },
  };
}

function afterOf(status: ClaimStatus, money: ClaimMoney): Receipt['after'] {
  const amount = patientDue(status, money);
  return amount !== 0 || isSettledAtPayers(status, money) ? { kind: 'due', amount } : { kind: 'not-settled' };
}

/** What was known right after it. */
function until(events: readonly ClaimEvent[], event: ClaimEvent): readonly ClaimEvent[] {
  const at = events.indexOf(event);
  return at === -1 ? events.filter((one) => one.at <= event.at) : events.slice(0, at + 1);
}

export function receiptPaper(receipt: Receipt, today: IsoDate): Paper {
  const { practice, patient, amount, paidOn, method, visit, after } = receipt;
  return {
    title: 'Receipt',
    blocks: [
      { kind: 'parties', from: headLines(practice), to: [patient.name, ...patient.address] },
      words(`We received ${formatMoney(amount)}. Thank you.`),
      facts([
        ['Paid on', dayWords(paidOn)],
        ['Paid by', method ? METHOD_WORDS[method] : 'At the visit'],
        ['For the visit on', visit.days],
        ['With', visit.provider],
        ['Account number', visit.number],
        [`${practice.taxIdKind === 'EIN' ? 'Tax ID (EIN)' : 'Tax ID (SSN)'} of the practice`, practice.taxId],
      ]),
      words(leftWords(after)),
      quietly(`Printed ${dayWords(today)}.`),
    ],
  };
}

function leftWords(after: Receipt['after']): string {
  if (after.kind === 'undecided')
    return 'When you paid, your insurance had not decided on this visit yet. If it leaves more to you than you have paid, we will send you a statement.';
  if (after.kind === 'not-settled')
    return 'When you paid, this visit was not settled with your insurance yet. If more is left to you than you have paid, we will send you a statement.';
  if (after.amount > 0) return `After this payment you owe ${formatMoney(after.amount)} for this visit.`;
  if (after.amount === 0) return 'Nothing is left to pay for this visit.';
  return 'You have paid more than your share for this visit. We will pay the difference back, or you may call us.';
}
