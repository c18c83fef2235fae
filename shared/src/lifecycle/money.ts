/** The money of a claim: charge = paid + contractual + patient + other + written off + open, always and to the cent. */
import { type Cents, cents, sumCents } from '../values/index.ts';
import { sharesOf } from './buckets.ts';
import { type Agreed, agreedOn, areSeveral } from './contract.ts';
import { countingPayments, isDenial } from './denial.ts';
import type { ClaimEvent, ClaimPaymentFact } from './events.ts';
import { paidTwice } from './paid-twice.ts';
import { isOfEarlierPayers, partsGivenBack, turnsOf } from './payments.ts';
import { paymentId } from './refunds.ts';
import { type ClaimStatus, DECIDED_STATUSES } from './status.ts';

export interface ClaimMoney {
  readonly charge: Cents;
  /** By payers, less what went back to them. */
  readonly paid: Cents;
  /** Written off by contract. */
  readonly contractual: Cents;
  /** Deductible, coinsurance, copay: the patient's share as the last payer says, less what a person let go of it. */
  readonly patientResponsibility: Cents;
  /** What of it is which; adds up to what the last payer says. */
  readonly patientShares: PatientShares;
  /** What the patient has paid of it. */
  readonly patientPaid: Cents;
  /** Corrections that nobody owes: group CR, and what was paid beyond the charge (OA 94, an amount that raises the payment). */
  readonly otherAdjustments: Cents;
  /** Let go by a person. */
  readonly writtenOff: Cents;
  /** Not yet answered, or refused and waiting for a decision. Negative: the answers add up to more than the charge. */
  readonly open: Cents;
}

export interface PatientShares {
  readonly deductible: Cents;
  readonly coinsurance: Cents;
  readonly copay: Cents;
  readonly other: Cents;
}

/** PR reasons. */
const SHARE_REASONS: Readonly<Record<string, keyof PatientShares>> = {
  '1': 'deductible',
  '2': 'coinsurance',
  '3': 'copay',
};

/**
 * Sums what all remittances said and what people let go; independent of order and repetition. `ofLast` are those events of which the
 * payments may say what the patient's share is: all, but where the next insurance was billed only those of that claim.
 */
export function foldMoney(
  charge: Cents,
  events: readonly ClaimEvent[],
  ofLast: readonly ClaimEvent[] = events,
): ClaimMoney {
  const payments = countingPayments(events, charge);
  const twice = paidTwice(charge, payments);
  const once = payments.filter((payment) => !twice.has(payment));
  const { last, agreed } = agreedWith(charge, once, ofLast);
  const byPeople = [...new Map(events.map((event) => [event.id, event.fact])).values()];
  const writtenOff = (of: 'payer' | 'patient') =>
    sumCents(byPeople.flatMap((fact) => (fact.type === 'written-off' && fact.of === of ? fact.amount : [])));
  const paid = sumCents(payments.map((payment) => payment.paid));
  const otherAdjustments = sumCents(once.map((payment) => sharesOf(payment).otherAdjustments));
  const share = shareOf(charge, agreed, last, once);
  // Of a share that the payer took back since, nothing is left to let go: it is no credit.
  const letGo = Math.min(writtenOff('patient'), Math.max(share, 0));
  const allWrittenOff = cents(writtenOff('payer') + letGo);
  const left = (paidByNow: number) => cents(charge - paidByNow - otherAdjustments - share);
  const contractualWith = (paidByNow: number) =>
    areSeveral(once) ? within(agreed.contractual, left(paidByNow) - agreed.refused) : agreed.contractual;
  const openWith = (paidByNow: number) => left(paidByNow) - contractualWith(paidByNow) - writtenOff('payer');
  // What went back lessens what was paid too much, and no more: where the payer has taken that back itself since, nothing is counted twice.
  const tooMuch = openWith(paid) < 0 ? agreed.contractual - contractualWith(paid) - openWith(paid) : 0;
  const wentBack = Math.max(0, Math.min(partsGivenBack(events), tooMuch));
  return {
    charge,
    paid: cents(paid - wentBack),
    contractual: cents(contractualWith(paid - wentBack)),
    patientResponsibility: cents(share - letGo),
    patientShares: sharesOfKinds(last, share),
    patientPaid: sumCents(byPeople.flatMap((fact) => (fact.type === 'patient-paid' ? fact.amount : []))),
    otherAdjustments,
    writtenOff: allWrittenOff,
    open: cents(openWith(paid - wentBack)),
  };
}

