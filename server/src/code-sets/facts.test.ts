/** What edits learn from imported lists: exactly the codes asked about, for every day the lists know. */
import { type CodesAsked, codeSetsFrom, NO_CODE_FACTS, PLACE_OF_SERVICE } from '@claimside/shared/codes';
import type { IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../runtime.ts';
import { insertPractice } from '../store/practices.ts';
import { codeFactsFor } from './facts.ts';
import { type Bench, hcpcsLine, ORDER_FILE, openBench, orderLine, PAIR_FILE, UNIT_FILE } from './testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const NONE: CodesAsked = { diagnoses: [], procedures: [], modifiers: [], adjustmentReasons: [], remarks: [] };
const factsOf = (asked: Partial<CodesAsked>, scope = bench.scope) =>
  codeFactsFor(scope, { ...NONE, ...asked });
const day = (text: string) => text as IsoDate;

async function importText(list: string, name: string, text: string) {
  const outcome = await bench.import(list, [bench.file(name, text)]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
}

test('no list, no facts', async () => {
  expect(await factsOf({ diagnoses: ['M54.50'], procedures: ['99213', '99214'] })).toEqual(NO_CODE_FACTS);
});

test('each edition of diagnoses holds until the next one', async () => {
  await importText('icd-10-cm', 'icd10cm_order_2026.txt', ORDER_FILE);
  const next = ORDER_FILE.replace('M5451  ', 'M5459  ').replaceAll('OF A LOW', 'BY A LOW');
  await importText('icd-10-cm', 'icd10cm_order_2027.txt', next);
  const facts = await factsOf({ diagnoses: ['M54.50', 'm5451', 'M5459', 'M545', 'Z9999'] });
  const importedAt = '2026-11-20T12:00:00.000Z';
  expect(facts.lists).toEqual({ 'icd-10-cm': { edition: '2026-10-01', since: '2025-10-01', importedAt } });
  expect(facts.codes['icd-10-cm']).toEqual({
    M5450: [
      { title: 'INVENTED WORDS OF A LOW BACK', from: '2025-10-01', to: '2026-09-30' },
      { title: 'INVENTED WORDS BY A LOW BACK', from: '2026-10-01' },
    ],
    M5451: [{ title: 'INVENTED WORDS OF ANOTHER LOW BACK', from: '2025-10-01', to: '2026-09-30' }],
    M5459: [{ title: 'INVENTED WORDS OF ANOTHER LOW BACK', from: '2026-10-01' }],
    M545: [
      { title: 'INVENTED HEADING OF LOW BACKS', header: true, from: '2025-10-01', to: '2026-09-30' },
      { title: 'INVENTED HEADING OF LOW BACKS', header: true, from: '2026-10-01' },
    ],
    Z9999: [],
  });
  const sets = codeSetsFrom(facts);
  expect(sets.diagnosis?.('M54.51', day('2026-09-30'))).toBe('valid');
  expect(sets.diagnosis?.('M54.51', day('2026-10-01'))).toBe('not-in-force');
  expect(sets.diagnosis?.('M54.5', day('2026-10-01'))).toBe('header');
  expect(sets.describe?.('icd-10-cm', 'M54.50')).toBe('INVENTED WORDS BY A LOW BACK');
});

test("procedures and modifiers are looked up in CMS's list, all procedures in the practice's own", async () => {
  const hcpcs = [
    hcpcsLine('LT', 7, 'INVENTED SIDE', '19840101'),
    hcpcsLine('J0001', 3, 'X', '20110101', '20260630'),
  ];
  await importText('hcpcs', 'HCPC2026_OCT_ANWEB.txt', hcpcs.join('\n'));
  await importText('practice-cpt', 'own.csv', 'code,description,fee\n99213,INVENTED VISIT,125\nJ0001,,80');
  const { codes } = await factsOf({ procedures: ['99213', '99214', 'J0001'], modifiers: ['LT', '25'] });
  expect(codes).toEqual({
    hcpcs: {
      J0001: [{ title: 'X', from: '2011-01-01', to: '2026-06-30' }],
      LT: [{ title: 'INVENTED SIDE', from: '1984-01-01' }],
      '25': [],
    },
    'practice-cpt': {
      '99213': [{ title: 'INVENTED VISIT', charge: 12_500 }],
      '99214': [],
      J0001: [{ charge: 8_000 }],
    },
  });
});

test('pairs are those among the procedures asked about, units those of each', async () => {
  await importText('ncci-ptp', 'ccipra-v323r0-f1.txt', PAIR_FILE);
  await importText('ncci-mue', 'MCR_MUE_PractitionerServices_Eff_10-01-2026.csv', UNIT_FILE);
  const facts = await factsOf({ procedures: ['10001', '10002', '20001'] });
  expect(facts.pairs).toEqual([
    { column1: '10001', column2: '20001', from: '1996-01-01', modifierAllowed: false },
    { column1: '10002', column2: '20001', from: '2020-01-01', to: '2026-06-30', modifierAllowed: true },
  ]);
  const sets = codeSetsFrom(facts);
  expect(sets.pairEdit?.('10002', '20001', day('2026-06-30'))).toEqual({ modifierAllowed: true });
  expect(sets.maximumUnits?.('10002', day('2026-11-16'))).toEqual({ units: 1, per: 'day' });
  expect((await factsOf({ procedures: ['10001'] })).pairs).toEqual([]);
});

test('reasons and remarks have the words of their lists', async () => {
  await importText('carc', 'carc.csv', 'Code,Description\n45,INVENTED REASON');
  await importText('rarc', 'rarc.csv', 'Code,Description\nN130,INVENTED REMARK');
  const sets = codeSetsFrom(await factsOf({ adjustmentReasons: ['45', '97'], remarks: ['N130'] }));
  expect(sets.describe?.('carc', '45')).toBe('INVENTED REASON');
  expect(sets.describe?.('carc', '97')).toBeUndefined();
  expect(sets.describe?.('rarc', 'N130')).toBe('INVENTED REMARK');
});

test('a shipped list that was replaced comes whole, with its date', async () => {
  const places = Object.keys(PLACE_OF_SERVICE.codes).map((code) => `${code},Test place`);
  await importText('place-of-service', 'places.csv', `Code,Description\n${places.join('\n')}\n98,New place`);
  const current = codeSetsFrom(await factsOf({})).current?.(PLACE_OF_SERVICE);
  expect(current?.asOf).toBe('2026-11-20');
  expect(current?.codes['98']).toBe('New place');
});

test("another practice's lists say nothing here", async () => {
  await importText('icd-10-cm', 'icd10cm_order_2027.txt', [orderLine(1, 'M5450', 1, 'INVENTED')].join(''));
  const practiceId = newId(bench.runtime);
  const { runtime, store } = bench;
  await store.transaction((db) =>
    insertPractice(db, { id: practiceId, name: 'OTHER', createdAt: runtime.now() }),
  );
  expect(await factsOf({ diagnoses: ['M5450'] }, { db: store.db, practiceId })).toEqual(NO_CODE_FACTS);
});
