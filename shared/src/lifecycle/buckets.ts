/** What becomes of each amount that a payment takes off: whose it is, or that it waits for a person. */
import { type Cents, cents, sumCents } from '../values/index.ts';
import { isByContract, isDenial } from './denial.ts';
import type { Adjustment, ClaimPaymentFact } from './events.ts';
import { isOfEarlierPayers, isReversal } from './payments.ts';

/** OA 94: paid in excess of the charge. */
const EXCESS_REASON = '94';

/** B13: what the same payer has settled before, and does not pay once more. */
const SETTLED_BEFORE = 'B13';

/** What Medicare adds or takes for the quality of care (CO 144, CO 237), where the remark beside it says so. */
const INCENTIVE = { reasons: ['144', '237'], remark: 'N807' } as const;

export type Bucket =
  | 'contractual'
  | 'patientResponsibility'
  | 'otherAdjustments'
  | 'earlier-payers'
  | 'settled-before'
  | 'open';

/** Nothing is written off under a denial, and OA and PI are no write-off by themselves. */
function bucketOf(adjustment: Adjustment, payment: ClaimPaymentFact): Bucket {
  const { group, reason } = adjustment;
  if (group === 'PR') return 'patientResponsibility';
  if (isOfEarlierPayers(adjustment)) return 'earlier-payers';
  if (group === 'CR' || (group === 'OA' && reason === EXCESS_REASON)) return 'otherAdjustments';
  if (isDenial(payment)) return 'open';
  if (reason === SETTLED_BEFORE) return 'settled-before';
  return isByContract(adjustment) || isIncentive(adjustment, payment) ? 'contractual' : 'open';
}

function isIncentive({ group, reason }: Adjustment, { remarkCodes = [], lines = [] }: ClaimPaymentFact) {
  const remarks = [...remarkCodes, ...lines.flatMap((line) => line.remarkCodes)];
  return (
    group === 'CO' && INCENTIVE.reasons.some((one) => one === reason) && remarks.includes(INCENTIVE.remark)
  );
}

export function sumOf(payment: ClaimPaymentFact, bucket: Bucket): Cents {
  return sumCents(
    payment.adjustments.flatMap((each) => (bucketOf(each, payment) === bucket ? each.amount : [])),
  );
}

/** By how much a payment adds more than it refuses: such as an incentive. Never more than zero, nor less where it is taken back. */
function addedBy(payment: ClaimPaymentFact): Cents {
  const refused = sumOf(payment, 'open');
  if (isDenial(payment)) return cents(0);
  return cents(isReversal(payment) ? Math.max(refused, 0) : Math.min(refused, 0));
}

/** One payment's own adjustments by what becomes of them; `refused` waits for a person. */
export function sharesOf(payment: ClaimPaymentFact) {
  return {
    contractual: sumOf(payment, 'contractual'),
    patientResponsibility: sumOf(payment, 'patientResponsibility'),
    otherAdjustments: cents(sumOf(payment, 'otherAdjustments') + addedBy(payment)),
    refused: cents(sumOf(payment, 'open') - addedBy(payment)),
  };
}

/** It stands for a part that the payment refused: neither contract, share, correction nor what others did. */
export const isRefusedBy = (adjustment: Adjustment, payment: ClaimPaymentFact): boolean =>
  adjustment.amount > 0 && bucketOf(adjustment, payment) === 'open';

/** What it refused, and waits for a person. */
export const refusedIn = (payment: ClaimPaymentFact): Cents => sharesOf(payment).refused;
