/** A claim without what earlier payers decided on it (2320 CAS, AMT*D, AMT*A8, AMT*EAF, MOA; 2430): what is left was billed. */
import type { Claim } from './claim.ts';

export function withoutDecisions(claim: Claim): Claim {
  const { otherCoverages, serviceLines, ...rest } = claim;
  return {
    ...rest,
    ...(otherCoverages && {
      otherCoverages: otherCoverages.map(
        ({
          adjustments: _adjustments,
          paidAmount: _paid,
          nonCoveredAmount: _nonCovered,
          remainingPatientLiability: _remaining,
          outpatientAdjudication: _outpatient,
          ...other
        }) => other,
      ),
    }),
    serviceLines: serviceLines.map(({ adjudications: _adjudications, ...line }) => line),
  };
}

/** Whether an earlier payer's decision goes with it. */
export const namesDecisions = ({ otherCoverages = [], serviceLines }: Claim): boolean =>
  serviceLines.some(({ adjudications }) => adjudications !== undefined) ||
  otherCoverages.some(
    ({ adjustments, paidAmount, nonCoveredAmount, remainingPatientLiability, outpatientAdjudication }) =>
      [adjustments, paidAmount, nonCoveredAmount, remainingPatientLiability, outpatientAdjudication].some(
        (said) => said !== undefined,
      ),
  );
