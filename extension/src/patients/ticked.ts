/** Patients that are ticked, to be asked about together. */
import type { PatientRow } from '@claimside/shared/api';

/** By their keys, in the order in which they were ticked. */
export type Ticked = ReadonlyMap<string, PatientRow>;

export function ticking(ticked: Ticked, rows: readonly PatientRow[], isTicked: boolean): Ticked {
  const next = new Map(ticked);
  for (const row of rows) {
    if (isTicked) next.set(row.patientKey, row);
    else next.delete(row.patientKey);
  }
  return next;
}
