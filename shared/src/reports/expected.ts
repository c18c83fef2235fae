/** What a payer's contract allows for a claim as a whole. */
import type { Claim } from '../claim/index.ts';
import { type Cents, cents } from '../values/index.ts';
import { type ContractRates, procedureKey } from '../worklists/index.ts';

/** Undefined where the contract does not name every line, or counts a line in other units: a part would be set against the whole. */
export function expectedOf(
  { serviceLines }: Pick<Claim, 'serviceLines'>,
  rates: ContractRates,
): Cents | undefined {
  let expected = 0;
  for (const line of serviceLines) {
    const rate = rates[procedureKey(line)] ?? rates[line.procedureCode];
    if (rate === undefined || line.unitOfMeasure !== undefined) return undefined;
    // No contract owes more than the charge.
    expected += Math.min(Math.round(rate * line.units), line.chargeAmount);
  }
  return cents(expected);
}
