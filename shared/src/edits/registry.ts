/** All edits in one list, and the one way to run them: the same in the sidebar and on the server. */
import type { ClaimDraft } from '../claim/index.ts';
import type { CodeSets } from '../codes/index.ts';
import type { IsoDate } from '../values/index.ts';
import { coverageEdits } from './coverage.ts';
import { dateEdits } from './dates.ts';
import { diagnosisEdits } from './diagnoses.ts';
import type { Finding, FindingSeverity } from './finding.ts';
import { identifierEdits } from './identifiers.ts';
import { moneyEdits } from './money.ts';
import { patientEdits } from './patient.ts';
import { providerEdits } from './providers.ts';
import { requiredEdits } from './required.ts';
import { serviceLineEdits } from './service-lines.ts';

/** What an edit may know besides the claim. */
export interface EditContext {
  /** The practice's calendar date. */
  readonly today: IsoDate;
  /** What the practice's code lists say of the codes on this claim (`codeSetsFrom(facts)`); absent where none was asked. */
  readonly codeSets?: CodeSets;
}

/** One thing found, without what its edit already says. */
export interface Hit {
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** A rule about claims: looks, never changes. */
export interface Edit {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly check: (draft: ClaimDraft, context: EditContext) => Iterable<Hit>;
}

export const EDITS: readonly Edit[] = [
  ...requiredEdits,
  ...patientEdits,
  ...coverageEdits,
  ...identifierEdits,
  ...providerEdits,
  ...dateEdits,
  ...diagnosisEdits,
  ...serviceLineEdits,
  ...moneyEdits,
];

/** Every finding on the draft, in the order of EDITS; none means it can be sent. */
export function runEdits(draft: ClaimDraft, context: EditContext): Finding[] {
  return EDITS.flatMap(({ id, severity, check }) =>
    [...check(draft, context)].map((hit): Finding => ({ id, severity, ...hit })),
  );
}