/** Never more than there is room for; what takes a reduction back is no reduction. */
const within = (contractual: number, room: number): number =>
  contractual > 0 ? Math.max(0, Math.min(contractual, room)) : contractual;

/** What payers have agreed on, and who says last what is the patient's share of it. */
function agreedWith(charge: Cents, once: readonly ClaimPaymentFact[], ofLast: readonly ClaimEvent[]) {
  const byId = new Map(once.map((payment) => [paymentId(payment), payment]));
  const said = countingPayments(ofLast, charge).map((payment) => byId.get(paymentId(payment)) ?? payment);
  const twice = paidTwice(charge, said);
  const last = ofLastPayer(said.filter((payment) => !twice.has(payment)));
  const all = [...new Set([...once, ...last])];
  return { last, agreed: agreedOn(charge, all, (payment) => last.includes(payment)) };
}

/**
 * No more is left to the patient than there is. A payer may speak as if nobody had paid before it: a denial that refuses what others have
 * paid, too, or a share that there is no room for beside what they paid.
 */
function shareOf(
  charge: Cents,
  { share, paid }: Agreed,
  last: readonly ClaimPaymentFact[],
  once: readonly ClaimPaymentFact[],
): Cents {
  const before = once.filter((payment) => !last.includes(payment));
  const left = charge - paid;
  if (before.length === 0 || (share <= left && !speaksForItself(last))) return share;
  const { contractual } = agreedOn(charge, before, () => true);
  return cents(Math.min(share, Math.max(0, left - contractual)));
}

/** Of a claim that the payer has cancelled: nobody owes its charge, and what the patient has paid is the patient's. */
export function cancelledMoney(events: readonly ClaimEvent[]): ClaimMoney {
  const { patientPaid } = foldMoney(cents(0), events);
  return { ...foldMoney(cents(0), []), patientPaid };
}

/** What the patient still owes; negative where the patient has paid too much. */
export function patientBalance({ patientResponsibility, patientPaid }: ClaimMoney): Cents {
  return cents(patientResponsibility - patientPaid);
}

/** Nothing is open at a payer any more: what is left to the patient stays so. */
export const isSettledAtPayers = (status: ClaimStatus, { open }: ClaimMoney): boolean =>
  open === 0 && (status === 'voided' || DECIDED_STATUSES.includes(status));

/** What the patient has paid beyond the share, and is to get back: known only once nothing is open at a payer. */
export function patientCredit(status: ClaimStatus, money: ClaimMoney): Cents {
  return cents(isSettledAtPayers(status, money) ? Math.max(-patientBalance(money), 0) : 0);
}

/**
 * What is between the patient and the practice: to ask for, below zero to pay back. Nothing is asked for where payers paid more than the
 * charge: which of it is this claim's share is not known then.
 */
export function patientDue(status: ClaimStatus, money: ClaimMoney): Cents {
  const owed = money.open < 0 ? 0 : Math.max(patientBalance(money), 0);
  return cents(owed - patientCredit(status, money));
}

/** A denial that counts nothing of what payers before it did: it refuses what they have paid, too. */
const speaksForItself = (last: readonly ClaimPaymentFact[]): boolean =>
  last.every((payment) => isDenial(payment) && !payment.adjustments.some(isOfEarlierPayers));

/** What of the share is which, as those say it that said so last. */
function sharesOfKinds(last: readonly ClaimPaymentFact[], share: Cents): PatientShares {
  const said = last.flatMap(({ adjustments }) => adjustments.filter(({ group }) => group === 'PR'));
  const isAll = sumCents(said.map(({ amount }) => amount)) === share;
  const shares = { deductible: 0, coinsurance: 0, copay: 0, other: 0 };
  let left: number = share;
  for (const { reason, amount } of said.toReversed()) {
    const part = isAll ? amount : Math.max(0, Math.min(amount, left));
    shares[SHARE_REASONS[reason] ?? 'other'] += part;
    left -= part;
  }
  const { deductible, coinsurance, copay, other } = shares;
  return {
    deductible: cents(deductible),
    coinsurance: cents(coinsurance),
    copay: cents(copay),
    other: cents(other + left),
  };
}

/** Each payer in turn says what is left to the patient: the last one's word holds. */
export function ofLastPayer(payments: readonly ClaimPaymentFact[]): ClaimPaymentFact[] {
  const turn = turnsOf(payments);
  const last = Math.max(...payments.map(turn));
  return payments.filter((payment) => turn(payment) === last);
}
