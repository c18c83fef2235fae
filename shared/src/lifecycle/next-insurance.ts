/** What payers leave to the patient while another insurance is asked for it, until a person says that none pays. */
import { type Cents, cents } from '../values/index.ts';
import { type Account, followUpsOf, turnsOfClaims } from './account.ts';
import { countingPayments, isDenial } from './denial.ts';
import type { ClaimEvent, ClaimPaymentFact } from './events.ts';
import { foldMoney } from './money.ts';
import { decides, distinctPayments, isReversal, payerRank, turnsOf } from './payments.ts';
import { paymentId } from './refunds.ts';

/** Why no other insurance pays. */
export const NO_FURTHER_REASONS = ['not-insured', 'refused', 'no-answer', 'no-other', 'other'] as const;
export type NoFurtherReason = (typeof NO_FURTHER_REASONS)[number];

/** It pays nothing, and leaves nothing to the patient: what was left before it is still to be paid by somebody. */
const isRefusal = (payment: ClaimPaymentFact): boolean =>
  decides(payment) &&
  !isReversal(payment) &&
  payment.paid === 0 &&
  isDenial(payment) &&
  !payment.adjustments.some(({ group, amount }) => group === 'PR' && amount !== 0);

/** Those of an insurance that came after the first: billed from here, or sent on to. */
function decisionsOfNext(account: Account): (payment: ClaimPaymentFact) => boolean {
  const turns = turnsOfClaims(account);
  const keys = account.flatMap((events, place) => {
    const payments = distinctPayments(events);
    const turn = turnsOf(payments);
    return payments.filter((each) => Math.max(turns[place] ?? 1, turn(each)) > 1).map(paymentId);
  });
  const known = new Set(keys);
  return (payment) => known.has(paymentId(payment));
}

/** As CLP02 would say it of each turn. */
const AS_OF_TURN: readonly Readonly<Record<string, string>>[] = [
  { '1': '2', '19': '20' },
  { '1': '3', '2': '3', '19': '21', '20': '21' },
];

/** An insurance that was billed after others has its turn, be it that it decides as if it were the first. */
function inItsTurn(event: ClaimEvent, turn: number): ClaimEvent {
  const { fact } = event;
  if (turn === 1 || fact.type !== 'payment') return event;
  const code = AS_OF_TURN[Math.min(turn, 3) - 2]?.[fact.payment.claimStatusCode];
  return code === undefined
    ? event
    : { ...event, fact: { ...fact, payment: { ...fact.payment, claimStatusCode: code } } };
}

function without(
  account: Account,
  isLeftOut: (payment: ClaimPaymentFact, place: number) => boolean,
): ClaimEvent[] {
  const turns = turnsOfClaims(account);
  return account.flatMap((events, place) =>
    events
      .filter(({ fact }) => fact.type !== 'payment' || !isLeftOut(fact.payment, place))
      .map((event) => inItsTurn(event, turns[place] ?? 1)),
  );
}

/**
 * All that is known of the account's money. That the next insurance, billed from here, refuses everything says nothing of what those
 * before it did, and takes the place of no decision of theirs.
 */
export function saidOfMoney(account: Account): ClaimEvent[] {
  const turns = turnsOfClaims(account);
  return without(
    account,
    (payment, place) => (turns[place] ?? 1) > 1 && payerRank(payment) === 1 && isRefusal(payment),
  );
}

/** The same, as if nobody had asked those who refused. */
export function withoutRefusals(account: Account): ClaimEvent[] {
  const isOfNext = decisionsOfNext(account);
  return without(account, (payment) => isOfNext(payment) && isRefusal(payment));
}

/**
 * A person said last that no other insurance pays, and since then none was asked, nor has one decided otherwise; the same for any order
 * and repetition.
 */
export function noFurtherInsurance(charge: Cents, account: Account): ClaimEvent | null {
  const all = account.flat();
  const said = all
    .filter(({ fact }) => fact.type === 'no-further-insurance' || fact.type === 'further-insurance')
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .at(-1);
  if (said?.fact.type !== 'no-further-insurance') return null;
  if (followUpsOf(all).some(({ how, at }) => how !== 'void' && at > said.at)) return null;
  const isOfNext = decisionsOfNext(account);
  const before = new Set(
    all.flatMap(({ at, fact }) => (fact.type === 'payment' && at <= said.at ? paymentId(fact.payment) : [])),
  );
  const isDecidedSince = countingPayments(all, charge).some(
    (payment) =>
      decides(payment) &&
      !isReversal(payment) &&
      !isRefusal(payment) &&
      isOfNext(payment) &&
      !before.has(paymentId(payment)),
  );
  return isDecidedSince ? null : said;
}

/** How much would be the patient's, beyond what is, if no other insurance paid. */
export function leftAtNext(charge: Cents, account: Account, patientResponsibility: Cents): Cents {
  const share = foldMoney(charge, withoutRefusals(account)).patientResponsibility;
  return cents(Math.max(share - patientResponsibility, 0));
}
