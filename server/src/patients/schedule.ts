/** Who comes, by a schedule that is brought: found among the patients by name and date of birth. */
import type { NamedPeople, ScheduledPatients } from '@claimside/shared/api';
import { type IsoDate, latestDateOnEarth, ok, type Result } from '@claimside/shared/values';
import { patientKeyOf } from '../store/same-keys.ts';
import type { Scope } from '../store/store.ts';
import { SHOWN, type TableFault } from '../tables/index.ts';
import type { PatientsContext } from './context.ts';
import { findByKeys } from './find.ts';
import { meaningsOf } from './headings.ts';
import { readPatientTable } from './import.ts';
import { type PersonNamed, readPeople } from './people.ts';

/** A table with a column of names and one of birth dates; its other columns say nothing here. */
export async function findScheduled(
  context: PatientsContext,
  scope: Scope,
  bytes: Buffer,
): Promise<Result<ScheduledPatients, TableFault>> {
  const table = await readPatientTable(bytes);
  if (!table.ok) return table;
  const today: IsoDate = latestDateOnEarth(context.runtime.now());
  const { people, faults } = readPeople(table.value, meaningsOf(table.value.headings), today);
  return ok(await foundOf(context, scope, people, faults));
}

export async function findNamed(
  context: PatientsContext,
  scope: Scope,
  people: NamedPeople['people'],
): Promise<ScheduledPatients> {
  return foundOf(
    context,
    scope,
    people.map((patient, index) => ({ patient, line: index + 1 })),
    [],
  );
}

async function foundOf(
  context: PatientsContext,
  scope: Scope,
  people: readonly PersonNamed[],
  unread: readonly TableFault[],
): Promise<ScheduledPatients> {
  const keyed = people.map(({ patient, line }) => ({ line, key: patientKeyOf({ patient }) }));
  const found = await findByKeys(
    context,
    scope,
    keyed.map(({ key }) => key),
  );
  const known = new Set(found.map(({ patientKey }) => patientKey));
  const faults = [
    ...unread,
    ...keyed
      .filter(({ key }) => !known.has(key))
      .map(({ line }) => ({
        line,
        message: 'Nobody of this name and date of birth is known.',
        fix: 'Bring or add the patient first, or correct the name and the date of birth.',
      })),
  ].toSorted((one, other) => (one.line ?? 0) - (other.line ?? 0));
  return { found, faultCount: faults.length, faults: faults.slice(0, SHOWN) };
}
