/** What an 835 file is made of, from the envelope down to the claim; a reader tells it in order, a writer takes it in order. */
import type { Leftover } from '../guide/leftovers.ts';
import type { EnvelopeParts, GroupStart, InterchangeStart } from '../parts/file-parts.ts';
import type { ClaimGroup, ClaimPayment, ProviderAdjustment, RemittanceHead } from './model/index.ts';

/** What a part of a file holds beside its model. */
export interface BesideModel {
  /** Paths of required amounts that the file does not say or that can't be read; they are 0 in the model. */
  readonly lacks?: readonly string[];
  /** What the model has no place for. */
  readonly notInModel?: readonly Leftover[];
}

/** ST up to the payee. */
export interface RemittanceStart extends BesideModel {
  /** ST02. */
  readonly controlNumber: string;
  /** ST03, which the guide does not have. */
  readonly version?: string;
  readonly head: RemittanceHead;
}

/** LX, TS3 and TS2. */
export interface ClaimGroupStart extends BesideModel {
  readonly group: ClaimGroup;
}

/** 2100. */
export interface ClaimPaymentRecord extends BesideModel {
  readonly payment: ClaimPayment;
}

/** Where a claim's segments stand; ordinals count from ST = 1. */
export interface ClaimPaymentPosition {
  readonly transactionSetControlNumber: string;
  readonly firstOrdinal: number;
  readonly lastOrdinal: number;
}

export interface ReadClaimPayment extends ClaimPaymentRecord {
  readonly position: ClaimPaymentPosition;
}

/** PLB, and what else stands behind the claims. */
export interface RemittanceEnd extends BesideModel {
  readonly providerAdjustments: readonly ProviderAdjustment[];
}

/** Each beginning ends what was open at its own level and below. */
export interface RemittanceFileVisitor<Record extends ClaimPaymentRecord = ClaimPaymentRecord>
  extends EnvelopeParts {
  remittance(start: RemittanceStart): void;
  claimGroup(start: ClaimGroupStart): void;
  claim(record: Record): void;
  /** Told of every remittance, behind its last claim. */
  remittanceEnd(end: RemittanceEnd): void;
}

export interface ClaimsOfGroup extends ClaimGroupStart {
  readonly claims: readonly ClaimPaymentRecord[];
}

export interface RemittanceSet extends RemittanceStart {
  readonly claimGroups: readonly ClaimsOfGroup[];
  readonly end: RemittanceEnd;
}

export interface RemittanceGroup extends GroupStart {
  readonly sets: readonly RemittanceSet[];
}

export interface RemittanceInterchange extends InterchangeStart {
  /** Elements of each TA1. */
  readonly acknowledgements?: readonly (readonly string[])[];
  readonly groups: readonly RemittanceGroup[];
}
