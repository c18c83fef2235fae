/** Payments that payers announced, what is in them, whether their money has arrived, and what is between payer and practice. */
import { z } from 'zod';
import { IsoDateField } from '../claim/fields.ts';
import { Decision } from './decision.ts';
import { Cursor, PageSize } from './paging.ts';

/** Whether the money of a payment was seen at the bank. `differs`: another amount than was announced. */
export const DepositState = z.object({
  state: z.enum(['nothing-due', 'awaited', 'arrived', 'differs']),
  /** What was seen there, in cents. */
  amount: z.number().int(),
  receivedOn: z.string().nullable(),
  /** Announced and not seen; negative where more arrived than was announced. */
  missing: z.number().int(),
});
export type DepositState = z.infer<typeof DepositState>;

export const RemittanceSummary = z.object({
  id: z.string(),
  /** TRN02: check or EFT number. */
  checkNumber: z.string(),
  paymentDate: z.string(),
  payerName: z.string(),
  /** BPR04: ACH, CHK, NON …; empty where it was not kept. */
  paymentMethod: z.string(),
  /** Negative where the payer takes it (BPR03 D). */
  total: z.number().int(),
  claims: z.number().int(),
  /** `set-aside`: nothing of it was posted, and a person said why nobody needs to look at it any more. */
  state: z.enum(['posted', 'unbalanced', 'needs-person', 'set-aside']),
  /** Why it waits, or waited until it was set aside; no patient data. */
  reason: z.string().nullable(),
  /** Null where nothing of it was posted. */
  deposit: DepositState.nullable(),
  /** What a person said of it last. */
  decision: Decision.nullable(),
});
export type RemittanceSummary = z.infer<typeof RemittanceSummary>;

/** What is searched for stands in a body: people type names, too. */
export const RemittanceSearch = z.strictObject({
  /** Any part of the check or EFT number or of the payer's name; a whole date or amount. */
  search: z.string().trim().min(1).max(80).optional(),
  /** Those that people set aside, which are left out otherwise. */
  isSetAside: z.boolean().default(false),
  limit: PageSize,
  cursor: Cursor.optional(),
});
export type RemittanceSearch = z.input<typeof RemittanceSearch>;

/** What waits for a person first, each the newest payment first. */
export const RemittanceList = z.object({
  remittances: z.array(RemittanceSummary),
  /** For the page behind this one; null at the end. */
  next: z.string().nullable(),
  /** Of all the practice's remittances, whatever was searched for. */
  waiting: z.number().int(),
  /** How many of those that people set aside fit what was searched for. */
  setAside: z.number().int(),
});
export type RemittanceList = z.infer<typeof RemittanceList>;

const AdjustmentShown = z.object({
  group: z.string(),
  /** Claim adjustment reason code, opaque. */
  reason: z.string(),
  amount: z.number().int(),
  quantity: z.number().optional(),
});

const LinePaid = z.object({
  procedureCode: z.string(),
  modifiers: z.array(z.string()),
  charge: z.number().int(),
  paid: z.number().int(),
  allowed: z.number().int().nullable(),
  adjustments: z.array(AdjustmentShown),
  remarkCodes: z.array(z.string()),
});

export const ClaimPaid = z.object({
  /** CLP01, as it came back. */
  patientControlNumber: z.string(),
  payerClaimControlNumber: z.string(),
  patientName: z.string(),
  /** CLP02. */
  statusCode: z.string(),
  charge: z.number().int(),
  paid: z.number().int(),
  patientResponsibility: z.number().int(),
  adjustments: z.array(AdjustmentShown),
  remarkCodes: z.array(z.string()),
  lines: z.array(LinePaid),
  /** `waiting`: for a person, under `answerId`; `put-aside`: a person said that it is no claim of ours. */
  state: z.enum(['posted', 'waiting', 'put-aside', 'not-posted']),
  claimId: z.string().nullable(),
  /** Under which it waits, or what was decided of it can be taken back; null for what names our number. */
  answerId: z.string().nullable(),
});
export type ClaimPaid = z.infer<typeof ClaimPaid>;

const ProviderAdjustmentShown = z.object({
  providerId: z.string(),
  fiscalDate: z.string(),
  /** PLB03-1, opaque. */
  reason: z.string(),
  /** PLB03-2. */
  reference: z.string().nullable(),
  /** Positive lowers the payment. */
  amount: z.number().int(),
  /** Ours, where the reference names it. */
  claimId: z.string().nullable(),
});

/** What a person may do about a payment of which nothing was posted. */
export const WayOut = z.object({
  way: z.enum(['set-aside', 'post-all-the-same', 'reopen']),
  /** Why it may not be done now, in one sentence; null where it may. */
  closed: z.string().nullable(),
});
export type WayOut = z.infer<typeof WayOut>;

/** What one remittance says of a payment, to be compared with another. */
const AccountOfPayment = z.object({
  remittanceId: z.string(),
  checkNumber: z.string(),
  paymentDate: z.string(),
  payerName: z.string(),
  total: z.number().int(),
  /** A person typed it in from paper. */
  isTyped: z.boolean(),
  claimCount: z.number().int(),
  /** The first ones. */
  claims: z.array(
    ClaimPaid.pick({ patientName: true, statusCode: true, charge: true, paid: true, claimId: true }),
  ),
});
export type AccountOfPayment = z.infer<typeof AccountOfPayment>;

