/** Reads a patient list: every fault with its row and column, and the patients of the rows that have none. */
import type { KeptCoverage, KeptPatient, PracticePayer } from '@claimside/shared/api';
import { findPayer } from '@claimside/shared/capture';
import {
  COVERAGE_RANKS,
  type CoverageColumn,
  type CoverageRank,
  type PatientColumn,
  RANK_WORDS,
} from '@claimside/shared/patients';
import type { IsoDate } from '@claimside/shared/values';
import { patientKeyOf } from '../store/same-keys.ts';
import type { Table, TableFault } from '../tables/index.ts';
import { type RowRead, readRow } from './row.ts';
import { sameCoverage, textOf } from './same.ts';

export interface ReadPatient {
  readonly patientKey: string;
  readonly patient: KeptPatient;
  /** By their order. */
  readonly coverages: readonly KeptCoverage[];
}

/** As the file names it; an ID that says otherwise than the name makes it unknown too. */
interface UnknownPayer {
  readonly name: string;
  readonly payerId: string;
  readonly rows: number;
}

export interface ReadPatients {
  readonly patients: readonly ReadPatient[];
  readonly faults: readonly TableFault[];
  /** Lines of rows that have a fault. */
  readonly faulty: ReadonlySet<number>;
  readonly unknownPayers: readonly UnknownPayer[];
  readonly mended: { readonly zip: number; readonly date: number };
  /** Addresses of which a part is missing. */
  readonly addressesLeftOut: number;
  /** Parts of a coverage that the file has no column of, though each row has to have them. */
  readonly untold: Readonly<Record<CoverageRank, readonly (keyof KeptCoverage)[]>>;
}

/** `meanings`: of each column; undefined where it is left out. `payers`: the practice's. */
export function readPatients(
  { headings, rows }: Table,
  meanings: readonly (PatientColumn | undefined)[],
  payers: readonly PracticePayer[],
  today: IsoDate,
): ReadPatients {
  const places = new Map(meanings.flatMap((meaning, at) => (meaning ? [[meaning, at] as const] : [])));
  const missing = missingColumns(places);
  if (missing.length > 0) return { ...NOTHING, faults: missing };
  const headingOf = (column: PatientColumn): string => headings[places.get(column) ?? -1] ?? '';
  const faults: TableFault[] = [];
  const faulty = new Set<number>();
  const unknown = new Map<string, UnknownPayer & { line: number; column: string }>();
  const knownPayers = new Map<string, PracticePayer | undefined>();
  const found = new Map<string, ReadPatient & { line: number }>();
  const mended = { zip: 0, date: 0 };
  let addressesLeftOut = 0;

  const noteFault = (line: number, fault: Omit<TableFault, 'line'>) => {
    faulty.add(line);
    faults.push({ line, ...fault });
  };
  const payerOf = (name: string, payerId: string): PracticePayer | undefined => {
    const named = `${name}\n${payerId}`;
    if (!knownPayers.has(named))
      knownPayers.set(named, findPayer(payers, name || undefined, payerId.toUpperCase() || undefined));
    return knownPayers.get(named);
  };

  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell === '')) continue;
    const read = readRow((column) => cells[places.get(column) ?? -1] ?? '', {
      today,
      has: (column) => places.has(column),
      payerOf,
      fault: (column, fault) => noteFault(line, { column: headingOf(column), ...fault }),
      unknownPayer(column, name, payerId) {
        faulty.add(line);
        const named = [name, payerId].filter(Boolean).join(' ');
        const seen = unknown.get(named) ?? { line, column: headingOf(column), name, payerId, rows: 0 };
        unknown.set(named, { ...seen, rows: seen.rows + 1 });
      },
      mended: (what) => {
        mended[what] += 1;
      },
      addressLeftOut: () => {
        addressesLeftOut += 1;
      },
    });
    if (read) add(read, line);
  }
  for (const [named, { line, column, rows: times }] of unknown)
    faults.push({
      line,
      column,
      message: `The practice has no payer “${named.slice(0, 60)}”${times > 1 ? ` (${times.toLocaleString('en-US')} rows)` : ''}.`,
      fix: 'Say below which of your payers it is; an admin adds one that is missing in Options.',
    });
  return {
    patients: [...found.values()].map(({ line: _, ...read }) => read),
    faults: faults.toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0)),
    faulty,
    unknownPayers: [...unknown.values()].map(({ name, payerId, rows: times }) => ({
      name,
      payerId,
      rows: times,
    })),
    mended,
    addressesLeftOut,
    untold: { P: untoldOf(places, 'P'), S: untoldOf(places, 'S'), T: untoldOf(places, 'T') },
  };

  /** Rows of one patient are put together: often there is one for each coverage. */
  function add({ patient, coverages }: RowRead, line: number): void {
    const patientKey = patientKeyOf({ patient });
    const before = found.get(patientKey);
    if (before && !agree(before.patient, patient)) {
      noteFault(line, {
        message: `The patient stands in line ${before.line} too, with other data.`,
        fix: 'Write the same in both, or take one of them out.',
      });
      return;
    }
    const all = [...(before?.coverages ?? [])];
    for (const coverage of coverages) {
      const twice = all.find((other) => other.rank === coverage.rank || sameCoverage(other, coverage));
      if (!twice) all.push(coverage);
      else if (textOf(twice) !== textOf(coverage)) {
        noteFault(line, {
          message: before
            ? `The patient has another coverage of this order, or this coverage in another order, in line ${before.line}.`
            : 'The same coverage stands there twice.',
          fix: 'Keep one of them, or correct the order.',
        });
        return;
      }
    }
    found.set(patientKey, {
      patientKey,
      line: before?.line ?? line,
      patient: { ...before?.patient, ...patient },
      coverages: all,
    });
  }
}

