/** Facts about a claim, in the order they were learnt; the status is a fold over them. */
import type { Cents, IsoDate, UtcInstant } from '../values/index.ts';
import type { AppealOutcome } from './appeal.ts';
import type { FollowUp } from './follow-up.ts';
import type { NoFurtherReason } from './next-insurance.ts';
import type { RefundWay } from './refunds.ts';
import type { UnderpaymentReason } from './underpayment.ts';

/** Where a fact comes from. */
export type EventSource =
  | { readonly kind: 'person'; readonly deviceId: string }
  | { readonly kind: 'system' }
  /** `matchedBy`: the device whose person said that this part of the file is about this claim. */
  | {
      readonly kind: 'inbound-file';
      readonly fileId: string;
      readonly fileName: string;
      readonly matchedBy?: string;
    };

/** Who speaks of a claim before it is decided on. */
export type Speaker = 'clearinghouse' | 'payer';

/** One CAS triple. */
export interface Adjustment {
  /** CO, PR, OA, PI, CR. */
  readonly group: string;
  /** Claim adjustment reason code, opaque. */
  readonly reason: string;
  readonly amount: Cents;
  readonly quantity?: number;
}

/** What one remittance said of one claim (2100). */
export interface ClaimPaymentFact {
  /** TRN03 + TRN02 + BPR02 + BPR16 joined: the payment, whatever file it came in. */
  readonly paymentKey: string;
  /** Hash of the claim's part of the remittance, so that the same part is counted once. */
  readonly contentHash: string;
  readonly checkNumber: string;
  readonly paymentDate: IsoDate;
  readonly payerName: string;
  /** CLP02. */
  readonly claimStatusCode: string;
  readonly payerClaimControlNumber: string;
  readonly charge: Cents;
  readonly paid: Cents;
  /** Claim and line level together, those of the claim first; never summed across levels twice. */
  readonly adjustments: readonly Adjustment[];
  /** MIA, MOA. Facts that were learnt before 2026-11-26 have neither these nor lines. */
  readonly remarkCodes?: readonly string[] | undefined;
  readonly lines?: readonly LinePaymentFact[] | undefined;
}

/** What it said of one service line (2110). */
export interface LinePaymentFact {
  /** REF*6R, as it came back. */
  readonly lineControlNumber?: string;
  /** As adjudicated, which may be another than was sent. */
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  /** SVC06, where another was sent. */
  readonly submittedProcedureCode?: string;
  readonly submittedModifiers?: readonly string[];
  /** DTM*472 or 150; absent where the claim's dates hold. */
  readonly serviceDate?: IsoDate;
  readonly charge: Cents;
  readonly paid: Cents;
  /** SVC05; absent in facts that were learnt before it was kept. */
  readonly units?: number;
  /** AMT*B6. */
  readonly allowed?: Cents;
  readonly adjustments: readonly Adjustment[];
  /** LQ*HE. */
  readonly remarkCodes: readonly string[];
}

/**
 * Of a file (999), of a claim by the clearinghouse (277CA), what becomes of a claim that it holds, of a claim by the payer
 * (277CA, or the money at once), of the money (835), by the next insurance that the payer sent it on to. In the order in which a claim meets them.
 */
export const EXCHANGED_ANSWERS = [
  'file-acknowledgement',
  'claim-acknowledgement',
  'end-of-pend',
  'payer-acknowledgement',
  'remittance',
  'next-payer-decision',
] as const;
/** Those that come by the clearinghouse. */
export type ExchangedAnswer = (typeof EXCHANGED_ANSWERS)[number];
/** And to what a person wrote to the payer against its decision. */
export const AWAITED_ANSWERS = [...EXCHANGED_ANSWERS, 'appeal-decision'] as const;
export type AwaitedAnswer = (typeof AWAITED_ANSWERS)[number];

export const WRITE_OFF_REASONS = [
  'filing-deadline-passed',
  'not-covered',
  'small-balance',
  'courtesy',
  'contract',
  'capitation',
  'bad-debt',
  'other',
] as const;
export type WriteOffReason = (typeof WRITE_OFF_REASONS)[number];

/** A corrected claim says another amount than counted by then; or the visit was billed afresh, and what was paid for it goes along. */
export type PaidBecause =
  | { readonly kind: 'claim-says'; readonly amount: Cents }
  | { readonly kind: 'billed-afresh' };
