/** An import is looked at first, and done as a whole or not at all. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testRuntime } from '../exchange/testing.ts';
import { listPayerLists } from '../store/payer-lists.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { toWorkbook } from '../tables/index.ts';
import { importPayerList, type PayerListFile, previewPayerList } from './import.ts';
import { searchPayers } from './search.ts';

const HEADINGS = [
  ...['PAYER NAME', 'PAYER ID', 'TRANSACTION', 'AVAILABLE', 'NON PAR', 'ENROLLMENT', 'SECONDARY'],
  ...['ATTACHMENT', 'WC / AUTO', 'NOTES'],
];
const fileOf = (...lines: string[]) => ({
  name: 'payers.csv',
  bytes: Buffer.from([HEADINGS.join(','), ...lines].join('\n')),
});

let all: TestStore;
beforeAll(() => {
  all = openTestStore();
});
afterAll(() => all.close());

async function practice() {
  const { scope } = await all.practice();
  const context = { store: all.store, runtime: testRuntime(), practiceId: scope.practiceId };
  const take = (file: PayerListFile, leaveOut = 0) =>
    importPayerList(context, file, { leaveOut, byDevice: null });
  const search = async (text: string) =>
    (await searchPayers(scope, text, 10)).map(({ name, rows }) => [name, ...rows.map((row) => row.payerId)]);
  return { scope, context, take, search };
}

const FIRST = fileOf(
  'Sample Health Plan,00590,837P,Yes,Yes,No,Yes,No,,',
  'Sample Health Plan,00591,270,Yes,,No,,,,',
  'Blue Sample of Testville,BC001,837P,Yes,No,Yes,,,,',
  'Old Sample,60001,837P,Yes,No,No,,,,',
);

test('a look changes nothing; the import then takes the place of the list before, and both stay on record', async () => {
  const { scope, context, take } = await practice();
  await take(FIRST);
  const next = fileOf(
    'Sample Health Plan,00590,837P,Yes,No,No,Yes,No,,',
    'Sample Health Plan,00591,270,Yes,,No,,,,',
    'Blue Sample of Testville,BC001,837P,Yes,No,Yes,,,,',
    'New Sample,60002,837P,Yes,No,No,,,,',
  );
  expect(await previewPayerList(context, next)).toMatchObject({
    value: {
      size: 4,
      comparedWith: { size: 4 },
      added: { count: 1, some: [{ name: 'New Sample' }] },
      removed: { count: 1, some: [{ name: 'Old Sample' }] },
      changed: { count: 1, some: [{ before: { isNonPar: true }, after: { isNonPar: false } }] },
    },
  });
  expect(await listPayerLists(scope)).toHaveLength(1);
  expect(await take(next)).toMatchObject({ ok: true, value: { added: 1, removed: 1, changed: 1 } });
  const lists = await listPayerLists(scope);
  expect(lists.filter(({ replacedAt }) => replacedAt === null)).toHaveLength(1);
  expect(lists).toHaveLength(2);
});

test('rows that can not be read are left out only when a person has agreed to as many', async () => {
  const { scope, take, search } = await practice();
  const dirty = fileOf('Sample,60054,837P,Yes,No,No,,,,', 'Sample,60054, undefined,Yes,No,No,,,,');
  expect(await take(dirty)).toMatchObject({ ok: false, error: { line: 3, column: 'TRANSACTION' } });
  expect(await take(dirty, 2)).toMatchObject({ ok: false });
  expect(await listPayerLists(scope)).toEqual([]);
  expect(await take(dirty, 1)).toMatchObject({ ok: true, value: { size: 1, leftOut: 1 } });
  expect(await search('sample')).toEqual([['Sample', '60054']]);
});

test('payers are found by the beginnings of words, or of the id; the id typed whole comes first', async () => {
  const { take, search } = await practice();
  await take(FIRST);
  expect(await search('sam')).toEqual([
    ['Sample Health Plan', '00590', '00591'],
    ['Blue Sample of Testville', 'BC001'],
    ['Old Sample', '60001'],
  ]);
  expect(await search('test blu')).toEqual([['Blue Sample of Testville', 'BC001']]);
  expect(await search('005')).toEqual([['Sample Health Plan', '00590', '00591']]);
  expect(await search('ample')).toEqual([]);
  expect(await search('  ')).toEqual([]);
});

test('another practice finds nothing of it', async () => {
  await (await practice()).take(FIRST);
  expect(await (await practice()).search('sample')).toEqual([]);
});

test('ten thousand rows of a workbook are read, compared and stored', async () => {
  const { context, take } = await practice();
  const rows = Array.from({ length: 10_000 }, (_, index) => {
    const id = `0${String(index).padStart(4, '0')}`;
    return [`Sample Plan ${index}`, id, '837P', 'Yes', 'No', 'No', 'Yes', 'No', '', 'A note to show'];
  });
  const file = {
    name: 'payers.xlsx',
    bytes: await toWorkbook([{ sheet: 'Payers', table: { headings: HEADINGS, rows } }]),
  };
  expect(await take(file)).toMatchObject({ value: { size: 10_000, leftOut: 0 } });
  expect(await previewPayerList(context, file)).toMatchObject({
    value: { added: { count: 0 }, removed: { count: 0 }, changed: { count: 0 } },
  });
});

test('names that take another transaction only take no place among those that are found', async () => {
  const { scope, take } = await practice();
  await take(
    fileOf(
      ...Array.from({ length: 12 }, (_, at) => `Alike Institution ${at},I00${at},837I,Yes,,,,,,`),
      'Alike Professional,00590,837P,Yes,No,No,,,,',
    ),
  );
  const found = await searchPayers(scope, 'alike', 10, '837P');
  expect(found.map(({ name }) => name)).toEqual(['Alike Professional']);
});
