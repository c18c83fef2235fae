/** 837P (005010X222A1): interchanges of professional claims, as written and as read back. */
import type { Claim, ClaimDraft } from '@claimside/shared/claim';
import type { Cents, IsoDate } from '@claimside/shared/values';
import type { InterchangeEnvelope, X12Finding } from '../../x12/index.ts';
import type { Leftover } from '../guide/leftovers.ts';

/** Everything around the claims of one file of ours; comes from the profile, the connection and the control numbers. */
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

/** BHT, 1000A and 1000B of a transaction set. */
export interface ClaimSetHead {
  /** BHT02: 00 original, 18 reissue. */
  readonly purpose?: string;
  readonly batchReference?: string;
  readonly date?: IsoDate;
  readonly time?: string;
  /** BHT06: CH claims, RP encounters, 31 subrogation. */
  readonly kind?: string;
  readonly submitter?: {
    readonly organizationName?: string;
    readonly lastName?: string;
    readonly firstName?: string;
    readonly middleName?: string;
    readonly id?: string;
    readonly contacts?: readonly {
      readonly name?: string;
      readonly phone?: string;
      readonly extension?: string;
      readonly fax?: string;
      readonly email?: string;
    }[];
  };
  readonly receiver?: { readonly name?: string; readonly id?: string };
}

/** A claim with the numbers allotted to it. */
export interface NumberedClaim {
  /** CLM01: at most 13 upper-case letters and digits. */
  readonly patientControlNumber: string;
  readonly claim: Claim;
}

/** A claim of any file, complete or not, with what the model has no place for. */
export interface ClaimRecord {
  /** CLM01; empty when the claim's CLM got lost. */
  readonly patientControlNumber: string;
  readonly claim: ClaimDraft;
  readonly notInModel?: readonly Leftover[];
  /**
   * The outermost level (2000A, 2000B, 2000C) that begins with this claim. Absent: it stands in the levels of the claim
   * before, as far as they say the same.
   */
  readonly opens?: 'billing' | 'subscriber' | 'patient';
  /** CLM02 as stated; written only where the charges of the lines are not all known. */
  readonly statedCharge?: Cents | undefined;
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

export interface ReadClaim extends ClaimRecord {
  /** CLM02 as stated. */
  readonly statedCharge: Cents | undefined;
  /** Where it stood. */
  readonly position: ClaimPosition;
}

/** A read claim that lacks nothing. */
export type CompleteReadClaim = Omit<ReadClaim, 'claim'> & NumberedClaim;

/** An 837P as read. */
export interface ClaimFile {
  /** Of the first interchange and its first set. */
  readonly envelope: ClaimFileEnvelope;
  readonly claims: readonly ReadClaim[];
  readonly findings: readonly X12Finding[];
}
