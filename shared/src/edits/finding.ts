/** The one shape of "something is wrong here" on a claim. */

/** `error` blocks sending, `warning` wants a look, `repaired` was format only and is already fixed. */
export type FindingSeverity = 'error' | 'warning' | 'repaired';

export interface Finding {
  /** Stable id of the edit, such as `npi-check-digit`. */
  readonly id: string;
  readonly severity: FindingSeverity;
  /** Where in the ClaimDraft: `patient.birthDate`, `serviceLines.0.procedureCode`; `` for the whole claim. */
  readonly path: string;
  /** What is wrong, one sentence in a biller's words. Never contains a patient's name or number. */
  readonly message: string;
  /** What to do about it, one short sentence. */
  readonly fix: string;
}
