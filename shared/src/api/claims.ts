/** Claims over HTTP. */
import { z } from 'zod';
import { CentsField, IsoDateField } from '../claim/fields.ts';
import { AddressSchema, ClaimSchema, CoverageSchema, RelationshipSchema, textField } from '../claim/index.ts';
import type { ClaimEvent, ClaimMoney, ClaimPaymentFact } from '../lifecycle/index.ts';
import { AWAITED_ANSWERS, CLAIM_STATUSES, CORRECTION_STATES, FOLLOW_UPS } from '../lifecycle/index.ts';
import { WORK_REASONS, WORKLISTS } from '../worklists/lists.ts';

/** A hash made by the client: names a visit without patient data. */
const VisitKey = z.string().regex(/^[0-9a-f]{64}$/);

export const CreateClaimRequest = z.object({
  claim: ClaimSchema,
  /** Id of the EHR recipe the visit was read by, `manual` when typed. */
  ehr: z.string().max(40),
  /** Names the visit without patient data (a hash made by the client), so that a second press finds the first claim. */
  visitKey: VisitKey,
  /** Field paths that a person changed by hand. */
  correctedFields: z.array(z.string().max(80)).max(500),
  /** A person looked at the claim with the same services (`looks-billed-already`) and says that this is another visit. */
  secondVisitOfDay: z.boolean().optional(),
  /** The claim because of whose fate this one is sent. */
  follows: z
    .object({
      claimId: z.string().max(100),
      how: z.enum(FOLLOW_UPS),
      /** A person wants the very same claim to go once more. */
      isUnchangedOnPurpose: z.boolean().optional(),
      /** Where somebody has to be asked first whether it is there: who said that it is not, and when. */
      told: textField(200).optional(),
    })
    .optional(),
});
export type CreateClaimRequest = z.infer<typeof CreateClaimRequest>;

export const Money = z
  .custom<ClaimMoney>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'ClaimMoney: whole cents each, charge = sum of the others' });

/** An appeal that the payer has not answered. */
export const ListedAppeal = z.object({
  sentOn: z.string(),
  /** The payer said that it will pay, and has not yet. */
  grantedOn: z.string().nullable(),
  /** How long the payer usually takes, from then. */
  usualDays: z.number().int(),
  /** Of the payer that was written to (`payersBefore`), where that was billed before the claim's own. */
  turn: z.number().int().optional(),
});
export type ListedAppeal = z.infer<typeof ListedAppeal>;

export const ClaimSummary = z.object({
  id: z.string(),
  /** CLM01. */
  patientControlNumber: z.string(),
  patientName: z.string(),
  serviceDate: z.string(),
  payerName: z.string(),
  totalCharge: CentsField,
  status: z.enum(CLAIM_STATUSES),
  /** When the status began. */
  statusSince: z.string(),
  money: Money,
  createdAt: z.string(),
  visitKey: z.string(),
  /** The device whose person works on it. */
  assignedTo: z.string().nullable(),
  appeal: ListedAppeal.nullable(),
  /** The claim that goes on with what it bills: sent again, replaced, cancelled or at the next insurance. */
  followedBy: z.string().nullable(),
});
export type ClaimSummary = z.infer<typeof ClaimSummary>;

/**
 * `ready` to be sent; `sending` begun, its end not yet seen; `sent`; `unknown` whether it arrived; `held` for good;
 * then `accepted` or `rejected` by the 999.
 */
export const OUTBOUND_STATES = [
  'ready',
  'sending',
  'sent',
  'unknown',
  'held',
  'taken-apart', // it never arrived, and its claims left it: one was taken back, or the account is another one
  'accepted',
  'rejected',
] as const;

/** ClaimEvent; its shape is the lifecycle's. */
export const Event = z
  .custom<ClaimEvent>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'ClaimEvent: id, at, source, fact' });

const Payment = z
  .custom<ClaimPaymentFact>((value) => typeof value === 'object' && value !== null)
  .meta({ type: 'object', description: 'ClaimPaymentFact: one payment as a remittance told it' });

