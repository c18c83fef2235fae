/** Paperwork with a payer under one billing NPI: for claims (EDI), remittances (ERA), payments (EFT), and credentialing. */
import { z } from 'zod';
import { IsoDateField, NpiField, textField } from '../claim/index.ts';

export const ENROLLMENT_KINDS = ['edi', 'era', 'eft', 'credentialing'] as const;
export type EnrollmentKind = (typeof ENROLLMENT_KINDS)[number];

export const ENROLLMENT_STATES = ['needed', 'sent', 'approved', 'refused', 'not-needed'] as const;
export type EnrollmentState = (typeof ENROLLMENT_STATES)[number];

/** What an enrollment is told by: each payer has at most one of a kind under an NPI. */
export const EnrollmentKey = z.object({
  kind: z.enum(ENROLLMENT_KINDS),
  payerId: z.string().regex(/^[A-Za-z0-9]{2,80}$/),
  /** Under which the practice bills. */
  billingNpi: NpiField,
});
export type EnrollmentKey = z.infer<typeof EnrollmentKey>;

const EnrollmentFields = z.object({
  state: z.enum(ENROLLMENT_STATES),
  sentOn: IsoDateField.optional(),
  /** When the payer approved or refused. */
  answeredOn: IsoDateField.optional(),
  /** The last day of the wait, where the payer said one; otherwise `ANSWER_DAYS` count. */
  expectedBy: IsoDateField.optional(),
  /** A day on which somebody wants to look at it again, whatever its state. */
  remindOn: IsoDateField.optional(),
  /** When the clearinghouse was told that Medicare approved. */
  toldOn: IsoDateField.optional(),
  /** Claims to the payer are refused until it is approved; otherwise they are only warned of. */
  blocksClaims: z.boolean().optional(),
  /** Whom to ask at the payer. */
  contact: textField(200).optional(),
  /** Where the payer wants claims on paper. */
  claimsAddress: textField(300).optional(),
  /** Where the papers lie. */
  documents: textField(500).optional(),
  notes: textField(2_000).optional(),
});

export const Enrollment = EnrollmentKey.extend(EnrollmentFields.shape);
export type Enrollment = z.infer<typeof Enrollment>;

export const StoredEnrollment = Enrollment.extend({ changedAt: z.string() });
export type StoredEnrollment = z.infer<typeof StoredEnrollment>;

/** `over`: the `changedAt` of what is replaced, null for a new one, so that nobody overwrites another unseen. */
export const EnrollmentChange = EnrollmentFields.extend({ over: z.string().max(40).nullable() });
export type EnrollmentChange = z.infer<typeof EnrollmentChange>;

export const Enrollments = z.object({
  enrollments: z.array(StoredEnrollment),
  /** Payers of the practice for which the clearinghouse's list asks for an enrollment before the first claim. */
  listedPayerIds: z.array(z.string()),
  /** Payers of the practice whose ERAs come by the clearinghouse, by the list, and not without an enrollment. */
  listedEraPayerIds: z.array(z.string()),
  /** Payers of the practice of which the list does not say whether they ask for one before the first claim. */
  notSaidPayerIds: z.array(z.string()),
  /** Without a list nothing is said of anybody. */
  hasPayerList: z.boolean(),
});
export type Enrollments = z.infer<typeof Enrollments>;
