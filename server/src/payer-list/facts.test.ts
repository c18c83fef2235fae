/** What edits hear of the practice's payers from the clearinghouse's list. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testRuntime } from '../exchange/testing.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { eraPayersOf, listedFactsOf, participationOf } from './facts.ts';
import { importPayerList } from './import.ts';

let all: TestStore;
beforeAll(() => {
  all = openTestStore();
});
afterAll(() => all.close());

const HEADINGS = 'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,SECONDARY,WC / AUTO,ENROLLMENT';

const facts = async (rows: readonly string[], payerId: string, name: string) =>
  listedFactsOf(await imported(rows), [{ payerId, name }]);

async function imported(rows: readonly string[], headings = HEADINGS) {
  const { scope } = await all.practice();
  const context = { store: all.store, runtime: testRuntime(), practiceId: scope.practiceId };
  const file = { name: 'payers.csv', bytes: Buffer.from([headings, ...rows].join('\n')) };
  if (rows.length > 0) await importPayerList(context, file, { leaveOut: 0, byDevice: null });
  return scope;
}

const TWO = ['Sample One,60054,837P,Yes,Yes,,', 'Sample Two,60054,837P,Yes,No,Auto,Yes'];

test('nothing is said while no list is there', async () => {
  expect(await facts([], '60054', 'Sample')).toBeUndefined();
});

test('of several names under an id the one that the practice uses tells', async () => {
  expect(await facts(TWO, '60054', 'SAMPLE, TWO')).toEqual([
    {
      payerId: '60054',
      name: 'SAMPLE, TWO',
      isListed: true,
      needsEnrollment: true,
      takesSecondary: false,
      accidentKind: 'auto',
    },
  ]);
});

test('where the name is none of them, only what all of them say is known', async () => {
  expect(await facts(TWO, '60054', 'Another')).toEqual([
    { payerId: '60054', name: 'Another', isListed: true },
  ]);
});

test('whether it takes part and takes attachments is told where the list says it', async () => {
  const scope = await imported(
    ['Sample,60054,837P,Yes,Yes,No'],
    'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON-PAR,ATTACHMENTS',
  );
  expect(await listedFactsOf(scope, [{ payerId: '60054', name: 'Sample' }])).toEqual([
    { payerId: '60054', name: 'Sample', isListed: true, isNonPar: true, takesAttachments: false },
  ]);
});

test.each([
  ['is not there', TWO, '11111'],
  ['is there for other transactions only', ['Sample,11111,270,Yes,,'], '11111'],
  ['is not available', ['Sample,11111,837P,No,,'], '11111'],
])('an id that %s is not listed', async (_, rows, payerId) => {
  expect(await facts(rows, payerId, 'Sample')).toMatchObject([{ isListed: false }]);
});

test('whether a payer takes part is told by its name, else only where all names of its id agree', async () => {
  const headings = 'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON PAR';
  const rows = [
    ...['Sample One,60054,837P,Yes,No', 'Sample Two,60054,837P,Yes,Yes', 'Sample One,60054,835,Yes,Yes'],
    ...['Other,22222,837P,Yes,Yes', 'Other B,22222,837P,Yes,Yes', 'Silent,33333,837P,Yes,'],
  ];
  const asked = [
    { payerId: '60054', name: 'SAMPLE ONE' },
    { payerId: '60054', name: 'Sample, Two' },
    { payerId: '60054', name: 'Another' },
    { payerId: '22222', name: 'Another' },
    { payerId: '33333', name: 'Silent' },
    { payerId: '44444', name: 'Nobody' },
  ];
  expect(await participationOf(await imported(rows, headings), asked)).toEqual([
    ...['par', 'non-par', 'not-known', 'non-par', 'not-known', 'not-known'],
  ]);
  expect(await participationOf(await imported([]), asked)).toBeUndefined();
});

test('ERAs that want an enrollment are found by the name, as their id may be another one than that for claims', async () => {
  const headings = 'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,ENROLLMENT';
  const rows = [
    ...['Sample One,60054,837P,Yes,No', 'Sample One,00ERA,835,Yes,Yes'],
    ...['Sample Two,22222,837P,Yes,No', 'Sample Two,22222,835,Yes,No'],
    ...['Sample Three,33333,837P,Yes,No', 'Sample Three,33333,835,No,Yes'],
  ];
  const asked = ['60054', '22222', '33333'].map((payerId) => ({ payerId, name: 'As we call it' }));
  const claimsOnly = { payerId: '44444', name: 'SAMPLE, ONE' };
  expect(await eraPayersOf(await imported(rows, headings), [...asked, claimsOnly])).toEqual([
    '60054',
    '44444',
  ]);
  expect(await eraPayersOf(await imported([]), asked)).toEqual([]);
});
