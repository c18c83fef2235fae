/** What a list would change of the patients that are kept. Nobody who is not in it is touched, and no coverage ends without another in its place. */
import { KeptCoverage, KeptPatient } from '@claimside/shared/api';
import { RANK_WORDS } from '@claimside/shared/patients';
import { type Cents, formatMoney } from '@claimside/shared/values';
import type { CoverageOnFile, PatientOnFile } from '../store/patients.ts';
import { groupBy } from '../transactions/parts/group.ts';
import type { ReadPatient, ReadPatients } from './read.ts';
import { coverageKey, sameCoverage, textOf } from './same.ts';

export interface PatientChange {
  readonly patientKey: string;
  readonly was: PatientOnFile | undefined;
  readonly patient: KeptPatient;
  /** Ids of coverages that count no more. */
  readonly ended: readonly string[];
  readonly kept: readonly KeptCoverage[];
  /** In words: what is another than before. */
  readonly words: readonly string[];
}

export interface Compared {
  readonly added: readonly PatientChange[];
  readonly changed: readonly PatientChange[];
  readonly same: number;
}

export function comparePatients(
  { patients: read, untold }: Pick<ReadPatients, 'patients' | 'untold'>,
  patients: readonly PatientOnFile[],
  coverages: readonly CoverageOnFile[],
): Compared {
  const known = new Map(patients.map((one) => [one.patientKey, one]));
  const current = groupBy(coverages, ({ patientKey }) => patientKey);
  const added: PatientChange[] = [];
  const changed: PatientChange[] = [];
  let same = 0;
  for (const told of read) {
    const was = known.get(told.patientKey);
    const change = changeOf(told, untold, was, current.get(told.patientKey) ?? []);
    if (!was) added.push(change);
    else if (change.words.length > 0) changed.push(change);
    else same += 1;
  }
  return { added, changed, same };
}

/** Parts that the list does not have stay as they are. */
function changeOf(
  told: ReadPatient,
  untold: ReadPatients['untold'],
  was: PatientOnFile | undefined,
  current: readonly CoverageOnFile[],
): PatientChange {
  const patient = KeptPatient.parse({ ...was?.patient, ...told.patient });
  const words: string[] = [];
  if (was && textOf(patient) !== textOf(was.patient)) words.push(...partsOf(was.patient, patient));
  const ended = new Set<string>();
  const kept: KeptCoverage[] = [];
  for (const coverage of told.coverages) {
    const before = current.find((one) => one.rank === coverage.rank);
    const known = current.find((one) => sameCoverage(one.coverage, coverage));
    const merged = known ? merge(known.coverage, coverage, untold[coverage.rank]) : coverage;
    if (before && textOf(before.coverage) === textOf(merged)) continue;
    kept.push(merged);
    // In its old order it counts no more, nor does what stood in the new one.
    for (const one of [before, known]) if (one) ended.add(one.id);
    words.push(wordsOfChange(before?.coverage, merged));
  }
  return { patientKey: told.patientKey, was, patient, ended: [...ended], kept, words };
}

/** Whoever is the subscriber now has no other insured person. */
function merge(was: KeptCoverage, told: KeptCoverage, untold: readonly (keyof KeptCoverage)[]): KeptCoverage {
  const kept = Object.fromEntries(untold.map((part) => [part, was[part]]));
  const { subscriber, ...merged } = { ...was, ...told, ...kept };
  return KeptCoverage.parse(merged.relationshipToSubscriber === SELF ? merged : { ...merged, subscriber });
}

const SELF = '18';

const PARTS = {
  sex: 'sex',
  address: 'address',
  phone: 'phone',
  middleName: 'middle name',
  suffix: 'suffix',
  lastName: 'spelling of the name',
  firstName: 'spelling of the name',
  birthDate: 'date of birth',
} as const satisfies Readonly<Record<keyof KeptPatient, string>>;

function partsOf(was: KeptPatient, is: KeptPatient): string[] {
  const differing = (Object.keys(PARTS) as (keyof KeptPatient)[]).filter(
    (part) => textOf(was[part]) !== textOf(is[part]),
  );
  return [...new Set(differing.map((part) => PARTS[part]))];
}

function wordsOfChange(was: KeptCoverage | undefined, is: KeptCoverage): string {
  const rank = RANK_WORDS[is.rank].toLowerCase();
  if (was === undefined) return `${rank}: ${named(is)}`;
  if (coverageKey(was) !== coverageKey(is)) return `${rank}: ${named(was)} becomes ${named(is)}`;
  const parts = (Object.keys(is) as (keyof KeptCoverage)[]).filter(
    (part) => textOf(was[part]) !== textOf(is[part]),
  );
  const copay =
    parts.includes('copay') && is.copay !== undefined ? `copay ${formatMoney(is.copay as Cents)}` : '';
  const rest = parts.filter((part) => part !== 'copay').map((part) => COVERAGE_PARTS[part]);
  return `${rank}: ${[copay, ...new Set(rest)].filter(Boolean).join(', ')}`;
}

const named = ({ payerName, memberId }: KeptCoverage): string => `${payerName} ${memberId}`;

const COVERAGE_PARTS: Readonly<Record<Exclude<keyof KeptCoverage, 'copay'>, string>> = {
  rank: 'order',
  payerName: 'payer name',
  payerId: 'payer ID',
  claimFilingIndicator: 'kind of insurance',
  memberId: 'spelling of the member ID',
  groupNumber: 'group number',
  groupName: 'group name',
  relationshipToSubscriber: 'relationship',
  subscriber: 'insured person',
  planName: 'plan',
  payerPhone: 'payer’s phone',
  validFrom: 'valid from',
  validTo: 'valid to',
  notes: 'notes',
};
