/** A claim without what earlier payers decided on it (2320 CAS, AMT*D, AMT*A8, AMT*EAF, MOA; 2430): what is left was billed. */
import type { Claim } from './claim.ts';
import type { OtherCoverage } from './other-coverage.ts';

/** Of another coverage what its payer decided. */
const DECIDED: readonly (keyof OtherCoverage)[] = [
  'adjustments',
  'paidAmount',
  'nonCoveredAmount',
  'remainingPatientLiability',
  'outpatientAdjudication',
];

export function withoutDecisions(claim: Claim): Claim {
  const { otherCoverages, serviceLines, ...rest } = claim;
  return {
    ...rest,
    ...(otherCoverages && {
      otherCoverages: otherCoverages.map((coverage) => {
        const billed = { ...coverage };
        for (const field of DECIDED) delete billed[field];
        return billed;
      }),
    }),
    serviceLines: serviceLines.map(({ adjudications: _adjudications, ...line }) => line),
  };
}

/** Whether an earlier payer's decision goes with it. */
export const namesDecisions = ({ otherCoverages = [], serviceLines }: Claim): boolean =>
  serviceLines.some(({ adjudications }) => adjudications !== undefined) ||
  otherCoverages.some((coverage) => DECIDED.some((field) => coverage[field] !== undefined));
