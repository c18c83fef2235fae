/** 837P (005010X222A1): one interchange of professional claims, as written and as read back. */
import type { Claim } from '@claimside/shared/claim';
import type { InterchangeEnvelope, X12Finding } from '../../x12/index.ts';

/** Everything around the claims; comes from the clearinghouse profile, the connection and the control numbers. */
export interface ClaimFileEnvelope extends InterchangeEnvelope {
  /** BHT03. */
  readonly batchReference: string;
  /** 1000A. */
  readonly submitter: {
    readonly name: string;
    readonly id: string;
    readonly contactName: string;
    readonly contactPhone: string;
  };
  /** 1000B. */
  readonly receiver: { readonly name: string; readonly id: string };
}

/** A claim with the numbers allotted to it. */
export interface NumberedClaim {
  /** CLM01: at most 13 upper-case letters and digits. */
  readonly patientControlNumber: string;
  readonly claim: Claim;
}

/** Where a claim's segments ended up, so that a 999's position can be traced back. Ordinals count from ST = 1. */
export interface ClaimPosition {
  readonly patientControlNumber: string;
  readonly transactionSetControlNumber: string;
  readonly firstOrdinal: number;
  readonly lastOrdinal: number;
}

export interface WrittenClaimFile {
  readonly bytes: Uint8Array;
  readonly positions: readonly ClaimPosition[];
}

/** An 837P as read. */
export interface ClaimFile {
  readonly envelope: ClaimFileEnvelope;
  readonly claims: readonly ReadClaim[];
  readonly findings: readonly X12Finding[];
}

export interface ReadClaim extends NumberedClaim {
  /** REF*6R of each line, in order. */
  readonly lineControlNumbers: readonly string[];
  readonly position: ClaimPosition;
}
