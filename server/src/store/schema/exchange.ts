/** Files out, files in, and what waits between. */
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { claims } from './claims.ts';
import { practiceId } from './practice.ts';

/** Claims that wait for a file. A row leaves when its file is frozen. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    createdAt: text('created_at').notNull(),
    /** The mode, when the claim was billed, of the account that it went by then; null when there was none. */
    mode: text('mode'),
    /** What its way is found by, see `destinationOf`; empty where it has left before this column was there. */
    destination: text('destination').notNull().default(''),
    outboundFileId: text('outbound_file_id').references(() => outboundFiles.id),
  },
  (t) => [
    uniqueIndex('outbox_claim').on(t.claimId),
    index('outbox_waiting').on(t.practiceId, t.outboundFileId),
  ],
);

/** Frozen bytes: what is sent, sent again, and compared with the answers. */
export const outboundFiles = sqliteTable(
  'outbound_files',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    name: text('name').notNull(),
    mode: text('mode').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    sha256: text('sha256').notNull(),
    interchangeControlNumber: integer('interchange_control_number').notNull(),
    groupControlNumber: integer('group_control_number').notNull(),
    batchReference: text('batch_reference').notNull(),
    /** ClaimPosition[] as JSON. */
    positions: text('positions').notNull(),
    /** ready -> sending -> sent | unknown; then accepted | rejected by the 999. */
    state: text('state').notNull(),
    stateSince: text('state_since').notNull(),
    createdAt: text('created_at').notNull(),
    sentAt: text('sent_at'),
    attempts: integer('attempts').notNull(),
    /** Answers that refused one of several copies. */
    refusals: integer('refusals').notNull().default(0),
    uploadsBegun: integer('uploads_begun').notNull().default(0),
    /** By which it leaves, whatever becomes of its payers' routes. */
    connectionId: text('connection_id').notNull().default('main'),
    /** MadeFor as JSON: the account that it was made for; null where that was not noted yet. */
    madeFor: text('made_for'),
    /** Of invented claims: see `trials`. */
    isTrial: integer('is_trial', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [
    uniqueIndex('outbound_files_name').on(t.practiceId, t.name),
    uniqueIndex('outbound_files_isa').on(t.practiceId, t.interchangeControlNumber),
    index('outbound_files_group').on(t.practiceId, t.groupControlNumber),
    index('outbound_files_state').on(t.practiceId, t.state),
    index('outbound_files_sent').on(t.practiceId, t.connectionId, t.sentAt),
  ],
);

/** Raw bytes as received, stored before anything reads them. */
export const inboundFiles = sqliteTable(
  'inbound_files',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    name: text('name').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    sha256: text('sha256').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    kind: text('kind').notNull(),
    state: text('state').notNull(),
    reason: text('reason'),
    receivedAt: text('received_at').notNull(),
    readAt: text('read_at'),
    /** The package it came in, for files out of a zip. */
    parentId: text('parent_id'),
    /** How often somebody began to look inside; counts what ended the process too. */
    readingsBegun: integer('readings_begun').notNull().default(0),
    /** By which it came; null where a person brought it. */
    connectionId: text('connection_id').default('main'),
    /** What a person said of it last: StoredDecision as JSON. */
    decision: text('decision'),
  },
  (t) => [
    uniqueIndex('inbound_files_content').on(t.practiceId, t.sha256, t.name),
    index('inbound_files_state').on(t.practiceId, t.state, t.receivedAt, t.id),
    index('inbound_files_received').on(t.practiceId, t.receivedAt),
    index('inbound_files_connection').on(t.practiceId, t.connectionId, t.receivedAt),
  ],
);

/** Invented claims that an admin sends by a connection to see what comes back; of each connection the newest is shown. */
export const trials = sqliteTable(
  'trials',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    connectionId: text('connection_id').notNull(),
    askedAt: text('asked_at').notNull(),
    askedByDevice: text('asked_by_device'),
    outboundFileId: text('outbound_file_id').references(() => outboundFiles.id),
    /** Why no file was made of it. */
    notWritten: text('not_written'),
  },
  (t) => [
    index('trials_connection').on(t.practiceId, t.connectionId, t.askedAt),
    index('trials_file').on(t.outboundFileId),
  ],
);

/** What came back of a trial, each answer once. */
export const trialAnswers = sqliteTable(
  'trial_answers',
  {
    trialId: text('trial_id')
      .notNull()
      .references(() => trials.id),
    dedupeKey: text('dedupe_key').notNull(),
    at: text('at').notNull(),
    /** Empty where it is said of the whole file. */
    patientControlNumber: text('patient_control_number').notNull(),
    /** ClaimFact as JSON. */
    fact: text('fact').notNull(),
  },
  (t) => [primaryKey({ columns: [t.trialId, t.dedupeKey] })],
);

/** What a clearinghouse's outbound folder held when a file of this name was last fetched, or could not be. */
export const remoteFiles = sqliteTable(
  'remote_files',
  {
    practiceId: practiceId(),
    connectionId: text('connection_id').notNull(),
    name: text('name').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** Milliseconds since 1970, by the clearinghouse's clock. */
    modified: integer('modified').notNull(),
    settled: integer('settled', { mode: 'boolean' }).notNull(),
    /** Downloads in a row that broke off or were refused. */
    failures: integer('failures').notNull(),
    /** When it was stored, by our clock; null where it was not, or that was not kept yet. */
    storedAt: text('stored_at'),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.connectionId, t.name] })],
);

/** What an upload left at a clearinghouse under a temporary name, which it then refused to remove. */
export const uploadLeftovers = sqliteTable(
  'upload_leftovers',
  {
    practiceId: practiceId(),
    connectionId: text('connection_id').notNull(),
    name: text('name').notNull(),
    since: text('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.connectionId, t.name] })],
);

/** Which server process works for the practice's exchange, and until when unless it says more. */
export const exchangeLeases = sqliteTable('exchange_leases', {
  practiceId: practiceId().primaryKey(),
  /** Of a process; never that of another one. */
  holder: text('holder').notNull(),
  /** One more with each turn. */
  fence: integer('fence').notNull(),
  heldUntil: text('held_until').notNull(),
});
