/** Imports a patient list: looked at first; refused while it has a fault, or its sound rows taken where a person says so. */
import { createHash } from 'node:crypto';
import type { BroughtColumn, KeptPatient, PatientsImported, PatientsPreview } from '@claimside/shared/api';
import type { PatientColumn, SaidColumns } from '@claimside/shared/patients';
import { err, type IsoDate, latestDateOnEarth, ok, type Result } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import { newId } from '../runtime.ts';
import { findColumnMapping, saveColumnMapping } from '../store/column-mappings.ts';
import { listCoverages, listPatients, savePatients } from '../store/patients.ts';
import { getPractice } from '../store/practices.ts';
import type { Scope } from '../store/store.ts';
import { readTable, SHOWN, type Table, type TableFault, type TableToWrite } from '../tables/index.ts';
import { groupBy } from '../transactions/parts/group.ts';
import { type Compared, comparePatients } from './compare.ts';
import type { PatientsContext } from './context.ts';
import { isPatientHeading, meaningsOf } from './headings.ts';
import { type ReadPatients, readPatients } from './read.ts';

/** `said`: what the columns are, where a person has said it. */
export interface BroughtList {
  readonly bytes: Buffer;
  readonly said?: SaidColumns | undefined;
}

interface Looked {
  readonly table: Table;
  readonly meanings: readonly (PatientColumn | undefined)[];
  readonly isRemembered: boolean;
  readonly read: ReadPatients;
  readonly compared: Compared;
}

/** What an import would do; changes nothing. */
export async function previewPatients(
  { runtime }: PatientsContext,
  scope: Scope,
  brought: BroughtList,
): Promise<Result<PatientsPreview, TableFault>> {
  const looked = await look(scope, brought, latestDateOnEarth(runtime.now()));
  if (!looked.ok) return looked;
  const { table, isRemembered, read, compared } = looked.value;
  const { faults, faulty, patients, unknownPayers, mended, addressesLeftOut } = read;
  const { added, changed, same } = compared;
  return ok({
    columns: columnsShown(looked.value),
    isRemembered,
    rows: table.rows.length,
    faultyRows: faulty.size,
    faultCount: faults.length,
    faults: faults.slice(0, SHOWN),
    // With an ID that is not known a further name of a payer does not help.
    unknownPayers: unknownPayers
      .filter(({ name, payerId }) => name !== '' && payerId === '')
      .slice(0, SHOWN)
      .map(({ name, rows }) => ({ name, rows })),
    patients: patients.length,
    added: { count: added.length, some: added.slice(0, SHOWN).map(({ patient }) => nameOf(patient)) },
    changed: {
      count: changed.length,
      some: changed
        .slice(0, SHOWN)
        .map(({ patient, words }) => ({ patient: nameOf(patient), changes: [...words] })),
    },
    same,
    mendedZips: mended.zip,
    mendedDates: mended.date,
    addressesLeftOut,
  });
}

/** Refused with its first fault while the file has any, unless rows with a fault are left out. */
export async function importPatients(
  { store, runtime, practiceId }: PatientsContext,
  brought: BroughtList,
  withoutFaulty: boolean,
  byDevice: string | null,
): Promise<Result<PatientsImported, TableFault>> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const looked = await look(scope, brought, latestDateOnEarth(runtime.now()));
    if (!looked.ok) return looked;
    const { table, read, compared } = looked.value;
    const [fault] = read.faults;
    if (fault && (!withoutFaulty || read.patients.length === 0)) return err(fault);
    const { added, changed, same } = compared;
    const at = runtime.now();
    const all = [...added, ...changed];
    await savePatients(
      scope,
      {
        patients: all.map(({ was, patientKey, patient }) => ({
          id: was?.id ?? newId(runtime),
          patientKey,
          patient,
        })),
        ended: all.flatMap(({ ended }) => ended),
        coverages: all.flatMap(({ patientKey, kept }) =>
          kept.map((coverage) => ({
            id: newId(runtime),
            patientKey,
            rank: coverage.rank,
            coverage,
            source: 'import' as const,
            endedAt: null,
          })),
        ),
      },
      at,
      byDevice,
    );
    if (brought.said) await saveColumnMapping(scope, headingsKeyOf(table), brought.said, at);
    await recordAudit(runtime, scope, byDevice, 'patients-imported', practiceId);
    return ok({ added: added.length, changed: changed.length, same, leftOut: read.faulty.size });
  });
}

