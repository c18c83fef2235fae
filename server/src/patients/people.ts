/** Names and dates of birth out of a table that has other things beside them. */
import type { NamedPeople } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';
import type { PatientColumn } from '@claimside/shared/patients';
import type { IsoDate } from '@claimside/shared/values';
import type { Table, TableFault } from '../tables/index.ts';
import { dateIn, nameIn } from './cells.ts';

export interface PersonNamed {
  readonly line: number;
  readonly patient: NamedPeople['people'][number];
}

export function readPeople(
  { headings, rows }: Table,
  meanings: readonly (PatientColumn | undefined)[],
  today: IsoDate,
): { readonly people: readonly PersonNamed[]; readonly faults: readonly TableFault[] } {
  const at = (column: PatientColumn): number => meanings.indexOf(column);
  const [name, lastName, firstName, birthDate] = (
    ['name', 'lastName', 'firstName', 'birthDate'] as const
  ).map(at) as [number, number, number, number];
  const hasNames = name >= 0 || (lastName >= 0 && firstName >= 0);
  if (!hasNames || birthDate < 0)
    return {
      people: [],
      faults: [
        {
          message: hasNames ? 'No column is the date of birth.' : 'No column is the patient’s name.',
          fix: 'Name the columns Name and DOB, or Last name, First name and DOB.',
        },
      ],
    };
  const people: PersonNamed[] = [];
  const faults: TableFault[] = [];
  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell === '')) continue;
    const whole = lastName >= 0 ? undefined : nameIn(cells[name] ?? '');
    const born = dateIn(cells[birthDate] ?? '', today);
    if (whole && 'fault' in whole) faults.push({ line, column: headings[name] ?? '', ...whole.fault });
    if ('fault' in born) faults.push({ line, column: headings[birthDate] ?? '', ...born.fault });
    if ((whole && 'fault' in whole) || 'fault' in born) continue;
    const patient = {
      lastName: whole?.value.lastName ?? cells[lastName] ?? '',
      firstName: whole?.value.firstName ?? cells[firstName] ?? '',
      birthDate: born.value.date,
    };
    if (nameKey(patient.lastName) !== '' && nameKey(patient.firstName) !== '') people.push({ line, patient });
    else faults.push({ line, message: 'The name is not whole.', fix: 'Fill in first and last name.' });
  }
  return { people, faults };
}
