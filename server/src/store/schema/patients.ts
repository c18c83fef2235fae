/** Patients that the practice keeps, the coverages of each, and what a person said the columns of such a list are. */
import { sql } from 'drizzle-orm';
import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

export const patients = sqliteTable(
  'patients',
  {
    /** Names the patient in the log. */
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** See `same-keys.ts`. */
    patientKey: text('patient_key').notNull(),
    /** `nameKeys` of the patient, to be found and listed by. */
    lastNameKey: text('last_name_key').notNull(),
    laterNameKey: text('later_name_key'),
    firstNameKey: text('first_name_key').notNull(),
    birthDate: text('birth_date').notNull(),
    /** KeptPatient as JSON. */
    patient: text('patient').notNull(),
    changedAt: text('changed_at').notNull(),
    deviceId: text('device_id'),
  },
  (t) => [
    uniqueIndex('patients_key').on(t.practiceId, t.patientKey),
    index('patients_name').on(t.practiceId, t.lastNameKey, t.firstNameKey, t.patientKey),
    index('patients_birth_date').on(t.practiceId, t.birthDate),
  ],
);

export const patientCoverages = sqliteTable(
  'patient_coverages',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    patientKey: text('patient_key').notNull(),
    rank: text('rank', { enum: ['P', 'S', 'T'] }).notNull(),
    /** The member ID without what divides it (`memberKey`). */
    memberKey: text('member_key').notNull(),
    /** KeptCoverage as JSON. */
    coverage: text('coverage').notNull(),
    /** Where it was taken from; `claim`: a person changed or ended what claims had said. */
    source: text('source', { enum: ['import', 'typed', 'claim'] }).notNull(),
    keptAt: text('kept_at').notNull(),
    deviceId: text('device_id'),
    /** Null while it counts; rows are never taken out. */
    endedAt: text('ended_at'),
    endedBy: text('ended_by'),
  },
  (t) => [
    uniqueIndex('patient_coverages_current')
      .on(t.practiceId, t.patientKey, t.rank)
      .where(sql`ended_at is null`),
    index('patient_coverages_patient').on(t.practiceId, t.patientKey, t.keptAt),
    index('patient_coverages_member').on(t.practiceId, t.memberKey),
  ],
);

export const columnMappings = sqliteTable(
  'column_mappings',
  {
    practiceId: practiceId(),
    /** Of a hash of all headings of a list. */
    headingsKey: text('headings_key').notNull(),
    /** What each column is, as JSON. */
    columns: text('columns').notNull(),
    changedAt: text('changed_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.headingsKey] })],
);
