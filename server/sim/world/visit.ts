/** Nothing may arrive that nobody pressed for, nor as another visit: by the number of each claim and by what was billed in it. */
import type { Claim } from '@claimside/shared/claim';

type Billed = Pick<Claim, 'patient' | 'coverage' | 'serviceLines'>;

/** Who was seen and what for: no two visits of a suite are alike in it. */
export function visitOf({ patient, coverage, serviceLines }: Billed): string {
  const lines = serviceLines.map(
    ({ procedureCode, modifiers = [], units, chargeAmount }) =>
      `${[procedureCode, ...modifiers].join(':')} x ${units} ${chargeAmount}`,
  );
  return [patient.lastName, coverage.memberId, ...lines].join(', ');
}

export interface DeliveredClaim {
  readonly patientControlNumber: string;
  readonly visit: string;
}

/** `presses`: what was asked for, with the number that was answered. */
export function notPressed(
  delivered: readonly DeliveredClaim[],
  presses: readonly { readonly patientControlNumber: string | undefined; readonly visit: string }[],
): string[] {
  const asked = new Map(presses.map(({ patientControlNumber, visit }) => [patientControlNumber, visit]));
  return delivered.flatMap(({ patientControlNumber, visit }) => {
    const wanted = asked.get(patientControlNumber);
    if (wanted === undefined) return `${patientControlNumber}: delivered, and nobody pressed for it`;
    return wanted === visit ? [] : `${patientControlNumber}: delivered as ${visit} in place of ${wanted}`;
  });
}