export const ClaimDetail = ClaimSummary.extend({
  claim: ClaimSchema,
  events: z.array(Event),
  /** What was decided on earlier claims that this one only sends again: it counts as if it had been said of this one. */
  carried: z.array(Event),
  /** Events that came by an answer which did not name our number: it can be taken back from the claim. */
  answers: z.array(z.object({ eventId: z.string(), answerId: z.string() })),
  /** What people wrote down of money (`isWrittenDown`), or let stand, on the claims that this one goes on with: it counts, and is taken back here. */
  writtenBefore: z.array(z.object({ claimId: z.string(), patientControlNumber: z.string(), event: Event })),
  payerClaimControlNumber: z.string().nullable(),
  /** A person took it off the lists. */
  isClosed: z.boolean(),
  /** What payers paid more than there was to pay, as long as it stands so; else null. */
  overpayment: z
    .object({
      amount: CentsField,
      /** A person looked: all of it is this claim's. */
      isSure: z.boolean(),
      /** That stand on the account, and could be given back as a whole. */
      payments: z.array(
        z.object({
          paymentKey: z.string(),
          contentHash: z.string(),
          checkNumber: z.string(),
          paymentDate: z.string(),
          payerName: z.string(),
          paid: CentsField,
        }),
      ),
    })
    .nullable(),
  /** What was decided by the payers that were billed before the last one, the first one first. */
  payersBefore: z.array(
    z.object({
      /** 1 is the first payer's. */
      turn: z.int(),
      patientControlNumber: z.string(),
      payerName: z.string(),
      claim: ClaimSchema,
      payments: z.array(Payment),
      /** Of what is open, how much it refused, or took back. */
      refused: CentsField,
      payerClaimControlNumber: z.string().nullable(),
      /** It took back all that it had decided, and has not decided anew. */
      isTakenBack: z.boolean(),
      /** Its last decision, or when it took that back, and when we learnt it. */
      decidedOn: z.string().nullable(),
      since: z.string(),
    }),
  ),
  /** Of what payers left to the patient, how much waits for another insurance: the patient's, once a person says that none pays. */
  leftAtNext: CentsField,
  /** Another insurance on the claim is to be billed for that first. */
  isNextToBill: z.boolean(),
  /** A person said that none pays (`no-further-insurance`), and it holds. */
  isNoFurther: z.boolean(),
  /** It asks the payer to decide otherwise on the claim before it, or to cancel that one: still, or a person has given that up. */
  correction: z.enum(CORRECTION_STATES).nullable(),
  /** The insurance that was billed next has cancelled its claim: what was decided before it stands. */
  isNextCancelled: z.boolean(),
  /** What the payer allowed less than its contract says, in cents, as long as it is on the list of that. */
  underpaidBy: CentsField,
  /** Up to how much less a person lets stand. */
  acceptedUnderpayment: CentsField,
  /** The answer that is overdue. */
  silence: z.object({ awaited: z.enum(AWAITED_ANSWERS), since: z.string() }).nullable(),
  clearinghouseClaimId: z.string().nullable(),
  /** By which it left, or would leave now, as people call it; empty where none is set up. */
  clearinghouse: z.string(),
  /** Every claim of this account, the first one first: this one, those that it follows, and those that follow it. */
  submissions: z.array(
    z.object({
      id: z.string(),
      patientControlNumber: z.string(),
      createdAt: z.string(),
      status: z.enum(CLAIM_STATUSES),
      payerName: z.string(),
      /** How it follows the one before; null for the first. */
      how: z.enum(FOLLOW_UPS).nullable(),
      /** As above. */
      clearinghouse: z.string(),
    }),
  ),
  /** The file it leaves in; null while it waits for one, and for a claim that was taken back. */
  outboundFile: z.object({ name: z.string(), state: z.enum(OUTBOUND_STATES) }).nullable(),
});
export type ClaimDetail = z.infer<typeof ClaimDetail>;

/** The worklists, the most urgent claim first; then claims by how far they got, the newest first. */
export const CLAIM_LISTS = [...WORKLISTS, 'in-progress', 'paid', 'all'] as const;
export type ClaimListName = (typeof CLAIM_LISTS)[number];
const listName = z.enum(CLAIM_LISTS).default('all');
/** At once. */
export const MOST_CLAIMS = 200;
const USUAL_CLAIMS = 50;
/** As the page before gave it: ids, instants and numbers only. */
const Cursor = z
  .string()
  .max(120)
  .regex(/^[0-9A-Za-z:.~-]+$/);

/** Stands in an address, so it can hold no patient data: anything else, such as a name searched for, is refused. */
export const ClaimListQuery = z.strictObject({
  list: listName,
  visitKey: VisitKey.optional(),
  limit: z.coerce.number().int().min(1).max(MOST_CLAIMS).default(USUAL_CLAIMS),
  cursor: Cursor.optional(),
});
/** Stands in a body, as names are searched for. Each filter that is left out lets everything through. */
export const ClaimSearch = z.strictObject({
  list: listName,
  /** The beginning of a patient's last or first name, a payer, a service date, an amount, or a number: ours, the payer's, of a check. */
  search: z.string().trim().min(1).max(80).optional(),
  payerName: z.string().max(80).optional(),
  /** A device's id; `mine`; or `nobody` for claims that nobody took. */
  assignee: z.union([z.enum(['mine', 'nobody']), z.string().regex(/^[a-z0-9-]{1,40}$/)]).optional(),
  /** Who treated: `renderingNpi`. */
  renderingNpi: z.string().max(10).optional(),
  /** Where: `locationKey`. */
  location: z.string().max(80).optional(),
  /** Of what is at stake; on lists that are not worked, of the charge. */
  minimumAmount: CentsField.optional(),
  /** On worklists only: what has to be done by this day. */
  deadlineBy: IsoDateField.optional(),
  /** On worklists only: what is asked for. */
  why: z.enum(WORK_REASONS).optional(),
  limit: z.number().int().min(1).max(MOST_CLAIMS).default(USUAL_CLAIMS),
  cursor: Cursor.optional(),
});
export type ClaimSearch = z.input<typeof ClaimSearch>;

