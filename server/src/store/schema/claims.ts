/** Claims, what was learnt of each, and the numbers that others give them. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

export const claims = sqliteTable(
  'claims',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** Client-made; lives as long as the claim. */
    idempotencyKey: text('idempotency_key').notNull(),
    /** SHA-256 of the request, so that the same key with another body is refused. */
    requestHash: text('request_hash').notNull(),
    visitKey: text('visit_key').notNull(),
    /** Equal for claims that bill the same services of the same patient; empty for claims older than this column. */
    servicesKey: text('services_key').notNull().default(''),
    /** Equal for claims of the same patient by name and birth date; empty for claims older than this column. */
    patientKey: text('patient_key').notNull().default(''),
    /** The member ID without what divides it (`memberKey`); empty for claims older than this column. */
    memberKey: text('member_key').notNull().default(''),
    /** CLM01. */
    patientControlNumber: text('patient_control_number').notNull(),
    /** Claim as JSON. */
    claim: text('claim').notNull(),
    ehr: text('ehr').notNull(),
    correctedFields: text('corrected_fields').notNull(),
    createdByDevice: text('created_by_device').notNull(),
    createdAt: text('created_at').notNull(),
    /** `nameKeys` of the patient, to find the claim by; empty for claims older than these columns until the worklists' upkeep has seen them. */
    lastNameKey: text('last_name_key').notNull().default(''),
    /** Of a last name of several words, from the second on. */
    laterNameKey: text('later_name_key'),
    firstNameKey: text('first_name_key').notNull().default(''),
    /** `renderingNpi` and `locationKey`; as above. */
    renderingNpi: text('rendering_npi').notNull().default(''),
    location: text('location').notNull().default(''),
    /** What lists show and sort by; derived from claim and events, written in the same transaction. */
    patientName: text('patient_name').notNull(),
    serviceDate: text('service_date').notNull(),
    payerName: text('payer_name').notNull(),
    totalCharge: integer('total_charge').notNull(),
    status: text('status').notNull(),
    statusSince: text('status_since').notNull(),
    /** ClaimMoney as JSON, of this claim and those that it follows. */
    money: text('money').notNull(),
    /** The claim because of which this one was sent, and how it follows it. */
    followsClaim: text('follows_claim'),
    followUp: text('follow_up'),
    /** The claim that was sent because of this one: that one is on the lists then. */
    followedBy: text('followed_by'),
    /** The device whose person works on it; null where nobody took it. */
    assignedTo: text('assigned_to'),
    /** AwaitedAnswer, until it was noticed that it stays away; null where nothing is awaited. */
    awaits: text('awaits'),
    /** ListedAppeal as JSON: the appeal that the payer has not answered; null where none is. */
    appeal: text('appeal'),
    /** The day on which its answer is late; null too once that was noticed. */
    appealDue: text('appeal_due'),
  },
  (t) => [
    uniqueIndex('claims_idempotency').on(t.practiceId, t.idempotencyKey),
    uniqueIndex('claims_control_number').on(t.practiceId, t.patientControlNumber),
    // In the order the newest is asked for, else SQLite walks all claims of the practice by date.
    index('claims_visit').on(t.practiceId, t.visitKey, t.createdAt, t.id),
    index('claims_services').on(t.practiceId, t.servicesKey, t.createdAt),
    index('claims_patient').on(t.practiceId, t.patientKey, t.serviceDate, t.createdAt),
    // The charge stands in each of these too, so that a list is narrowed to an amount without a look at each claim.
    index('claims_list').on(t.practiceId, t.followedBy, t.createdAt, t.id, t.totalCharge),
    index('claims_status').on(t.practiceId, t.followedBy, t.status, t.createdAt, t.id, t.totalCharge),
    index('claims_awaits').on(t.practiceId, t.awaits, t.statusSince),
    // Few have one.
    index('claims_appeal_due').on(t.practiceId, t.appealDue).where(sql`appeal_due is not null`),
    // To find a claim by the beginning of a name, by payer and by charge, the newest first.
    index('claims_last_name').on(t.practiceId, t.lastNameKey, t.firstNameKey, t.createdAt, t.id),
    index('claims_later_name')
      .on(t.practiceId, t.laterNameKey, t.createdAt, t.id)
      .where(sql`later_name_key is not null`),
    index('claims_first_name').on(t.practiceId, t.firstNameKey, t.createdAt, t.id),
    index('claims_payer').on(t.practiceId, t.payerName, t.createdAt, t.id, t.totalCharge),
    index('claims_rendering').on(t.practiceId, t.renderingNpi, t.createdAt, t.id, t.totalCharge),
    index('claims_location').on(t.practiceId, t.location, t.createdAt, t.id, t.totalCharge),
    // Few are.
    index('claims_assignee')
      .on(t.practiceId, t.assignedTo, t.createdAt, t.id, t.totalCharge)
      .where(sql`assigned_to is not null`),
    index('claims_charge').on(t.practiceId, t.totalCharge, t.createdAt, t.id),
    // For a beginning that so many names have that the newest claims are soon found by walking all of them.
    index('claims_newest').on(
      t.practiceId,
      t.createdAt,
      t.id,
      t.lastNameKey,
      t.laterNameKey,
      t.firstNameKey,
      t.totalCharge,
    ),
    // To find the claim of an answer that names none of our numbers.
    index('claims_service_day').on(t.practiceId, t.serviceDate, t.totalCharge),
    index('claims_member').on(t.practiceId, t.memberKey, t.serviceDate),
  ],
);