/** One sum of a payment that does not hold. */
const UnbalancedPlace = z.object({
  /** `line`, `claim`: charge less adjustments is what was paid; `charge`: the lines' charges make the claim's; `check`: all make the payment. */
  level: z.enum(['line', 'claim', 'charge', 'check']),
  /** Null for the check. */
  patientName: z.string().nullable(),
  /** From 1; null where it is of no line. */
  line: z.number().int().nullable(),
  /** What the other amounts come to, and what is said. */
  computed: z.number().int(),
  stated: z.number().int(),
});

export const RemittanceDetail = RemittanceSummary.extend({
  /** Of the raw file: GET /files/{id}/content. */
  fileId: z.string(),
  fileName: z.string(),
  /** `claims - providerAdjustments = payment` where it balances. */
  balance: z.object({
    claims: z.number().int(),
    providerAdjustments: z.number().int(),
    payment: z.number().int(),
  }),
  /** The first places where it does not add up, and how many there are in all. */
  unbalanced: z.object({ places: z.array(UnbalancedPlace), all: z.number().int() }),
  /** Of all its claims. */
  sums: z.object({
    charged: z.number().int(),
    paid: z.number().int(),
    patientResponsibility: z.number().int(),
    /** How many claims are in each state. */
    states: z.record(ClaimPaid.shape.state, z.number().int()),
  }),
  providerAdjustments: z.array(ProviderAdjustmentShown),
  /** Where nothing of it is posted because it may be the money of others: a person compares them and decides. */
  sameMoney: z
    .object({ words: z.string(), own: AccountOfPayment, others: z.array(AccountOfPayment) })
    .nullable(),
  /** None once something of it is posted. */
  ways: z.array(WayOut),
});
export type RemittanceDetail = z.infer<typeof RemittanceDetail>;

/** Which of a remittance's claims: in a body, as it may name a patient. */
export const ClaimsPaidSearch = z.strictObject({
  /** Any part of the patient's name or of a claim number; a whole amount. */
  search: z.string().trim().min(1).max(80).optional(),
  state: ClaimPaid.shape.state.optional(),
  limit: PageSize,
  cursor: Cursor.optional(),
});
export type ClaimsPaidSearch = z.input<typeof ClaimsPaidSearch>;

/** In the order of the remittance. */
export const ClaimsPaid = z.object({
  claims: z.array(ClaimPaid),
  /** How many fit, on all pages. */
  found: z.number().int(),
  next: z.string().nullable(),
});
export type ClaimsPaid = z.infer<typeof ClaimsPaid>;

/** Nobody needs it any more, as one that was posted is the same money for one; or it is posted all the same. Why, is kept with it. */
export const DecideRemittance = z.strictObject({
  decision: z.enum(['set-aside', 'post-all-the-same']),
  reason: z.string().trim().min(3).max(200),
});
export type DecideRemittance = z.infer<typeof DecideRemittance>;

export const RecordDeposit = z.object({
  receivedOn: IsoDateField,
  /** All that has arrived of the payment, in cents; said again it changes nothing, another amount corrects it. */
  amount: z.number().int().min(-99_999_999_999).max(99_999_999_999),
});
export type RecordDeposit = z.infer<typeof RecordDeposit>;

const BalanceEntry = z.object({
  remittanceId: z.string().nullable(),
  checkNumber: z.string(),
  paymentDate: z.string(),
  amount: z.number().int(),
});

/** What payers took back, put off, carried forward or paid beside claims (PLB): one reason and reference each. */
export const PayerBalance = z.object({
  /** Made of payer, reason and reference. */
  id: z.string(),
  /** TRN03. */
  payerId: z.string(),
  payerName: z.string(),
  /** PLB03-1, opaque. */
  reason: z.string(),
  reference: z.string().nullable(),
  /** Of all entries. Positive: taken from payments. Of a balance carried forward (FB) zero, once it was taken up. */
  amount: z.number().int(),
  /** Ours, where the reference names it. */
  claimId: z.string().nullable(),
  /** The newest ones; all of them are `/payer-balances/{id}/entries`. */
  entries: z.array(BalanceEntry),
  entryCount: z.number().int(),
});
export type PayerBalance = z.infer<typeof PayerBalance>;

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: Cursor.optional(),
});

/** What is not settled first, then by payer, the newest payment first. */
export const PayerBalanceList = z.object({
  balances: z.array(PayerBalance),
  next: z.string().nullable(),
  /** How many there are, and how many of them are not settled. */
  all: z.number().int(),
  unsettled: z.number().int(),
});
export type PayerBalanceList = z.infer<typeof PayerBalanceList>;

/** The newest payment first. */
export const BalanceEntryList = z.object({ entries: z.array(BalanceEntry), next: z.string().nullable() });
export type BalanceEntryList = z.infer<typeof BalanceEntryList>;
