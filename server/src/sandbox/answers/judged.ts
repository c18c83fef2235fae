/** An upload after it was read and judged: all that the answers are made from. */
import type { BillingProvider } from '@claimside/shared/claim';
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import type { ClaimFile, CompleteReadClaim } from '../../transactions/claim-837p/index.ts';
import type { Scenario } from '../scenarios.ts';

export interface JudgedFile {
  readonly fileId: string;
  /** As uploaded, with its extension. */
  readonly name: string;
  /** The name holds OATEST. */
  readonly test: boolean;
  readonly username: string;
  readonly at: UtcInstant;
  readonly file: ClaimFile;
  readonly claims: readonly JudgedClaim[];
}

export interface JudgedClaim extends CompleteReadClaim {
  readonly scenario: Scenario;
  readonly clearinghouseClaimId: string;
  /** What the payer will call it (REF*1K, CLP07). */
  readonly payerClaimControlNumber: string;
  /** The adjudicated claim that this one replaces or voids. */
  readonly corrects?: JudgedClaim;
}

/** The day of an answer, in UTC. */
export function dayOf(at: UtcInstant): IsoDate {
  return at.slice(0, 10) as IsoDate;
}

/** `HHMM`, in UTC. */
export function timeOf(at: UtcInstant): string {
  return at.slice(11, 13) + at.slice(14, 16);
}

/** A billing provider's name on one line. */
export function nameOf({ name }: BillingProvider): string {
  return name.kind === 'organization' ? name.organizationName : `${name.lastName} ${name.firstName}`;
}