export const WorklistPlace = z.object({
  list: z.enum(WORKLISTS),
  why: z.enum(WORK_REASONS),
  since: z.string(),
  /** What is at stake. */
  amount: CentsField,
  /** The last day on which something can be done; null where none is known. */
  deadline: z.string().nullable(),
});
export type WorklistPlace = z.infer<typeof WorklistPlace>;

export const ListedClaim = ClaimSummary.extend({
  /** On the list that was asked for; null where that is no worklist. */
  place: WorklistPlace.nullable(),
});
export type ListedClaim = z.infer<typeof ListedClaim>;

export const ClaimList = z.object({
  claims: z.array(ListedClaim),
  /** For the page behind this one; null at the end. */
  next: z.string().nullable(),
  /** Claims of this practice per list, whatever was asked for. */
  counts: z.record(z.enum(CLAIM_LISTS), z.number().int()),
});
export type ClaimList = z.infer<typeof ClaimList>;

/** SHA-256 in hex of `servicesText`: in a body, as it is made of a name and a birth date. */
export const StandingClaimQuery = z.strictObject({ servicesKey: z.string().regex(/^[0-9a-f]{64}$/) });
/** The newest claim that stands for these services. */
export const StandingClaim = z.object({ claimId: z.string(), billedAt: z.string() });
export type StandingClaim = z.infer<typeof StandingClaim>;

/** SHA-256 in hex of `patientText`: in a body, as it is made of a name and a birth date. */
export const EarlierCoveragesQuery = z.strictObject({
  patientKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** On which a coverage of the patient list has to count; today where the visit has no date yet. */
  serviceDate: IsoDateField.optional(),
});

const InsuredPerson = z.object({
  lastName: z.string().optional(),
  firstName: z.string().optional(),
  middleName: z.string().optional(),
  suffix: z.string().optional(),
  organizationName: z.string().optional(),
  birthDate: z.string().optional(),
  sex: z.enum(['F', 'M', 'U']).optional(),
  address: AddressSchema.optional(),
});

/** The insurance behind it, as a claim names it (2320, 2330). */
const SecondCoverage = z.object({
  rank: z.literal('S'),
  payer: z.object({ name: z.string(), id: z.string(), address: AddressSchema.optional() }),
  claimFilingIndicator: z.string(),
  groupNumber: z.string().optional(),
  groupName: z.string().optional(),
  relationshipToSubscriber: RelationshipSchema,
  subscriber: InsuredPerson.pick({
    lastName: true,
    firstName: true,
    middleName: true,
    suffix: true,
    organizationName: true,
  }).extend({ memberId: z.string() }),
});

/** A coverage that is known of the patient, and what else a visit page may not show. Nothing of services. */
export const EarlierCoverage = z.object({
  /** An earlier claim, or the patients that the practice keeps. */
  source: z.enum(['claim', 'patient-list']),
  /** The id of the one or the other. */
  id: z.string(),
  /** The first date of service of the claim, or the day on which it was brought or typed. */
  asOf: z.string(),
  coverage: CoverageSchema.pick({
    payerName: true,
    payerId: true,
    payerIdQualifier: true,
    payerAddress: true,
    memberId: true,
    memberIdQualifier: true,
    groupNumber: true,
    groupName: true,
    claimFilingIndicator: true,
  }),
  relationshipToSubscriber: RelationshipSchema,
  /** Absent where the patient is the subscriber. */
  subscriber: InsuredPerson.optional(),
  /** Of the patient list; absent where none is kept, or not enough of it. */
  second: SecondCoverage.optional(),
  patient: z.object({ sex: z.enum(['F', 'M', 'U']).optional(), address: AddressSchema.optional() }),
});
export type EarlierCoverage = z.infer<typeof EarlierCoverage>;
/** Of several coverages the two that were told last, the newest first. */
export const EarlierCoverages = z.array(EarlierCoverage).max(2);

/** What a person found out about a file of unknown fate: it concerns every claim in it. */
export const DecideDelivery = z.object({ decision: z.enum(['arrived', 'send-again', 'refused']) });
export type DeliveryDecision = z.infer<typeof DecideDelivery>['decision'];
export const DecidedDelivery = z.object({
  fileName: z.string(),
  decision: DecideDelivery.shape.decision,
  /** Claims in the file. */
  claims: z.number().int(),
});
export type DecidedDelivery = z.infer<typeof DecidedDelivery>;
