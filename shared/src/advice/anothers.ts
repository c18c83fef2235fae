/** Decisions by which a claim is not this payer's to pay, or not first. */
import { type ClaimPaymentFact, isByContract } from '../lifecycle/index.ts';
import type { CauseId } from './causes.ts';
import { causeOfReason } from './reason-causes.ts';
import { causeOfRemark } from './remark-causes.ts';
import { remarkedAdjustments } from './remarked.ts';

type Cause = CauseId | undefined;

const ANOTHERS: ReadonlySet<Cause> = new Set<Cause>([
  'not-insured-then',
  'wrong-payer',
  'other-payer-first',
  'accident-payer',
  'capitated',
]);

const remarked = ({ remarkCodes = [], lines = [] }: ClaimPaymentFact): readonly Cause[] =>
  [...remarkCodes, ...lines.flatMap((line) => line.remarkCodes)].map(causeOfRemark);

/** Of each amount that it refuses or leaves to the patient: by its reason, and by what is remarked of it. */
const causes = (payment: ClaimPaymentFact): (readonly Cause[])[] =>
  remarkedAdjustments(payment)
    .filter((each) => each.amount > 0 && !isByContract(each))
    .map(({ reason, remarkCodes }) => [causeOfReason(reason), ...remarkCodes.map(causeOfRemark)]);

/**
 * It pays nothing, and says of all of it that another insurance is to be billed. That one comes first says nothing new where
 * `isOtherDecided`.
 */
export function isAnothers(payment: ClaimPaymentFact, isOtherDecided = false): boolean {
  if (payment.paid !== 0) return false;
  const said = causes(payment);
  const isOf = (cause: Cause) => ANOTHERS.has(cause) && !(isOtherDecided && cause === 'other-payer-first');
  return said.length > 0 ? said.every((each) => each.some(isOf)) : remarked(payment).some(isOf);
}

/** By these decisions another insurance has had its turn, and did not refuse it as another's. */
export const isDecidedByOther = (before: readonly ClaimPaymentFact[]): boolean =>
  before.some((payment) => !isAnothers(payment));

/** It pays after another one. */
export const comesLater = (payment: ClaimPaymentFact): boolean =>
  [...causes(payment).flat(), ...remarked(payment)].includes('other-payer-first');
