import { PATIENT_COLUMNS, type PatientColumn } from '@claimside/shared/patients';
import type { IsoDate } from '@claimside/shared/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { readPatients } from './read.ts';

const TODAY = '2026-11-27' as IsoDate;
const CELLS = [
  ...['', ' ', 'TESTER, ANNA', 'TESTER', '04/12/1978', '31/31/1978', '28592', 'F', 'Self', 'Father', 'OR'],
  ...['97201', '1', 'Primary', 'EXAMPLE HEALTH PLAN', 'TEST1', 'W1', 'W', '25.00', '503-555-0100', 'CI'],
];
const cell = fc.oneof(fc.constantFrom(...CELLS, 'Tester, !', '!'), fc.string({ maxLength: 120 }));
const column = fc.constantFrom<(PatientColumn | undefined)[]>(undefined, ...PATIENT_COLUMNS);

test('whatever stands in a table, each row is a sound patient or has a fault, and nothing throws', () => {
  fc.assert(
    fc.property(
      fc.array(column, { minLength: 1, maxLength: 30 }),
      fc.array(fc.array(cell), { maxLength: 8 }),
      (columns, some) => {
        const meanings = [
          'name' as const,
          'birthDate' as const,
          ...columns.filter((one, at) => columns.indexOf(one) === at),
        ];
        const rows = some.map((cells, at) => ({
          line: at + 2,
          cells: meanings.map((_, index) => (cells[index] ?? '').trim()),
        }));
        const headings = meanings.map((_, index) => `Heading ${index}`);
        const read = readPatients({ headings, rows }, meanings, EXAMPLE_PRACTICE.payers, TODAY);
        const filled = rows.filter(({ cells }) => cells.some((one) => one !== '')).length;
        const isTold = read.faults.some(({ line }) => line === undefined);
        expect(isTold || read.patients.length + read.faulty.size <= filled).toBe(true);
        expect(isTold || read.patients.length > 0 || read.faulty.size === filled).toBe(true);
        for (const { coverages } of read.patients)
          expect(new Set(coverages.map(({ rank }) => rank)).size).toBe(coverages.length);
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a name of signs alone is none', () => {
  const table = { headings: ['Name', 'DOB'], rows: [{ line: 2, cells: ['Tester, !', '04/12/1978'] }] };
  const read = readPatients(table, ['name', 'birthDate'], EXAMPLE_PRACTICE.payers, TODAY);
  expect(read.faults).toMatchObject([{ line: 2, message: 'What stands there must have a letter.' }]);
});

test('rows of one patient are put together, however often the patient stands there; other data is told', () => {
  const meanings: PatientColumn[] = ['name', 'birthDate', 'phone', 'rank', 'P.payerId', 'P.memberId'];
  const table = (...rows: string[][]) => ({
    headings: ['Name', 'DOB', 'Phone', 'Order', 'Payer ID', 'Member ID'],
    rows: rows.map((cells, at) => ({ line: at + 2, cells })),
  });
  const read = readPatients(
    table(
      ['TESTER, ANNA', '4/12/1978', '', 'Primary', 'TEST1', 'W1'],
      ['Tester, Anna', '04/12/1978', '5035550100', 'Secondary', 'TEST1', 'W2'],
      ['TESTER, ANNA', '04/12/1978', '5035550199', '', '', ''],
    ),
    meanings,
    EXAMPLE_PRACTICE.payers,
    TODAY,
  );
  expect(read.patients.map(({ coverages }) => coverages.map(({ rank }) => rank))).toEqual([['P', 'S']]);
  expect(read.faults).toMatchObject([
    { line: 4, message: 'The patient stands in line 2 too, with other data.' },
  ]);
});
