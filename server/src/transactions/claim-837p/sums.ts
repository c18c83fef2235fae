/** CLM02 against the charges of the lines. */
import type { ClaimDraft } from '@claimside/shared/claim';
import type { Cents } from '@claimside/shared/values';
import { type Fault, readCents, type Segment, writeCents } from '../../x12/index.ts';
import { boundedSum } from '../parts/sums.ts';

/** CLM02 as stated; reports when it is not the sum of SV102. */
export function checkSums(
  clm: Segment,
  { serviceLines = [] }: ClaimDraft,
  report: (fault: Fault, element: number) => void,
): Cents | undefined {
  const stated = readCents(clm.element(2));
  // A claim without lines lacks them, which is told.
  if (stated === undefined || serviceLines.length === 0) return stated;
  if (serviceLines.some(({ chargeAmount }) => chargeAmount === undefined)) return stated;
  const sum = boundedSum(serviceLines.flatMap(({ chargeAmount }) => chargeAmount ?? []));
  if (stated !== sum) {
    const [of, is] = [writeCents(stated), writeCents(sum)];
    const message = `CLM02 is ${of}, and the charges of the lines add up to ${is}.`;
    const fix = 'Correct CLM02, or the charge that is wrong.';
    report({ code: 'CLM02-SUM', snip: 3, message, value: of, expected: is, fix }, 2);
  }
  return stated;
}