export const PATIENT_PAYMENT_METHODS = ['cash', 'card', 'check', 'transfer', 'other'] as const;
export type PatientPaymentMethod = (typeof PATIENT_PAYMENT_METHODS)[number];

/** What is wanted of a person where it is certain that the claim is there: more information (R), or what tells why nothing is paid (F2, F4). */
export type TheyHaveIt = 'asks' | 'unpaid';

/** Under which the clearinghouse and the payer have the claim, as they told with their word: people call them with it. */
export interface TheirNumbers {
  readonly clearinghouseClaimId?: string;
  readonly payerClaimControlNumber?: string;
}

/** Each kind with what only it knows. `message` is the sender's own words, opaque, shown to people with the right to see the claim. */
export type ClaimFact =
  /** `follows`: out of an earlier claim, and of no page. */
  | { readonly type: 'captured'; readonly ehr: string; readonly follows?: FollowUp }
  | { readonly type: 'checked'; readonly warnings: number }
  | { readonly type: 'queued' }
  /** A person took it back before it was put into a file. */
  | { readonly type: 'cancelled' }
  /** It certainly never left, and never will by itself: correct it and bill again. */
  | { readonly type: 'withheld'; readonly message: string }
  | { readonly type: 'sent'; readonly outboundFileId: string; readonly fileName: string }
  /**
   * Upload number `attempt` (1 when not said) broke before its end was seen; `occupied`: another file lies there under
   * that name, which was left as it is; `sentTo`: where it was sent, where the account is another one since.
   */
  | {
      readonly type: 'delivery-unknown';
      readonly fileName: string;
      readonly attempt?: number;
      readonly occupied?: boolean;
      readonly sentTo?: string;
    }
  /** One of several copies of the file was refused, for the `refusal`th time: which, the refusal does not say. */
  | {
      readonly type: 'copy-refused';
      readonly fileName: string;
      readonly refusal: number;
      readonly codes: readonly string[];
      readonly message: string;
    }
  /** A person, who knew of so many refusals, found that a copy was taken all the same. */
  | { readonly type: 'copy-taken'; readonly fileName: string; readonly refusals: number }
  /**
   * A person found that `attempt` had not arrived: the same bytes go again under the same name; or, where the account is another
   * one than the file was made for (`madeFor`), the claim goes in a new file.
   */
  | {
      readonly type: 'sending-again';
      readonly fileName: string;
      readonly attempt: number;
      /** Of one of several copies, that the person knew of. */
      readonly refusals?: number;
      readonly madeFor?: string;
    }
  /** 999 (or TA1) accepted the file; errors were noted when `withErrors`. */
  | { readonly type: 'file-accepted'; readonly withErrors: boolean }
  /** The file failed: no claim exists at the clearinghouse. */
  | { readonly type: 'file-rejected'; readonly codes: readonly string[]; readonly message: string }
  /**
   * It arrived there, which is neither an acceptance nor proof of filing (277CA A1); `isForwarded`: it was sent on from there, and who has it
   * now has not spoken (A0). `saidOn` here and below: the sender's own date of its word, which may be older than the file.
   */
  | (TheirNumbers & {
      readonly type: 'clearinghouse-received' | 'payer-received';
      readonly isForwarded?: true;
      readonly saidOn?: IsoDate;
    })
  | (TheirNumbers & { readonly type: 'clearinghouse-accepted'; readonly saidOn?: IsoDate })
  | (TheirNumbers & {
      readonly type: 'clearinghouse-pended' | 'clearinghouse-rejected' | 'payer-rejected';
      readonly codes: readonly string[];
      readonly message: string;
      readonly saidOn?: IsoDate;
    })
  /** The payer has it; `message` where it said more than that, such as that it waits for something. */
  | (TheirNumbers & { readonly type: 'payer-accepted'; readonly message?: string; readonly saidOn?: IsoDate })
  | { readonly type: 'payment'; readonly payment: ClaimPaymentFact }
  /** Another claim was sent because of it; it is looked at from there on. */
  | {
      readonly type: 'followed';
      readonly how: FollowUp;
      readonly claimId: string;
      readonly patientControlNumber: string;
      /** Who said that it is not there, where nothing that came says so, and when: as a person wrote it down. */
      readonly told?: string;
    }
  /** That one was taken back before it was sent. */
  | { readonly type: 'follow-up-cancelled'; readonly claimId: string }
  /** Nothing came in the time that the clearinghouse or the payer usually takes. */
  | { readonly type: 'silent'; readonly awaited: AwaitedAnswer }
  /** A person let a part of what was open, or of the patient's share, go. Negative takes that back. */
  | {
      readonly type: 'written-off';
      readonly of: 'payer' | 'patient';
      readonly amount: Cents;
      readonly reason: WriteOffReason;
      readonly note?: string;
    }
  /** A statement of the patient's share went to the patient. */
  | { readonly type: 'patient-billed'; readonly amount: Cents }
  /** Negative is paid back. `method` is not known of what was taken at the visit: only the claim says so (AMT*F5). */
  | {
      readonly type: 'patient-paid';
      readonly amount: Cents;
      readonly paidOn: IsoDate;
      readonly method?: PatientPaymentMethod | undefined;
      /** Written down by itself, as a claim was billed. */
      readonly because?: PaidBecause | undefined;
    }
  /** A person looked at what was paid too much: all of it is this claim's. */
  | { readonly type: 'overpaid'; readonly note?: string }
  /** Negative takes that back. `of`: the payment that it gives back; as a whole, it is as if the payer had taken that payment back. */
  | {
      readonly type: 'refunded';
      readonly how: RefundWay;
      readonly amount: Cents;
      readonly paidOn: IsoDate;
      /** Of the check or letter with which it went, or of the payment out of which it was taken. */
      readonly reference: string;
      readonly of?: Pick<ClaimPaymentFact, 'paymentKey' | 'contentHash' | 'checkNumber'> | undefined;
    }
  /** A person was told that the replacement or void leads nowhere: what the payer had decided before stands. `told`: who said so, and when. */
  | { readonly type: 'correction-given-up'; readonly told: string }
  /** A person lets stand what the payer allowed less than its contract says; as long as it is no more than `amount`. */
  | {
      readonly type: 'underpayment-accepted';
      readonly amount: Cents;
      readonly reason: UnderpaymentReason;
      readonly note?: string;
    }
  /** A person found that no other insurance pays what a payer left to the patient: it is the patient's. `further-insurance` takes that back. */
  | { readonly type: 'no-further-insurance'; readonly reason: NoFurtherReason; readonly note?: string }
  | { readonly type: 'further-insurance' }
  /** A person wrote to the payer that its decision is wrong. `turn`: to one that was billed before the claim's own, 1 for the first. */
  | { readonly type: 'appealed'; readonly sentOn: IsoDate; readonly turn?: number | undefined }
  /** A person heard what the payer says to that. */
  | {
      readonly type: 'appeal-answered';
      readonly outcome: AppealOutcome;
      readonly answeredOn: IsoDate;
      readonly note?: string;
    }
  /** A person took it off the lists; `reopened` puts it back. */
  | { readonly type: 'closed'; readonly reason: string }
  | { readonly type: 'reopened' }
  /**
   * An answer was given to the wrong claim, and a person took it back: the event of that id counts no more. `what` it had said, in
   * words without a name.
   */
  | { readonly type: 'answer-taken-back'; readonly eventId: string; readonly what: string }
  /** What a person wrote down was taken back, and counts no more: the event of that id (`isRevocable`). */
  | { readonly type: 'act-taken-back'; readonly eventId: string; readonly what: string }
  /**
   * An answer that a person has to act on: it could not be understood for certain, or (`theyHaveIt`) it asks for more information, or
   * calls the claim finished without payment, ahead of the remittance. `by` whom, where that is known.
   */
  | (TheirNumbers & {
      readonly type: 'unclear';
      readonly message: string;
      readonly by?: Speaker;
      readonly theyHaveIt?: TheyHaveIt;
      readonly saidOn?: IsoDate;
    });

export type ClaimFactType = ClaimFact['type'];

export interface ClaimEvent {
  readonly id: string;
  /** When we learnt it. */
  readonly at: UtcInstant;
  readonly source: EventSource;
  readonly fact: ClaimFact;
}
