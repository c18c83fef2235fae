/** What edits may know besides the claim. All but the date may be absent; then the edits that ask for it are silent. */
import type { Procedures } from '../api/index.ts';
import type { CodeSets } from '../codes/index.ts';
import type { EnrollmentWait } from '../enrollment/wait.ts';
import type { IsoDate } from '../values/index.ts';

export interface EditContext {
  /** The practice's calendar date. For a file that was read: the day it was made. */
  readonly today: IsoDate;
  readonly codeSets?: CodeSets | undefined;
  readonly payer?: PayerFacts | undefined;
  readonly clearinghouse?: ClearinghouseLimits | undefined;
  /** From an eligibility answer for this member and payer. */
  readonly coveragePeriod?: CoveragePeriod | undefined;
  /** The practice's fee schedule; absent where it keeps none. */
  readonly procedures?: Procedures | undefined;
  /** A claim stands for the same patient, dates, codes and charges; found by whoever keeps the claims. */
  readonly isBilledAlready?: boolean | undefined;
  /** The claim was read from an X12 file, so its characters have travelled once already. */
  readonly isFromFile?: boolean | undefined;
}

/** What the practice or the clearinghouse's list says of the payer that the claim goes to. */
export interface PayerFacts {
  /** Whether its id is on the clearinghouse's list for professional claims. */
  readonly isListed?: boolean | undefined;
  readonly claimFilingIndicator?: string | undefined;
  /** Days from the service to the last day on which a first claim is taken. */
  readonly timelyFilingDays?: number | undefined;
  /** `after-medicare`: only when Medicare is the primary payer. */
  readonly takesSecondary?: boolean | 'after-medicare' | undefined;
  /** Claims wait for an enrollment of the billing provider. */
  readonly enrollment?: MissingEnrollment | undefined;
  /** Claims leave on paper. */
  readonly isPaperOnly?: boolean | undefined;
  /** Takes claims of these kinds only. */
  readonly accidentKind?: 'work' | 'auto' | 'work-and-auto' | undefined;
  readonly needsReferringProvider?: boolean | undefined;
  readonly needsBillingTaxonomy?: boolean | undefined;
  readonly needsPriorAuthorization?: boolean | undefined;
  /** The modifier it wants on every telehealth line, such as `95`. */
  readonly telehealthModifier?: string | undefined;
}

export interface MissingEnrollment {
  readonly waitsFor: EnrollmentWait;
  readonly sentOn?: IsoDate | undefined;
  /** The practice wants no claims to be sent before. */
  readonly isBlocking: boolean;
}

export interface ClearinghouseLimits {
  /** The payer ids that it routes by; without the flag g. */
  readonly payerIdPattern?: RegExp | undefined;
}

/** Both days are covered; an absent one is not known. */
export interface CoveragePeriod {
  readonly begins?: IsoDate | undefined;
  readonly ends?: IsoDate | undefined;
}
