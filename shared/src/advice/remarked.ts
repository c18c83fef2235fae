/** What a payer took off, each amount with the remarks that speak of it. */
import { type Adjustment, adjustmentsOfClaim, type ClaimPaymentFact } from '../lifecycle/index.ts';
import { remarksOfLine } from './advise.ts';

export interface RemarkedAdjustment extends Adjustment {
  readonly remarkCodes: readonly string[];
  /** Place among the lines that were told of; absent where it is of the claim as a whole. */
  readonly lineTold?: number;
}

/** Those of the claim first. */
export function remarkedAdjustments(
  payment: Pick<ClaimPaymentFact, 'adjustments' | 'remarkCodes' | 'lines'>,
): RemarkedAdjustment[] {
  const { remarkCodes = [], lines = [] } = payment;
  return [
    ...adjustmentsOfClaim(payment).map((adjustment) => ({ ...adjustment, remarkCodes })),
    ...lines.flatMap((line, lineTold) =>
      line.adjustments.map((adjustment) => ({
        ...adjustment,
        remarkCodes: remarksOfLine(line, remarkCodes),
        lineTold,
      })),
    ),
  ];
}
