/** Every table. Each row belongs to a practice; instants are UTC ISO text, money is whole cents, JSON is text. */
import { sql } from 'drizzle-orm';
import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

const practiceId = () =>
  text('practice_id')
    .notNull()
    .references(() => practices.id);

export const practices = sqliteTable('practices', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** PracticeSettings as JSON; null until set up. */
  settings: text('settings'),
  createdAt: text('created_at').notNull(),
});

/** A paired browser. Only a hash of its token is kept. */
export const devices = sqliteTable(
  'devices',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    tokenHash: text('token_hash').notNull(),
    pairedAt: text('paired_at').notNull(),
    lastSeenAt: text('last_seen_at'),
    revokedAt: text('revoked_at'),
  },
  (t) => [uniqueIndex('devices_token').on(t.tokenHash), index('devices_practice').on(t.practiceId)],
);

/** One-time codes: used once, ten minutes, five wrong tries. Only a hash is kept. */
export const pairingCodes = sqliteTable('pairing_codes', {
  id: text('id').primaryKey(),
  practiceId: practiceId(),
  codeHash: text('code_hash').notNull(),
  role: text('role').notNull(),
  createdByDevice: text('created_by_device'),
  createdAt: text('created_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  triesLeft: integer('tries_left').notNull(),
  usedAt: text('used_at'),
});

/** The practice's account at a clearinghouse: profile id plus overrides. */
export const connections = sqliteTable('connections', {
  practiceId: practiceId().primaryKey(),
  profileId: text('profile_id').notNull(),
  mode: text('mode').notNull(),
  /** ConnectionSettings as JSON: host, port, user, pinned host key, submitter, profile overrides. No secret. */
  settings: text('settings').notNull(),
  /** Password or private key, sealed with the server's key. */
  sealedSecret: text('sealed_secret').notNull(),
  state: text('state').notNull(),
  stateMessage: text('state_message').notNull(),
  stateSince: text('state_since').notNull(),
  failedLogins: integer('failed_logins').notNull(),
  lastContactAt: text('last_contact_at'),
});

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
  },
  (t) => [
    uniqueIndex('claims_idempotency').on(t.practiceId, t.idempotencyKey),
    uniqueIndex('claims_control_number').on(t.practiceId, t.patientControlNumber),
    // In the order the newest is asked for, else SQLite walks all claims of the practice by date.
    index('claims_visit').on(t.practiceId, t.visitKey, t.createdAt, t.id),
    index('claims_services').on(t.practiceId, t.servicesKey, t.createdAt),
    index('claims_patient').on(t.practiceId, t.patientKey, t.serviceDate, t.createdAt),
    index('claims_list').on(t.practiceId, t.followedBy, t.createdAt, t.id),
    index('claims_status').on(t.practiceId, t.followedBy, t.status, t.createdAt, t.id),
    index('claims_awaits').on(t.practiceId, t.awaits, t.statusSince),
    // All that a search looks at, so that it reads no claim that does not fit.
    index('claims_search').on(
      t.practiceId,
      t.createdAt,
      t.id,
      t.patientName,
      t.payerName,
      t.patientControlNumber,
      t.serviceDate,
      t.totalCharge,
    ),
    // To find the claim of an answer that names none of our numbers.
    index('claims_service_day').on(t.practiceId, t.serviceDate, t.totalCharge),
    index('claims_member').on(t.practiceId, t.memberKey, t.serviceDate),
  ],
);

/** Literal in each question too, or the index of these alone is not used. */
export const IS_PAYMENT_FACT = sql`dedupe_key >= 'payment:' and dedupe_key < 'paymenu'`;

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
    /** Same fact from the same source content is stored once. */
    dedupeKey: text('dedupe_key').notNull(),
  },
  (t) => [
    uniqueIndex('claim_events_sequence').on(t.claimId, t.sequence),
    uniqueIndex('claim_events_dedupe').on(t.claimId, t.dedupeKey),
    // To find the claims of a payment, as in `posted-parts.ts`.
    index('claim_events_payment').on(t.practiceId, t.dedupeKey).where(IS_PAYMENT_FACT),
  ],
);

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
    /** The account's mode when the claim was billed; null when there was no account. */
    mode: text('mode'),
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
  },
  (t) => [
    uniqueIndex('outbound_files_name').on(t.practiceId, t.name),
    uniqueIndex('outbound_files_isa').on(t.practiceId, t.interchangeControlNumber),
    index('outbound_files_state').on(t.practiceId, t.state),
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
  },
  (t) => [
    uniqueIndex('inbound_files_content').on(t.practiceId, t.sha256, t.name),
    index('inbound_files_state').on(t.practiceId, t.state),
  ],
);

