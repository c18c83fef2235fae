/** Patients as they are shown: who is kept, and whom only claims know, with the coverages that count and the last check. */
import { createHash } from 'node:crypto';
import type {
  CheckInShort,
  FoundPatients,
  KeptPatient,
  PatientDetail,
  PatientRow,
} from '@claimside/shared/api';
import { earliestDateOnEarth } from '@claimside/shared/values';
import { briefCheck } from '../questions/index.ts';
import { listStandingClaimsOfPatient } from '../store/claims.ts';
import {
  type CoverageOnFile,
  countPatients,
  findPatients,
  listCoverages,
  type PatientOnFile,
  searchPatients,
} from '../store/patients.ts';
import { listPatientKeysOfClaims } from '../store/patients-of-claims.ts';
import { latestQuestion } from '../store/real-time-questions.ts';
import type { Scope } from '../store/store.ts';
import { groupBy } from '../transactions/parts/group.ts';
import type { PatientsContext } from './context.ts';
import { type CoveragesOfPatient, coveragesNow, type StandingClaimOfPatient } from './current.ts';
import { textOf } from './same.ts';

const SHOWN = 50;
/** Claims of one patient that are looked at, the newest first. */
const MOST_CLAIMS = 20;

/** What a patient is put together from. */
interface Whole {
  readonly patientKey: string;
  readonly patient: KeptPatient;
  readonly onFile: PatientOnFile | undefined;
  readonly coverages: CoveragesOfPatient;
  readonly lastCheck: CheckInShort | null;
}

/** The next ones after `after`; those whom only claims know stand behind the first ones. */
export async function findByText(
  context: PatientsContext,
  scope: Scope,
  search: string,
  after: string | null,
): Promise<FoundPatients> {
  const before = after === null ? undefined : (await findPatients(scope, [after]))[0];
  const some = await searchPatients(scope, search, before, SHOWN + 1);
  const kept = some.slice(0, SHOWN);
  const ofClaims =
    search.trim() === '' || after !== null ? [] : await listPatientKeysOfClaims(scope, search.trim(), SHOWN);
  const others = ofClaims.filter((key) => !some.some(({ patientKey }) => patientKey === key));
  // Kept under a name that the text does not begin.
  const known = await findPatients(scope, others);
  const wholes = await wholesOf(
    context,
    scope,
    [...kept.map(({ patientKey }) => patientKey), ...others],
    [...kept, ...known],
  );
  return {
    patients: wholes.map(rowOf),
    next: some.length > SHOWN ? (kept.at(-1)?.patientKey ?? null) : null,
    kept: await countPatients(scope),
  };
}

/** Those of these that anything is known of, in this order. */
export async function findByKeys(
  context: PatientsContext,
  scope: Scope,
  keys: readonly string[],
): Promise<PatientRow[]> {
  return (await wholesOf(context, scope, keys, await findPatients(scope, keys))).map(rowOf);
}

/** The patient, and what names them in the log; undefined where nothing is known. */
export async function findOne(
  context: PatientsContext,
  scope: Scope,
  patientKey: string,
): Promise<{ readonly subject: string; readonly detail: PatientDetail } | undefined> {
  const [whole] = await wholesOf(context, scope, [patientKey], await findPatients(scope, [patientKey]));
  if (!whole) return undefined;
  const { onFile, patient, coverages } = whole;
  const { current, former } = coverages;
  const [claim] = onFile ? [] : await listStandingClaimsOfPatient(scope, patientKey, 1);
  return {
    subject: onFile?.id ?? claim?.id ?? scope.practiceId,
    detail: { ...rowOf(whole), former: [...former], version: versionOf(patient, current) },
  };
}

const versionOf = (patient: KeptPatient, current: CoveragesOfPatient['current']): string =>
  createHash('sha256')
    .update(textOf([patient, current]))
    .digest('hex');

async function wholesOf(
  { runtime }: PatientsContext,
  scope: Scope,
  keys: readonly string[],
  onFile: readonly PatientOnFile[],
): Promise<Whole[]> {
  const kept = new Map(onFile.map((one) => [one.patientKey, one]));
  const coverages = groupBy(await listCoverages(scope, { keys, ever: true }), ({ patientKey }) => patientKey);
  const wholes: Whole[] = [];
  for (const patientKey of new Set(keys)) {
    const claims = await listStandingClaimsOfPatient(scope, patientKey, MOST_CLAIMS);
    const patient = kept.get(patientKey)?.patient ?? patientOfClaims(claims);
    if (!patient) continue;
    const asked = await latestQuestion(scope, '270', patientKey);
    wholes.push({
      patientKey,
      patient,
      onFile: kept.get(patientKey),
      coverages: coveragesNow(rowsOf(coverages, patientKey), claims, earliestDateOnEarth(runtime.now())),
      lastCheck: asked ? briefCheck(asked, runtime.now()) : null,
    });
  }
  return wholes;
}

const rowsOf = (all: ReadonlyMap<string, CoverageOnFile[]>, patientKey: string): readonly CoverageOnFile[] =>
  all.get(patientKey) ?? [];

/** As the newest claim has them. */
function patientOfClaims([newest]: readonly StandingClaimOfPatient[]): KeptPatient | undefined {
  if (!newest) return undefined;
  const { lastName, firstName, middleName, suffix, birthDate, sex, address, phone } = newest.claim.patient;
  return {
    lastName,
    firstName,
    ...(middleName && { middleName }),
    ...(suffix && { suffix }),
    birthDate,
    sex,
    address,
    ...(phone && { phone }),
  };
}

const rowOf = ({ patientKey, patient, onFile, coverages, lastCheck }: Whole): PatientRow => ({
  patientKey,
  isKept: onFile !== undefined,
  patient,
  coverages: [...coverages.current],
  lastCheck,
});
