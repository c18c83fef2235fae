/** 277CA (005010X214): what a clearinghouse or payer says of each claim before adjudication. */
import type { Cents, IsoDate } from '@claimside/shared/values';
import type { X12Finding } from '../../x12/index.ts';

export interface ClaimAcknowledgementFile {
  readonly interchangeControlNumber: string;
  readonly senderId: string;
  readonly transactions: readonly ClaimAcknowledgement[];
  readonly findings: readonly X12Finding[];
}

/** One ST ... SE. */
export interface ClaimAcknowledgement {
  /** BHT03. */
  readonly referenceId: string;
  /** 2100A: who answers. `PR` payer, `AY` clearinghouse. */
  readonly source: { readonly entity: string; readonly name: string; readonly id: string };
  readonly receivedDate?: IsoDate;
  readonly processedDate?: IsoDate;
  /** 2200B: about the whole batch; `traceNumber` echoes our BHT03. */
  readonly receiver: { readonly traceNumber: string; readonly statuses: readonly StatusInformation[] };
  /** 2000C. */
  readonly providers: readonly ProviderAcknowledgement[];
}

export interface ProviderAcknowledgement {
  readonly npi: string;
  /** NM103 of 2100C. */
  readonly name?: string;
  readonly statuses: readonly StatusInformation[];
  /** 2000D. */
  readonly claims: readonly ClaimStatusAnswer[];
}

/** 2200D. */
export interface ClaimStatusAnswer {
  /** TRN02: our CLM01. */
  readonly patientControlNumber: string;
  readonly patientLastName: string;
  readonly patientFirstName?: string;
  readonly memberId?: string;
  readonly statuses: readonly StatusInformation[];
  /** REF*1K. */
  readonly payerClaimControlNumber?: string;
  /** REF*D9. */
  readonly clearinghouseTraceNumber?: string;
  readonly serviceDate?: IsoDate;
  readonly lines: readonly LineStatusAnswer[];
}

/** 2220D. */
export interface LineStatusAnswer {
  /** REF*FJ: our REF*6R. */
  readonly lineControlNumber?: string;
  readonly procedureCode: string;
  /** SVC02. */
  readonly chargeAmount?: Cents;
  readonly statuses: readonly StatusInformation[];
}

/** STC. */
export interface StatusInformation {
  /** STC01, then STC10 and STC11. */
  readonly codes: readonly StatusCode[];
  readonly date?: IsoDate;
  /** STC03: WQ accepted, U rejected. */
  readonly action?: string;
  readonly amount?: Cents;
  /** STC12. */
  readonly message?: string;
}

export interface StatusCode {
  /** A0-A8, P.., F.., R.., E.., D0. */
  readonly category: string;
  readonly status: string;
  readonly entity?: string;
}
