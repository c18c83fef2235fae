/** The money of a claim: charge = paid + contractual + patient + other + written off + open, always and to the cent. */
import { type Cents, cents, sumCents } from '../values/index.ts';
import { countingPayments, isByContract, isDenial } from './denial.ts';
import type { Adjustment, ClaimEvent, ClaimPaymentFact } from './events.ts';
import { isOfEarlierPayers, isReversal, partsGivenBack, turnsOf } from './payments.ts';
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

/** OA 94: paid in excess of the charge. */
const EXCESS_REASON = '94';

/** What Medicare adds or takes for the quality of care (CO 144, CO 237), where the remark beside it says so. */
const INCENTIVE = { reasons: ['144', '237'], remark: 'N807' } as const;

type Bucket = 'contractual' | 'patientResponsibility' | 'otherAdjustments' | 'elsewhere' | 'open';

/** Nothing is written off under a denial, and OA and PI are no write-off by themselves. */
function bucketOf(adjustment: Adjustment, payment: ClaimPaymentFact): Bucket {
  const { group, reason } = adjustment;
  if (group === 'PR') return 'patientResponsibility';
  if (isOfEarlierPayers(adjustment)) return 'elsewhere';
  if (group === 'CR' || (group === 'OA' && reason === EXCESS_REASON)) return 'otherAdjustments';
  if (isDenial(payment)) return 'open';
  return isByContract(adjustment) || isIncentive(adjustment, payment) ? 'contractual' : 'open';
}

function isIncentive({ group, reason }: Adjustment, { remarkCodes = [], lines = [] }: ClaimPaymentFact) {
  const remarks = [...remarkCodes, ...lines.flatMap((line) => line.remarkCodes)];
  return (
    group === 'CO' && INCENTIVE.reasons.some((one) => one === reason) && remarks.includes(INCENTIVE.remark)
  );
}

/** By how much a payment adds more than it refuses: such as an incentive. Never more than zero, nor less where it is taken back. */
function addedBy(payment: ClaimPaymentFact): Cents {
  const refused = sumOf([payment], 'open');
  if (isDenial(payment)) return cents(0);
  return cents(isReversal(payment) ? Math.max(refused, 0) : Math.min(refused, 0));
}

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
  const last = ofLastPayer(countingPayments(ofLast, charge));
  const byPeople = [...new Map(events.map((event) => [event.id, event.fact])).values()];
  const writtenOff = (of: 'payer' | 'patient') =>
    sumCents(byPeople.flatMap((fact) => (fact.type === 'written-off' && fact.of === of ? fact.amount : [])));
  const paid = sumCents(payments.map((payment) => payment.paid));
  const contractual = contractualOf(payments);
  const otherAdjustments = otherOf(payments);
  const room = cents(charge - paid - contractual - otherAdjustments);
  const shares = patientSharesOf(last, speaksForItself(last, payments) ? room : undefined);
  const share = sumCents(Object.values(shares));
  // Of a share that the payer took back since, nothing is left to let go: it is no credit.
  const letGo = Math.min(writtenOff('patient'), Math.max(share, 0));
  const patientResponsibility = cents(share - letGo);
  const allWrittenOff = cents(writtenOff('payer') + letGo);
  const open = charge - paid - contractual - patientResponsibility - otherAdjustments - allWrittenOff;
  // What went back lessens what was paid too much, and no more: where the payer has taken that back itself since, nothing is counted twice.
  const wentBack = Math.max(0, Math.min(partsGivenBack(events), -open));
  return {
    charge,
    paid: cents(paid - wentBack),
    contractual,
    patientResponsibility,
    patientShares: shares,
    patientPaid: sumCents(byPeople.flatMap((fact) => (fact.type === 'patient-paid' ? fact.amount : []))),
    otherAdjustments,
    writtenOff: allWrittenOff,
    open: cents(open + wentBack),
  };
}

/** Of a claim that the payer has cancelled: nobody owes its charge, and what the patient has paid is the patient's. */
export function cancelledMoney(events: readonly ClaimEvent[]): ClaimMoney {
  const { patientPaid } = foldMoney(cents(0), events);
  return { ...foldMoney(cents(0), []), patientPaid };
}

/**
 * What payers took off by contract. A later payer that says what those before it did (OA 23) speaks of the whole charge: where that
 * leaves room for less than they took off, its own reduction takes the place of theirs.
 */
function contractualOf(payments: readonly ClaimPaymentFact[]): Cents {
  const last = ofLastPayer(payments);
  const before = payments.filter((payment) => !last.includes(payment));
  const said = sumOf(last, 'elsewhere');
  const theirs = sumOf(before, 'contractual');
  if (said === 0) return cents(theirs + sumOf(last, 'contractual'));
  const room = said - sumCents(before.map(({ paid }) => paid)) - otherOf(before);
  return cents(Math.min(theirs, Math.max(0, room)) + sumOf(last, 'contractual'));
}

const otherOf = (payments: readonly ClaimPaymentFact[]): Cents =>
  sumCents([sumOf(payments, 'otherAdjustments'), ...payments.map(addedBy)]);

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

/** A denial by a later payer that counts nothing of what those before it did: it refuses what they have paid, too. */
const speaksForItself = (last: readonly ClaimPaymentFact[], all: readonly ClaimPaymentFact[]): boolean =>
  all.some((payment) => !last.includes(payment)) &&
  last.every((payment) => isDenial(payment) && !payment.adjustments.some(isOfEarlierPayers));

/** `most`: what there is for the patient to owe. */
function patientSharesOf(payments: readonly ClaimPaymentFact[], most?: Cents): PatientShares {
  if (most !== undefined && sumOf(payments, 'patientResponsibility') > most)
    return { deductible: cents(0), coinsurance: cents(0), copay: cents(0), other: cents(Math.max(most, 0)) };
  const shares = { deductible: 0, coinsurance: 0, copay: 0, other: 0 };
  for (const { adjustments } of payments)
    for (const { group, reason, amount } of adjustments)
      if (group === 'PR') shares[SHARE_REASONS[reason] ?? 'other'] += amount;
  const { deductible, coinsurance, copay, other } = shares;
  return {
    deductible: cents(deductible),
    coinsurance: cents(coinsurance),
    copay: cents(copay),
    other: cents(other),
  };
}

/** One payment's own adjustments by what becomes of them; `refused` waits for a person. */
export function sharesOf(payment: ClaimPaymentFact) {
  const share = (bucket: Bucket) => sumOf([payment], bucket);
  return {
    contractual: share('contractual'),
    patientResponsibility: share('patientResponsibility'),
    otherAdjustments: otherOf([payment]),
    refused: cents(share('open') - addedBy(payment)),
  };
}

function sumOf(payments: readonly ClaimPaymentFact[], bucket: Bucket): Cents {
  return sumCents(
    payments.flatMap((payment) =>
      payment.adjustments.flatMap((each) => (bucketOf(each, payment) === bucket ? each.amount : [])),
    ),
  );
}

/** Each payer in turn says what is left to the patient: the last one's word holds. */
export function ofLastPayer(payments: readonly ClaimPaymentFact[]): ClaimPaymentFact[] {
  const turn = turnsOf(payments);
  const last = Math.max(...payments.map(turn));
  return payments.filter((payment) => turn(payment) === last);
}
