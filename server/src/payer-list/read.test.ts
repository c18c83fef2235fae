/** Payer lists as Office Ally has published them: its present columns, its older ones, and what spreadsheet programs do to them. */
import { expect, test } from 'vitest';
import { readTable } from '../tables/read-table.ts';
import { isHeading } from './columns.ts';
import { compareLists } from './compare.ts';
import { readPayerList } from './read.ts';

const HEADINGS =
  'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON PAR,ENROLLMENT,SECONDARY,ATTACHMENT,WC / AUTO,NOTES';

async function read(...lines: string[]) {
  const table = await readTable(Buffer.from(lines.join('\n')), isHeading);
  if (!table.ok) throw new Error(table.error.message);
  return readPayerList(table.value);
}

test('the present columns, one row for each transaction', async () => {
  const { entries, faults, mended } = await read(
    HEADINGS,
    'Sample Health Plan,00590,837P,Yes,Yes,No,Yes,No,,"COB only, when primary is Medicare"',
    'Sample Health Plan,590X,Eligibility 270/271,Yes,,No,,,,',
    'Sample Comp Fund,TP097,837P,Yes,Yes,No,No,Yes,Work Comp & Auto,',
  );
  expect([faults, mended]).toEqual([[], 0]);
  expect(entries).toEqual([
    {
      name: 'Sample Health Plan',
      payerId: '00590',
      transaction: '837P',
      isAvailable: true,
      isNonPar: true,
      needsEnrollment: false,
      takesSecondary: true,
      takesAttachments: false,
      accidentKind: null,
      notes: 'COB only, when primary is Medicare',
    },
    expect.objectContaining({ payerId: '590X', transaction: '270', isNonPar: null }),
    expect.objectContaining({ payerId: 'TP097', accidentKind: 'work-and-auto', takesAttachments: true }),
  ]);
});

test('the older columns: P, NP and G/NP, and remittances as a word beside the claims', async () => {
  const { entries } = await read(
    'Payer Name,Payer ID,TYP,ENR,ERA',
    'Sample One,60054,P,N,Y',
    'Sample Two,MR001,G/NP,Y,N',
  );
  expect(
    entries.map(({ name, transaction, isNonPar, needsEnrollment }) => [
      name,
      transaction,
      isNonPar,
      needsEnrollment,
    ]),
  ).toEqual([
    ['Sample One', '837P', false, false],
    ['Sample One', '835', null, null],
    ['Sample Two', '837P', true, true],
  ]);
});

test('an id from which Excel took the zeros gets them back, and it is told how many did', async () => {
  const { entries, mended } = await read(HEADINGS, 'Sample,590,837P,Yes,,,,,,', 'Other,590,835,Yes,,,,,,');
  expect(entries.map(({ payerId }) => payerId)).toEqual(['00590', '590']);
  expect(mended).toBe(1);
});

test('what is not understood is told with its place, and the other rows are read', async () => {
  const { entries, faults } = await read(
    HEADINGS,
    'Sample,60054, undefined,Yes,No,No,No,No,,',
    ',60054,837P,Yes,No,No,No,No,,',
    'Sample,,837P,Yes,No,No,No,No,,',
    'Sample,60054,837P,Perhaps,No,No,No,No,,',
    'Sample,60054,837P,Yes,No,No,No,No,Boat,',
    'Sample,60054,837P,Yes,No,No,No,No,,',
    'SAMPLE,60054,837P,Yes,Yes,No,No,No,,',
  );
  expect(entries).toHaveLength(1);
  expect(faults.map(({ line, column }) => [line, column])).toEqual([
    [2, 'TRANSACTION'],
    [3, 'PAYER NAME'],
    [4, 'PAYER ID'],
    [5, 'AVAILABLE'],
    [6, 'WC / AUTO'],
    [8, undefined],
  ]);
});

test('two lists are compared row by row: a row is its name, its id and its transaction', async () => {
  const before = await read(
    HEADINGS,
    'A,60054,837P,Yes,No,,,,,',
    'B,60054,837P,Yes,No,,,,,',
    'C,1,270,Yes,,,,,,',
  );
  const after = await read(HEADINGS, 'A,60054,837P,Yes,Yes,,,,,', 'C,1,270,Yes,,,,,,', 'C,1,276,Yes,,,,,,');
  const { added, removed, changed } = compareLists(before.entries, after.entries);
  expect(added).toMatchObject([{ name: 'C', transaction: '276' }]);
  expect(removed).toMatchObject([{ name: 'B' }]);
  expect(changed).toMatchObject([{ before: { name: 'A', isNonPar: false }, after: { isNonPar: true } }]);
});
