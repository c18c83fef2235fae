/** Patients as the practice keeps them, each with the coverages that pay for them, in their order. */
import { z } from 'zod';
import { nameKey } from '../capture/names.ts';
import {
  AddressSchema,
  ClaimFilingIndicatorSchema,
  IsoDateField,
  RelationshipSchema,
  textField,
} from '../claim/index.ts';
import { PATIENT_COLUMNS } from '../patients/columns.ts';
import { COVERAGE_RANKS } from '../patients/ranks.ts';
import { LatestCheckQuery } from './eligibility.ts';
import { TableFault } from './payer-list.ts';

/** Only ever in a body, as it is made of a name and a birth date. */
export const { patientKey: PatientKey } = LatestCheckQuery.shape;

const Sex = z.enum(['F', 'M', 'U']);
/** Something of it tells one from another: patients are known by their names. */
const nameField = (max: number) =>
  textField(max).refine((text) => nameKey(text) !== '', { message: 'must have a letter' });
const names = { middleName: textField(25).optional(), suffix: textField(10).optional() };

/** What is known of the patient but the coverages. Name and birth date tell who it is. */
export const KeptPatient = z.strictObject({
  lastName: nameField(60),
  firstName: nameField(35),
  ...names,
  birthDate: IsoDateField,
  sex: Sex.optional(),
  address: AddressSchema.optional(),
  phone: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
});
export type KeptPatient = z.infer<typeof KeptPatient>;

/** Whoever the insurance insures, where that is not the patient: a person or, for work comp, the employer. */
const InsuredPerson = z.strictObject({
  organizationName: textField(60).optional(),
  lastName: textField(60).optional(),
  firstName: textField(35).optional(),
  ...names,
  birthDate: IsoDateField.optional(),
  sex: Sex.optional(),
  address: AddressSchema.optional(),
});

/** Whole cents. */
const MOST_COPAY = 9_999_999;

/** One insurance of a patient, as its card says it. */
export const KeptCoverage = z.strictObject({
  rank: z.enum(COVERAGE_RANKS),
  payerName: textField(60),
  payerId: textField(80, 2),
  claimFilingIndicator: ClaimFilingIndicatorSchema,
  memberId: textField(80, 2),
  groupNumber: textField(50).optional(),
  groupName: textField(60).optional(),
  relationshipToSubscriber: RelationshipSchema,
  subscriber: InsuredPerson.optional(),
  planName: textField(60).optional(),
  /** On the card, for a visit. */
  copay: z.number().int().nonnegative().max(MOST_COPAY).optional(),
  /** On the card; with whatever stands behind it. */
  payerPhone: textField(30).optional(),
  validFrom: IsoDateField.optional(),
  validTo: IsoDateField.optional(),
  notes: textField(500).optional(),
});
export type KeptCoverage = z.infer<typeof KeptCoverage>;

const COVERAGE_SOURCES = ['import', 'typed', 'claim'] as const;

/** A coverage that counts now. */
export const PatientCoverage = KeptCoverage.extend({
  source: z.enum(COVERAGE_SOURCES),
  /** The day on which it was brought or typed; of a claim the date of service. */
  asOf: IsoDateField,
});
export type PatientCoverage = z.infer<typeof PatientCoverage>;

/** What counted before, and does no more. */
export const FormerCoverage = PatientCoverage.extend({
  /** Null where a claim says otherwise since. */
  endedAt: z.string().nullable(),
});
export type FormerCoverage = z.infer<typeof FormerCoverage>;

/** The last check of a patient's coverage, in short. */
export const CheckInShort = z.object({
  id: z.string(),
  at: z.string(),
  payerId: z.string(),
  memberId: z.string().nullable(),
  outcome: z.enum(['asking', 'answered', 'refused', 'no-answer']),
  /** Of the plan as a whole; null without an answer. */
  state: z.enum(['active', 'inactive', 'not-covered', 'depends', 'unknown']).nullable(),
});
export type CheckInShort = z.infer<typeof CheckInShort>;

export const PatientRow = z.object({
  patientKey: PatientKey,
  /** False where only claims know the patient. */
  isKept: z.boolean(),
  patient: KeptPatient,
  coverages: z.array(PatientCoverage),
  lastCheck: CheckInShort.nullable(),
});
export type PatientRow = z.infer<typeof PatientRow>;