const NOTHING: ReadPatients = {
  patients: [],
  faults: [],
  faulty: new Set(),
  unknownPayers: [],
  mended: { zip: 0, date: 0 },
  addressesLeftOut: 0,
  untold: { P: [], S: [], T: [] },
};

/** With a column of ranks the primary's columns are those of every order. */
function untoldOf(
  places: ReadonlyMap<PatientColumn, number>,
  rank: CoverageRank,
): readonly (keyof KeptCoverage)[] {
  const has = (part: CoverageColumn) =>
    places.has(`${rank}.${part}`) || (places.has('rank') && places.has(`P.${part}`));
  return [
    ...(has('claimFilingIndicator') ? [] : (['claimFilingIndicator'] as const)),
    ...(has('relationship') || has('insuredLastName') || has('insuredName')
      ? []
      : (['relationshipToSubscriber', 'subscriber'] as const)),
  ];
}

function missingColumns(places: ReadonlyMap<PatientColumn, number>): TableFault[] {
  const fix = 'Say which column it is, below.';
  const hasName = places.has('name') || (places.has('lastName') && places.has('firstName'));
  return [
    ...(hasName ? [] : [{ message: 'No column is the patient’s first and last name.', fix }]),
    ...(places.has('birthDate') ? [] : [{ message: 'No column is the date of birth.', fix }]),
    ...COVERAGE_RANKS.filter(
      (rank) =>
        (places.has(`${rank}.payerName`) || places.has(`${rank}.payerId`)) && !places.has(`${rank}.memberId`),
    ).map((rank) => ({
      message: `No column is the member ID of the ${RANK_WORDS[rank].toLowerCase()} coverage.`,
      fix,
    })),
  ];
}

/** Nothing that both say differs. */
function agree(one: KeptPatient, other: KeptPatient): boolean {
  const parts = ['sex', 'phone', 'address', 'middleName', 'suffix'] as const;
  return parts.every(
    (part) =>
      one[part] === undefined ||
      other[part] === undefined ||
      JSON.stringify(one[part]) === JSON.stringify(other[part]),
  );
}