/** What the outbound folder held when a file of this name was last fetched, or could not be. */
export const remoteFiles = sqliteTable(
  'remote_files',
  {
    practiceId: practiceId(),
    name: text('name').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** Milliseconds since 1970, by the clearinghouse's clock. */
    modified: integer('modified').notNull(),
    settled: integer('settled', { mode: 'boolean' }).notNull(),
    /** Downloads in a row that broke off or were refused. */
    failures: integer('failures').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.name] })],
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

/** Last number given out; never reused. */
export const counters = sqliteTable(
  'counters',
  {
    practiceId: practiceId(),
    name: text('name').notNull(),
    value: integer('value').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.name] })],
);

export const remittances = sqliteTable(
  'remittances',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** TRN03 + TRN02 + BPR02 + BPR16. */
    paymentKey: text('payment_key').notNull(),
    /** Hash of the remittance's own content: the same one in two files posts once. */
    contentHash: text('content_hash').notNull(),
    inboundFileId: text('inbound_file_id')
      .notNull()
      .references(() => inboundFiles.id),
    checkNumber: text('check_number').notNull(),
    paymentDate: text('payment_date').notNull(),
    payerName: text('payer_name').notNull(),
    /** BPR04; empty for remittances that came before it was kept. */
    paymentMethod: text('payment_method').notNull().default(''),
    total: integer('total').notNull(),
    claimCount: integer('claim_count').notNull(),
    state: text('state').notNull(),
    reason: text('reason'),
    /** Whether any of it was posted; what posted nothing gives way to a better account of the same payment. */
    posted: integer('posted', { mode: 'boolean' }).notNull().default(false),
    createdAt: text('created_at').notNull(),
  },
  (t) => [uniqueIndex('remittances_content').on(t.practiceId, t.paymentKey, t.contentHash)],
);

/**
 * The ledger, append-only and double-entry: the entries of a transaction add up to zero. What it holds of a claim is what its facts
 * come to (`foldMoney`); each change of that is one transaction.
 */
export const journalTransactions = sqliteTable(
  'journal_transactions',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** When it was written. */
    at: text('at').notNull(),
    /** `claim-billed`, `payment`, `unmatched-payment`, `provider-adjustment`, `match`, `write-off`, `patient-payment`, `deposit` … */
    kind: text('kind').notNull(),
    /** EventSource as JSON. */
    source: text('source').notNull(),
    /** The same happening is written once. */
    dedupeKey: text('dedupe_key').notNull(),
  },
  (t) => [uniqueIndex('journal_transactions_dedupe').on(t.practiceId, t.dedupeKey)],
);

/** One side of a transaction. Positive is debit, negative credit, in cents. */
export const journalEntries = sqliteTable(
  'journal_entries',
  {
    practiceId: practiceId(),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => journalTransactions.id),
    /** From 1 within the transaction. */
    line: integer('line').notNull(),
    /** As in `ledger-accounts.ts`. */
    account: text('account').notNull(),
    amount: integer('amount').notNull(),
    /** The first claim of the account (claims that follow one another); null for money that belongs to no claim. */
    claimAccount: text('claim_account'),
    /** The payment that it belongs to; null for what no payer paid. */
    paymentKey: text('payment_key'),
    /** A reason or a reference as received, such as that of a provider adjustment; no patient data. */
    reference: text('reference'),
  },
  (t) => [
    primaryKey({ columns: [t.transactionId, t.line] }),
    index('journal_entries_account').on(t.practiceId, t.account),
    index('journal_entries_claim').on(t.practiceId, t.claimAccount),
    index('journal_entries_payment').on(t.practiceId, t.paymentKey, t.account),
  ],
);

