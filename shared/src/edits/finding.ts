/** The one shape of "something is wrong here" on a claim. */

/** `error` blocks sending, `warning` wants a look, `repaired` was format only and is put right when the claim is written. */
export type FindingSeverity = 'error' | 'warning' | 'repaired';

/**
 * What kind of check it is (WEDI SNIP): 1 syntax, 2 what the guide always requires, 3 sums, 4 what one part requires of
 * another, 5 code sets, 6 a kind of service, 7 a partner's own rule.
 */
export type SnipType = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Writes a value at a path of the draft; without a value, takes away what stands there. */
export interface FieldWrite {
  readonly path: string;
  readonly value?: unknown;
}

export interface Finding {
  /** Stable id of the edit, such as `npi-check-digit`. */
  readonly id: string;
  readonly severity: FindingSeverity;
  /** Absent on what is not about the claim as such, but about how it was read or typed. */
  readonly snip?: SnipType | undefined;
  /** Where in the ClaimDraft: `patient.birthDate`, `serviceLines.0.procedureCode`; `` for the whole claim. */
  readonly path: string;
  /** What is wrong, one sentence in a biller's words. Never contains a value of the claim. */
  readonly message: string;
  /** What to do about it, one short sentence. */
  readonly fix: string;
  /**
   * Does it, where only one way is right (form, never content): see `withFix`. Holds values of the claim: never log it
   * and leave it out of what leaves for others.
   */
  readonly apply?: readonly FieldWrite[] | undefined;
}

/** What an edit found. */
export interface EditFinding extends Finding {
  readonly snip: SnipType;
}
