/** Questions that a clearinghouse answers at once, about benefits (270) and claims (276): both sides as they went and came. */
import { blob, index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

export const realTimeQuestions = sqliteTable(
  'real_time_questions',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** `270` or `276`. */
    kind: text('kind').notNull(),
    /** The patient's key (see `same-keys.ts`), or the claim's id. */
    subject: text('subject').notNull(),
    /** A hash of all that is asked but the day: the same question is asked once at a time. */
    target: text('target').notNull(),
    /** The payer's as on claims, which may be asked under another one; null where it was asked under that. */
    payerId: text('payer_id'),
    connectionId: text('connection_id').notNull(),
    deviceId: text('device_id').notNull(),
    /** A hash of the asking device and its idempotency key. */
    askedUnder: text('asked_under').notNull(),
    askedAt: text('asked_at').notNull(),
    answeredAt: text('answered_at'),
    /** The trouble in words as JSON, where no answer came. */
    trouble: text('trouble'),
    question: blob('question', { mode: 'buffer' }).notNull(),
    answer: blob('answer', { mode: 'buffer' }),
  },
  (t) => [
    uniqueIndex('real_time_questions_once').on(t.practiceId, t.askedUnder),
    index('real_time_questions_subject').on(t.practiceId, t.kind, t.subject, t.askedAt),
  ],
);