export const SearchPatients = z.strictObject({
  /** Beginnings of names, a birth date or a member ID; empty: everybody who is kept. */
  search: z.string().max(100),
  /** `next` of the page before. */
  after: PatientKey.nullable(),
});
export type SearchPatients = z.infer<typeof SearchPatients>;

export const FoundPatients = z.object({
  /** By name; then those whom only claims know. */
  patients: z.array(PatientRow),
  next: PatientKey.nullable(),
  /** How many are kept in all. */
  kept: z.number().int(),
});
export type FoundPatients = z.infer<typeof FoundPatients>;

export const OnePatientQuery = z.strictObject({ patientKey: PatientKey });

export const PatientDetail = PatientRow.extend({
  former: z.array(FormerCoverage),
  /** Of what was seen here; a change names it, so that nobody overwrites what they did not see. */
  version: z.string(),
});
export type PatientDetail = z.infer<typeof PatientDetail>;

/** The patient as a whole: who is not in the list of coverages any more has none any more. */
export const ChangePatient = z.strictObject({
  /** Null for a new one. */
  patientKey: PatientKey.nullable(),
  version: z.string().max(64).nullable(),
  patient: KeptPatient,
  /** In their order, each with its own. */
  coverages: z
    .array(KeptCoverage)
    .max(COVERAGE_RANKS.length)
    .refine(
      (all) =>
        all.every(
          ({ rank }, at) =>
            at === 0 || COVERAGE_RANKS.indexOf(rank) > COVERAGE_RANKS.indexOf(all[at - 1]?.rank ?? 'P'),
        ),
      { message: 'must be in their order, each once' },
    ),
});
export type ChangePatient = z.infer<typeof ChangePatient>;

/** Of a schedule: who comes. */
export const NamedPeople = z.strictObject({
  people: z
    .array(z.strictObject({ lastName: nameField(60), firstName: nameField(35), birthDate: IsoDateField }))
    .min(1)
    .max(500),
});
export type NamedPeople = z.infer<typeof NamedPeople>;

/** Who of a schedule is known, in its order, and what stands there without being found. */
export const ScheduledPatients = z.object({
  found: z.array(PatientRow),
  faultCount: z.number().int(),
  faults: z.array(TableFault),
});
export type ScheduledPatients = z.infer<typeof ScheduledPatients>;

const PatientColumn = z.enum(PATIENT_COLUMNS);

/** A column of a file that is brought, and what it is taken for. */
const BroughtColumn = z.object({
  heading: z.string(),
  /** Null: it is left out. */
  meaning: PatientColumn.nullable(),
  /** Some of its cells. */
  samples: z.array(z.string()),
});
export type BroughtColumn = z.infer<typeof BroughtColumn>;

const some = <Item extends z.ZodType>(item: Item) =>
  z.object({ count: z.number().int(), some: z.array(item) });

/** `QUINTERO, MARTA 1978-04-12`. */
const Named = z.string();

/** What an import would do. `some` and `faults`: at most a hundred of them. */
export const PatientsPreview = z.object({
  columns: z.array(BroughtColumn),
  /** The columns were taken for what a person said of a file with the same headings. */
  isRemembered: z.boolean(),
  /** Below the headings. */
  rows: z.number().int(),
  /** Rows with a fault. */
  faultyRows: z.number().int(),
  faultCount: z.number().int(),
  faults: z.array(TableFault),
  /** Names by which the practice knows no payer, and how many rows have each; at most a hundred. */
  unknownPayers: z.array(z.object({ name: z.string(), rows: z.number().int() })),
  /** Patients whose rows have no fault. */
  patients: z.number().int(),
  added: some(Named),
  /** Each with what is another than before. */
  changed: some(z.object({ patient: Named, changes: z.array(z.string()) })),
  same: z.number().int(),
  /** ZIP codes that got back their zeros. */
  mendedZips: z.number().int(),
  /** Dates whose century was left out. */
  mendedDates: z.number().int(),
  /** Addresses of which a part is missing. */
  addressesLeftOut: z.number().int(),
});
export type PatientsPreview = z.infer<typeof PatientsPreview>;

export const PatientsImported = z.object({
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  /** Rows that were left out because of a fault. */
  leftOut: z.number().int(),
});
export type PatientsImported = z.infer<typeof PatientsImported>;

/** What the columns of a file are, in its order; empty: left out. */
export const ColumnsSaid = z
  .string()
  .max(6_000)
  .transform((text) => text.split(','))
  .pipe(z.array(z.union([PatientColumn, z.literal('')])));
