/** Patients that the practice keeps, with the coverages that count now and those that did. */
import type { KeptCoverage, KeptPatient } from '@claimside/shared/api';
import { memberKey } from '@claimside/shared/matching';
import type { CoverageRank } from '@claimside/shared/patients';
import { parseDate, type UtcInstant } from '@claimside/shared/values';
import { and, asc, count, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';
import { chunks } from './chunks.ts';
import { startsWith } from './dialect.ts';
import { fromJson, toJson } from './json.ts';
import { nameKeys, namesSought } from './name-keys.ts';
import { patientCoverages, patients } from './schema.ts';
import type { Scope } from './store.ts';

/** Rows in one statement, and keys in one list. */
const AT_ONCE = 500;

export interface PatientOnFile {
  readonly id: string;
  readonly patientKey: string;
  readonly patient: KeptPatient;
  readonly changedAt: UtcInstant;
}

export interface CoverageOnFile {
  readonly id: string;
  readonly patientKey: string;
  readonly rank: CoverageRank;
  readonly coverage: KeptCoverage;
  readonly source: 'import' | 'typed' | 'claim';
  readonly keptAt: UtcInstant;
  /** Null while it counts. */
  readonly endedAt: UtcInstant | null;
}

/** All of them, by name. */
export async function listPatients(scope: Scope): Promise<PatientOnFile[]> {
  const rows = await scope.db
    .select(columns)
    .from(patients)
    .where(eq(patients.practiceId, scope.practiceId))
    .orderBy(...BY_NAME);
  return rows.map(toPatient);
}

export async function countPatients({ db, practiceId }: Scope): Promise<number> {
  const [row] = await db.select({ all: count() }).from(patients).where(eq(patients.practiceId, practiceId));
  return row?.all ?? 0;
}

export async function findPatients(scope: Scope, keys: readonly string[]): Promise<PatientOnFile[]> {
  const found: PatientOnFile[] = [];
  for (const some of chunks([...new Set(keys)], AT_ONCE)) {
    const rows = await scope.db
      .select(columns)
      .from(patients)
      .where(and(eq(patients.practiceId, scope.practiceId), inArray(patients.patientKey, some)));
    found.push(...rows.map(toPatient));
  }
  return found;
}

/** At most `limit` by name, after the one of `after`; by the beginning of a name, a birth date or a member ID, or all of them. */
export async function searchPatients(
  scope: Scope,
  search: string,
  after: PatientOnFile | undefined,
  limit: number,
): Promise<PatientOnFile[]> {
  const text = search.trim();
  const rows = await scope.db
    .select(columns)
    .from(patients)
    .where(
      and(
        eq(patients.practiceId, scope.practiceId),
        text === '' ? undefined : fits(scope, text),
        after && isBehind(after),
      ),
    )
    .orderBy(...BY_NAME)
    .limit(limit);
  return rows.map(toPatient);
}

/** A number shorter than this finds nobody. */
const LEAST_OF_MEMBER = 3;

function fits(scope: Scope, text: string): SQL {
  const date = parseDate(text);
  const member = memberKey(text);
  const names = namesSought(text).map(({ last, later, first }) =>
    and(
      last === undefined ? undefined : startsWith(patients.lastNameKey, last),
      later === undefined ? undefined : startsWith(patients.laterNameKey, later),
      first === undefined ? undefined : startsWith(patients.firstNameKey, first),
    ),
  );
  const members = scope.db
    .select({ patientKey: patientCoverages.patientKey })
    .from(patientCoverages)
    .where(
      and(
        eq(patientCoverages.practiceId, scope.practiceId),
        startsWith(patientCoverages.memberKey, member),
        isNull(patientCoverages.endedAt),
      ),
    );
  const some = [
    ...names,
    ...(date === undefined ? [] : [eq(patients.birthDate, date)]),
    ...(member.length < LEAST_OF_MEMBER ? [] : [inArray(patients.patientKey, members)]),
  ];
  // By a text that can mean nothing, nobody is found.
  return or(...some) ?? eq(patients.patientKey, '');
}

function isBehind({ patientKey, patient }: PatientOnFile): SQL | undefined {
  const { lastNameKey, firstNameKey } = nameKeys(patient);
  return or(
    gt(patients.lastNameKey, lastNameKey),
    and(
      eq(patients.lastNameKey, lastNameKey),
      or(
        gt(patients.firstNameKey, firstNameKey),
        and(eq(patients.firstNameKey, firstNameKey), gt(patients.patientKey, patientKey)),
      ),
    ),
  );
}

/** Of the practice, or of some of its patients: those that count now, and with `ever` those that did, the oldest first. */
export async function listCoverages(
  scope: Scope,
  asked: { readonly keys?: readonly string[]; readonly ever?: true } = {},
): Promise<CoverageOnFile[]> {
  const lists = asked.keys === undefined ? [undefined] : chunks([...new Set(asked.keys)], AT_ONCE);
  const found: CoverageOnFile[] = [];
  for (const some of lists) {
    const rows = await scope.db
      .select()
      .from(patientCoverages)
      .where(
        and(
          eq(patientCoverages.practiceId, scope.practiceId),
          some && inArray(patientCoverages.patientKey, some),
          asked.ever ? undefined : isNull(patientCoverages.endedAt),
        ),
      )
      .orderBy(asc(patientCoverages.keptAt), asc(patientCoverages.id));
    found.push(...rows.map(toCoverage));
  }
  return found;
}

export interface PatientChanges {
  readonly patients: readonly Pick<PatientOnFile, 'id' | 'patientKey' | 'patient'>[];
  /** Ids of coverages that count no more. */
  readonly ended: readonly string[];
  /** Those with `endedAt` counted by claims alone until now. */
  readonly coverages: readonly Omit<CoverageOnFile, 'keptAt'>[];
}

/** Adds them, or puts what is said of a patient in the place of what was; coverages that end stay as they were. Call inside a transaction. */
export async function savePatients(
  { db, practiceId }: Scope,
  changes: PatientChanges,
  at: UtcInstant,
  deviceId: string | null,
): Promise<void> {
  for (const some of chunks(changes.patients, AT_ONCE)) {
    const keys = some.map(({ patientKey }) => patientKey);
    await db
      .delete(patients)
      .where(and(eq(patients.practiceId, practiceId), inArray(patients.patientKey, keys)));
    await db.insert(patients).values(
      some.map(({ id, patientKey, patient }) => ({
        id,
        practiceId,
        patientKey,
        ...nameKeys(patient),
        birthDate: patient.birthDate,
        patient: toJson(patient),
        changedAt: at,
        deviceId,
      })),
    );
  }
  for (const some of chunks(changes.ended, AT_ONCE))
    await db
      .update(patientCoverages)
      .set({ endedAt: at, endedBy: deviceId })
      .where(
        and(
          eq(patientCoverages.practiceId, practiceId),
          inArray(patientCoverages.id, some),
          isNull(patientCoverages.endedAt),
        ),
      );
  for (const some of chunks(changes.coverages, AT_ONCE))
    await db.insert(patientCoverages).values(
      some.map(({ id, patientKey, rank, coverage, source, endedAt }) => ({
        id,
        practiceId,
        patientKey,
        rank,
        memberKey: memberKey(coverage.memberId),
        coverage: toJson(coverage),
        source,
        keptAt: at,
        deviceId,
        endedAt,
        endedBy: endedAt === null ? null : deviceId,
      })),
    );
}

/** Under a name that was corrected; the coverages were ended before. Call inside a transaction. */
export async function removePatient({ db, practiceId }: Scope, patientKey: string): Promise<void> {
  await db
    .delete(patients)
    .where(and(eq(patients.practiceId, practiceId), eq(patients.patientKey, patientKey)));
}

const columns = {
  id: patients.id,
  patientKey: patients.patientKey,
  patient: patients.patient,
  changedAt: patients.changedAt,
};
const BY_NAME = [asc(patients.lastNameKey), asc(patients.firstNameKey), asc(patients.patientKey)];

const toPatient = (row: {
  id: string;
  patientKey: string;
  patient: string;
  changedAt: string;
}): PatientOnFile => ({
  ...row,
  patient: fromJson<KeptPatient>(row.patient),
  changedAt: row.changedAt as UtcInstant,
});

const toCoverage = ({
  id,
  patientKey,
  rank,
  coverage,
  source,
  keptAt,
  endedAt,
}: typeof patientCoverages.$inferSelect): CoverageOnFile => ({
  id,
  patientKey,
  rank,
  source,
  coverage: fromJson<KeptCoverage>(coverage),
  keptAt: keptAt as UtcInstant,
  endedAt: endedAt as UtcInstant | null,
});
