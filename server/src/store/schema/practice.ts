/** The practice, who may speak for it, what it set up, and who did what. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const practices = sqliteTable('practices', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** PracticeSettings as JSON; null until set up. */
  settings: text('settings'),
  createdAt: text('created_at').notNull(),
});

/** A row's own practice. */
export const practiceId = () =>
  text('practice_id')
    .notNull()
    .references(() => practices.id);

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
    /** Since when it waits for an admin's word: the data came out of a backup, in which it may not have been revoked yet. */
    waitsSince: text('waits_since'),
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

/** The practice's accounts at clearinghouses: profile id plus overrides each. One is `main`; payers may be routed to others. */
export const connections = sqliteTable(
  'connections',
  {
    practiceId: practiceId(),
    /** `main`, else a number that is never given again. */
    id: text('id').notNull(),
    /** As people call it; empty: by the name of its clearinghouse. */
    name: text('name').notNull(),
    profileId: text('profile_id').notNull(),
    mode: text('mode').notNull(),
    /** ConnectionSettings as JSON: host, port, user, pinned host key, submitter, profile overrides. No secret. */
    settings: text('settings').notNull(),
    /** Password or private key, sealed with the server's key; empty once it was removed. */
    sealedSecret: text('sealed_secret').notNull(),
    /** RealTimeAccount as JSON, and its password, sealed; null where nothing is asked at once by it. */
    realTime: text('real_time'),
    sealedRealTimeSecret: text('sealed_real_time_secret'),
    /** The instant from which the password is known here; null for a key, and where it is not known. */
    passwordSince: text('password_since'),
    state: text('state').notNull(),
    stateMessage: text('state_message').notNull(),
    stateSince: text('state_since').notNull(),
    failedLogins: integer('failed_logins').notNull(),
    lastContactAt: text('last_contact_at'),
    /** When it is tried again after trouble; null where nothing holds it up. */
    nextTryAt: text('next_try_at'),
    /** Milliseconds by which our clock was ahead of its clock when it last wrote a file of ours; null where it never said. */
    clockAhead: integer('clock_ahead'),
    /** When that was, by our clock. */
    clockAheadAt: text('clock_ahead_at'),
    /** Since when a person lets nothing go out or come in by it. */
    pausedAt: text('paused_at'),
    /** Its row stays, as files name it. */
    removedAt: text('removed_at'),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.id] })],
);

/** Whose claims go by another connection than the main one: a payer, or a kind of insurance, has one way at most. */
export const payerRoutes = sqliteTable(
  'payer_routes',
  {
    practiceId: practiceId(),
    /** `payer` or `filing-indicator`. */
    kind: text('kind').notNull(),
    /** The payer's id on the claim (2010BB NM109), or the claim filing indicator (SBR09). */
    value: text('value').notNull(),
    connectionId: text('connection_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.kind, t.value] })],
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

/** Who did what, when; no patient data. Each entry carries the hash of the one before: none can be changed, added or taken out unseen. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** From 1, without a gap. */
    sequence: integer('sequence').notNull().default(0),
    /** Of the entry before and of this one; empty for those that are older than the chain. */
    hash: text('hash').notNull().default(''),
    at: text('at').notNull(),
    deviceId: text('device_id'),
    action: text('action').notNull(),
    subject: text('subject').notNull(),
  },
  (t) => [uniqueIndex('audit_sequence').on(t.practiceId, t.sequence)],
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