const TO_MEND = 'What to mend';

/** The rows with a fault as they stand in the file, each with what is wrong with it. */
export async function rowsToMend(
  { runtime }: PatientsContext,
  scope: Scope,
  brought: BroughtList,
): Promise<Result<TableToWrite, TableFault>> {
  const looked = await look(scope, brought, latestDateOnEarth(runtime.now()));
  if (!looked.ok) return looked;
  const { table, read } = looked.value;
  const told = groupBy(read.faults, ({ line }) => String(line));
  const rows = table.rows
    .filter(({ line }) => read.faulty.has(line))
    .map(({ line, cells }) => [
      ...cells,
      (told.get(String(line)) ?? [UNKNOWN_PAYER])
        .map(({ column, message, fix }) => `${column ? `${column}: ` : ''}${message} ${fix}`)
        .join(' '),
    ]);
  return ok({ headings: [...table.headings, TO_MEND], rows });
}

/** Told once for each payer, at its first row. */
const UNKNOWN_PAYER: TableFault = {
  message: 'The practice does not have this payer.',
  fix: 'In Options add the name to the payer, or add the payer.',
};

async function look(
  scope: Scope,
  { bytes, said }: BroughtList,
  today: IsoDate,
): Promise<Result<Looked, TableFault>> {
  const table = await readPatientTable(bytes);
  if (!table.ok) return table;
  const { headings } = table.value;
  const remembered = said ? undefined : await findColumnMapping(scope, headingsKeyOf(table.value));
  const told = said ?? remembered;
  if (said && said.length !== headings.length)
    return err({
      message: 'What was said of the columns is of another file.',
      fix: 'Choose the file again.',
    });
  const meanings = told
    ? told.map((meaning) => (meaning === '' ? undefined : meaning))
    : meaningsOf(headings);
  const { settings } = await getPractice(scope);
  const read = readPatients(table.value, meanings, settings?.payers ?? [], today);
  if (read.patients.length === 0 && read.faults.length === 0)
    return err({
      message: 'No row of the file is a patient.',
      fix: 'Below the headings write one patient in each row.',
    });
  const compared = comparePatients(read, await listPatients(scope), await listCoverages(scope));
  return ok({ table: table.value, meanings, isRemembered: remembered !== undefined, read, compared });
}

/**
 * Where no heading is known, the first row of several cells is taken for the headings: a person says what they are. What was to mend in
 * rows that come back is no part of the list.
 */
export async function readPatientTable(bytes: Buffer): Promise<Result<Table, TableFault>> {
  const known = await readTable(bytes, isPatientHeading);
  const isRead = known.ok || known.error.line !== undefined;
  const table = isRead
    ? known
    : await readTable(bytes, (cells) => cells.filter((cell) => cell.trim() !== '').length > 1);
  return table.ok ? ok(withoutColumn(table.value, TO_MEND)) : table;
}

function withoutColumn({ headings, rows }: Table, heading: string): Table {
  const at = headings.indexOf(heading);
  if (at < 0) return { headings, rows };
  return {
    headings: headings.toSpliced(at, 1),
    rows: rows.map(({ line, cells }) => ({ line, cells: cells.toSpliced(at, 1) })),
  };
}

const SAMPLES = 3;

function columnsShown({ table, meanings }: Looked): BroughtColumn[] {
  return table.headings.map((heading, at) => {
    const samples = new Set<string>();
    for (const { cells } of table.rows) {
      if (samples.size === SAMPLES) break;
      if (cells[at]) samples.add(cells[at].slice(0, 40));
    }
    return { heading, meaning: meanings[at] ?? null, samples: [...samples] };
  });
}

const headingsKeyOf = ({ headings }: Table): string =>
  createHash('sha256')
    .update(JSON.stringify(headings.map((heading) => heading.toUpperCase())))
    .digest('hex');

const nameOf = ({ lastName, firstName, birthDate }: KeptPatient): string =>
  `${lastName}, ${firstName} ${birthDate}`;
