/** An import is looked at first, done as a whole or not at all, and what is exported reads back as it was. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testRuntime } from '../exchange/testing.ts';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { savePracticeSettings } from '../store/practices.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { toCsv, toWorkbook } from '../tables/index.ts';
import { findInFeeSchedule, importFeeSchedule, previewFeeSchedule, readFeeSchedule } from './index.ts';
import { tableOfSchedule } from './write.ts';

let all: TestStore;
beforeAll(() => {
  all = openTestStore();
});
afterAll(() => all.close());

const fileOf = (...lines: string[]) => Buffer.from(lines.join('\n'));

async function practice() {
  const { scope } = await all.practice();
  await all.store.transaction((db) => savePracticeSettings({ ...scope, db }, EXAMPLE_PRACTICE));
  const context = { store: all.store, runtime: testRuntime(), practiceId: scope.practiceId };
  return {
    scope,
    take: (bytes: Buffer) => importFeeSchedule(context, bytes, null),
    look: (bytes: Buffer) => previewFeeSchedule(scope, bytes),
    schedule: () => readFeeSchedule(scope),
  };
}

const FIRST = fileOf(
  'Code,Description,Price,Modifiers,Contract TEST1',
  '99213,Short visit,125.00,,82.00',
  '99214,Long visit,185.00,,130.00',
  '97110,Exercises,48.00,GP,',
);

test('a look tells what is new, changed and gone, and changes nothing; the import then does it', async () => {
  const { take, look, schedule } = await practice();
  await take(FIRST);
  const next = fileOf('Code,Price', '99214,190.00', '97110,48.00', '20610,140.00', '98940,');
  expect(await look(next)).toMatchObject({
    value: {
      size: 4,
      sizeBefore: 3,
      withoutPrice: 1,
      added: { count: 2, some: [{ code: '20610' }, { code: '98940' }] },
      removed: { count: 1, some: [{ code: '99213' }] },
      changed: { count: 1, some: [{ before: { price: 18_500 }, after: { price: 19_000 } }] },
    },
  });
  expect((await schedule()).map(({ code }) => code)).toEqual(['97110', '99213', '99214']);
  expect(await take(next)).toMatchObject({ value: { size: 4, added: 2, removed: 1, changed: 1 } });
  expect((await schedule()).map(({ code }) => code)).toEqual(['20610', '97110', '98940', '99214']);
});

test('columns that the file does not have stay as they are, an empty cell takes away', async () => {
  const { take, schedule } = await practice();
  await take(FIRST);
  await take(fileOf('Code,Price', '97110,50.00', '99214,190.00'));
  expect(await schedule()).toEqual([
    { code: '97110', description: 'Exercises', price: 5_000, modifiers: ['GP'], contract: [] },
    {
      code: '99214',
      description: 'Long visit',
      price: 19_000,
      contract: [{ payerId: 'TEST1', procedure: '99214', amount: 13_000 }],
    },
  ]);
  await take(fileOf('Code,Modifiers,Contract TEST1', '97110,,', '99214,,'));
  expect(await schedule()).toMatchObject([
    { code: '97110', price: 5_000, contract: [] },
    { code: '99214', price: 19_000, contract: [] },
  ]);
  expect((await schedule())[0]).not.toHaveProperty('modifiers');
});

test('a file with a fault changes nothing, and the look names all of them', async () => {
  const { take, look, schedule } = await practice();
  const wrong = fileOf('Code,Price', '99213,125.00', '99214,dear', '97110,cheap');
  expect(await look(wrong)).toMatchObject({
    value: {
      faultCount: 2,
      faults: [
        { line: 3, column: 'Price' },
        { line: 4, column: 'Price' },
      ],
    },
  });
  expect(await take(wrong)).toMatchObject({ ok: false, error: { line: 3, column: 'Price' } });
  expect(await schedule()).toEqual([]);
});

test('another practice has its own', async () => {
  const one = await practice();
  const other = await practice();
  await one.take(FIRST);
  expect(await other.schedule()).toEqual([]);
});

test('procedures are found by the code or by words of the description, page by page', async () => {
  const { scope, take } = await practice();
  await take(FIRST);
  const found = async (search: string, after = '', limit = 10) =>
    (await findInFeeSchedule(scope, { search, after }, limit)).procedures.map(({ code }) => code);
  expect(await found('992')).toEqual(['99213', '99214']);
  expect(await found('vis sho')).toEqual(['99213']);
  expect(await found('', '97110')).toEqual(['99213', '99214']);
  expect(await findInFeeSchedule(scope, { search: '', after: '' }, 2)).toMatchObject({ next: '99213' });
});

describe('what is exported', () => {
  const FULL = fileOf(
    'Code,Description,Price,Self-pay price,Modifiers,POS,Units,NDC,NDC quantity,NDC unit,Contract modifiers,Contract TEST1',
    'J1030,"- Steroid, ""long""",1250.50,90.00,RT 59,11,2,00009028003,0.5,ML,,75.25',
    'J1030,,,,,,,,,,25 59,70.00',
    '00100,Anesthesia,,,,,,,,,,',
  );

  test.each(['csv', 'xlsx'] as const)('as %s reads back as it was', async (format) => {
    const { take, look, schedule } = await practice();
    expect(await take(FULL)).toMatchObject({ ok: true });
    const table = tableOfSchedule(await schedule());
    const bytes = format === 'csv' ? Buffer.from(toCsv(table)) : await toWorkbook([{ sheet: 'Fees', table }]);
    expect(await look(bytes)).toMatchObject({
      value: {
        size: 2,
        mended: 0,
        faultCount: 0,
        unknownColumns: [],
        added: { count: 0 },
        removed: { count: 0 },
        changed: { count: 0 },
      },
    });
  });
});

test('ten thousand rows of a workbook are read, compared and stored', async () => {
  const { take, look } = await practice();
  const rows = Array.from({ length: 10_000 }, (_, index) => {
    const code = String(index + 10_000);
    return [code, `Procedure ${index}`, '185.00', '120.00', 'RT', '11', '130.00'];
  });
  const headings = ['Code', 'Description', 'Price', 'Self-pay price', 'Modifiers', 'POS', 'Contract TEST1'];
  const file = await toWorkbook([{ sheet: 'Fees', table: { headings, rows } }]);
  expect(await take(file)).toMatchObject({ value: { size: 10_000, added: 10_000 } });
  expect(await look(file)).toMatchObject({ value: { changed: { count: 0 }, removed: { count: 0 } } });
});