/** The payers' names as they stand in claims: few, so that a search looks through all of them. */
export const claimPayers = sqliteTable(
  'claim_payers',
  {
    practiceId: practiceId(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.name] })],
);

/** Literal in each question too, or the index of these alone is not used. */
export const IS_PAYMENT_FACT = sql`dedupe_key >= 'payment:' and dedupe_key < 'paymenu'`;

/** Under which it is kept that an event of the claim was taken back. */
export const takenBackKey = (eventId: string): string => `answer-taken-back:${eventId}`;

/** Of rows of `claim_events`: no person has taken it back. */
export const STILL_COUNTS = sql`not exists (
  select 1 from claim_events as back
  where back.claim_id = claim_events.claim_id and back.dedupe_key = 'answer-taken-back:' || claim_events.id
)`;

/** Append-only. */
export const claimEvents = sqliteTable(
  'claim_events',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    /** Order of learning within the claim, from 1. */
    sequence: integer('sequence').notNull(),
    at: text('at').notNull(),
    source: text('source').notNull(),
    fact: text('fact').notNull(),
    /** Same fact from the same source content is stored once, unless it was taken back. */
    dedupeKey: text('dedupe_key').notNull(),
    /** How often the same was learnt, and taken back, before. */
    round: integer('round').notNull().default(0),
  },
  (t) => [
    uniqueIndex('claim_events_sequence').on(t.claimId, t.sequence),
    uniqueIndex('claim_events_dedupe').on(t.claimId, t.dedupeKey, t.round),
    // To find the claims of a payment, as in `posted-parts.ts`.
    index('claim_events_payment').on(t.practiceId, t.dedupeKey).where(IS_PAYMENT_FACT),
  ],
);

/** Numbers that payers gave a claim (REF*1K, CLP07), as its facts tell them; to find the claim by. */
export const claimPayerNumbers = sqliteTable(
  'claim_payer_numbers',
  {
    practiceId: practiceId(),
    number: text('number').notNull(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.number, t.claimId] })],
);

/** Checks and transfers that a claim was paid by (TRN02), as its facts tell them; to find the claim by. */
export const claimCheckNumbers = sqliteTable(
  'claim_check_numbers',
  {
    practiceId: practiceId(),
    number: text('number').notNull(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.number, t.claimId] })],
);

/** Numbers that answers give a claim and of which a person said whose they are: never asked again. */
export const decidedNumbers = sqliteTable(
  'decided_numbers',
  {
    practiceId: practiceId(),
    number: text('number').notNull(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.number] })],
);
