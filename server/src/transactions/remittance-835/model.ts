/** 835 (005010X221A1): what was paid and why not more. All money in cents, signs as sent. */
import type { Cents, IsoDate } from '@claimside/shared/values';
import type { X12Finding } from '../../x12/index.ts';

export interface RemittanceFile {
  readonly interchangeControlNumber: string;
  readonly senderId: string;
  readonly remittances: readonly Remittance[];
  readonly findings: readonly X12Finding[];
}

/** One ST ... SE. */
export interface Remittance {
  /** BPR01. */
  readonly handlingCode: string;
  /** BPR02. */
  readonly paymentAmount: Cents;
  /** BPR04: ACH, CHK, NON, FWT, BOP. */
  readonly paymentMethod: string;
  /** BPR16. */
  readonly paymentDate: IsoDate;
  /** TRN02: check or EFT number. */
  readonly traceNumber: string;
  /** TRN03: 1 + the payer's EIN. */
  readonly payerTraceId: string;
  readonly payer: { readonly name: string; readonly id?: string };
  readonly payee: { readonly name: string; readonly npi?: string; readonly taxId?: string };
  readonly claims: readonly ClaimPayment[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
}

/** 2100. */
export interface ClaimPayment {
  /** CLP01: our CLM01. */
  readonly patientControlNumber: string;
  /** CLP02. */
  readonly statusCode: string;
  readonly chargeAmount: Cents;
  readonly paidAmount: Cents;
  readonly patientResponsibility: Cents;
  readonly claimFilingIndicator: string;
  /** CLP07. */
  readonly payerClaimControlNumber: string;
  readonly patient: { readonly lastName: string; readonly firstName: string; readonly memberId?: string };
  readonly adjustments: readonly ClaimAdjustment[];
  /** MOA03-07, MIA remark codes. */
  readonly remarkCodes: readonly string[];
  readonly statementFrom?: IsoDate;
  readonly statementTo?: IsoDate;
  readonly lines: readonly ServicePayment[];
}

/** One CAS triple. */
export interface ClaimAdjustment {
  readonly group: string;
  readonly reason: string;
  readonly amount: Cents;
  readonly quantity?: number;
}

/** 2110. */
export interface ServicePayment {
  /** SVC01-2 as adjudicated. */
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  readonly chargeAmount: Cents;
  readonly paidAmount: Cents;
  readonly units: number;
  /** SVC06-2, when it differs from what was adjudicated. */
  readonly submittedProcedureCode?: string;
  readonly serviceDate?: IsoDate;
  /** REF*6R. */
  readonly lineControlNumber?: string;
  readonly adjustments: readonly ClaimAdjustment[];
  /** AMT*B6. */
  readonly allowedAmount?: Cents;
  /** LQ*HE. */
  readonly remarkCodes: readonly string[];
}

/** One PLB pair. */
export interface ProviderAdjustment {
  readonly providerId: string;
  readonly fiscalDate: IsoDate;
  /** PLB03-1. */
  readonly reason: string;
  /** PLB03-2. */
  readonly reference?: string;
  /** Positive lowers the payment. */
  readonly amount: Cents;
}