/** Parts of answers that fit no claim for certain: a person decides on each, once. */
export const unmatchedAnswers = sqliteTable(
  'unmatched_answers',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    inboundFileId: text('inbound_file_id')
      .notNull()
      .references(() => inboundFiles.id),
    /** The payment that it is a part of; null for an answer without money. */
    paymentKey: text('payment_key'),
    /** ClaimReference as JSON: what the answer says of whose it is. */
    reference: text('reference').notNull(),
    /** ClaimFact as JSON: what is appended to the claim that it is matched with. */
    fact: text('fact').notNull(),
    /** That of the fact. */
    dedupeKey: text('dedupe_key').notNull(),
    /** Paid, in cents; zero for an answer without money. */
    amount: integer('amount').notNull(),
    createdAt: text('created_at').notNull(),
    /** waiting | matched | dismissed. */
    state: text('state').notNull(),
    claimId: text('claim_id').references(() => claims.id),
    decidedByDevice: text('decided_by_device'),
    decidedAt: text('decided_at'),
    /** Why it was dismissed, in the person's words. */
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('unmatched_answers_dedupe').on(t.practiceId, t.dedupeKey),
    index('unmatched_answers_state').on(t.practiceId, t.state, t.createdAt),
    index('unmatched_answers_payment').on(t.practiceId, t.paymentKey),
  ],
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

/** What asks for a person, derived from the facts of claims and written with them; a claim may be on several lists. */
export const worklistItems = sqliteTable(
  'worklist_items',
  {
    practiceId: practiceId(),
    list: text('list').notNull(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    since: text('since').notNull(),
    /** What is at stake, in cents. */
    amount: integer('amount').notNull(),
    /** The last day on which something can be done; null where none is known. */
    deadline: text('deadline'),
    /** Greater is more urgent, see `urgencyOf`. */
    urgency: integer('urgency').notNull(),
    /** Those of the claim, so that a list is filtered without a look at its claims. */
    payerName: text('payer_name').notNull().default(''),
    assignedTo: text('assigned_to'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.list, t.claimId] }),
    index('worklist_items_order').on(t.practiceId, t.list, t.urgency, t.claimId),
    index('worklist_items_assignee').on(t.practiceId, t.list, t.assignedTo, t.urgency, t.claimId),
    index('worklist_items_payer').on(t.practiceId, t.list, t.payerName, t.urgency, t.claimId),
    index('worklist_items_claim').on(t.practiceId, t.claimId, t.list),
  ],
);

/** What people write down about a claim; append-only. */
export const claimNotes = sqliteTable(
  'claim_notes',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    at: text('at').notNull(),
    deviceId: text('device_id').notNull(),
    text: text('text').notNull(),
  },
  (t) => [index('claim_notes_claim').on(t.practiceId, t.claimId, t.at)],
);

/** Each import of a code list; kept for ever, its entries only as long as they can be asked for. */
export const codeListEditions = sqliteTable(
  'code_list_editions',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** `icd-10-cm`, `hcpcs` …, or the name of a shipped list that it replaces. */
    list: text('list').notNull(),
    /** The day from which it holds. */
    effective: text('effective').notNull(),
    /** Name, size and SHA-256 of each file it was read from, as JSON. */
    files: text('files').notNull(),
    /** Codes, or pairs of codes. */
    size: integer('size').notNull(),
    /** Against the edition before it. */
    added: integer('added').notNull(),
    removed: integer('removed').notNull(),
    changed: integer('changed').notNull(),
    importedAt: text('imported_at').notNull(),
    /** Null when a person at the server's own console did it. */
    importedByDevice: text('imported_by_device'),
    /** When its entries were let go; null while they are held. */
    replacedAt: text('replaced_at'),
  },
  (t) => [index('code_list_editions_held').on(t.practiceId, t.replacedAt, t.list, t.effective)],
);

/** What an edition says of a code. */
export const codeListEntries = sqliteTable(
  'code_list_entries',
  {
    practiceId: practiceId(),
    editionId: text('edition_id')
      .notNull()
      .references(() => codeListEditions.id),
    code: text('code').notNull(),
    /** CodeEntry as JSON. */
    entry: text('entry').notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.code] })],
);

/** How the practice reads its EHR's pages, where that differs from what the extension brings along. */
export const recipes = sqliteTable(
  'recipes',
  {
    practiceId: practiceId(),
    /** The recipe's own id, which it may share with one of the extension: then it takes its place. */
    id: text('id').notNull(),
    /** RecipeChange as JSON; selectors and shapes, no value of any page. */
    change: text('change').notNull(),
    changedAt: text('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.id] })],
);

/** Who did what, when; no patient data. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    at: text('at').notNull(),
    deviceId: text('device_id'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
  },
  (t) => [index('audit_practice').on(t.practiceId, t.at)],
);
