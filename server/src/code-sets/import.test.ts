/** An import is all or nothing, on record, and says what it changes. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listAuditEntries } from '../store/audit-log.ts';
import { listEditions, listHeldEditions, readEdition } from '../store/code-lists.ts';
import { type Bench, ORDER_FILE, openBench, orderLine, PAIR_FILE, refusalOf, zipOf } from './testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

const orderFile = (name = 'icd10cm_order_2027.txt') => bench.file(name, ORDER_FILE);

describe('an import', () => {
  test('keeps what it was read from, by whom and when, from when it holds, and what is new', async () => {
    const outcome = await bench.import('icd-10-cm', [orderFile()], { byDevice: 'device-1' });
    if (!outcome.ok) throw new Error('refused');
    const { comparedWith, until, ...edition } = outcome.value;
    expect([comparedWith, until]).toEqual([null, null]);
    expect(edition).toMatchObject({
      list: 'icd-10-cm',
      effective: '2026-10-01',
      files: [
        {
          name: 'icd10cm_order_2027.txt',
          sizeBytes: ORDER_FILE.length,
          sha256: createHash('sha256').update(ORDER_FILE).digest('hex'),
        },
      ],
      size: 4,
      added: 4,
      removed: 0,
      changed: 0,
      importedAt: '2026-11-20T12:00:00.000Z',
      importedByDevice: 'device-1',
      replacedAt: null,
    });
    expect(await listEditions(bench.scope)).toEqual([edition]);
    expect(await listAuditEntries(bench.scope)).toMatchObject([
      { action: 'code-list-imported', deviceId: 'device-1', subject: edition.id },
    ]);
  });

  test('says what is new, gone and changed against the edition before it', async () => {
    await bench.import('icd-10-cm', [orderFile()]);
    const next = [
      ...ORDER_FILE.split('\r\n').slice(0, 3),
      orderLine(4, 'M5459', 1, 'INVENTED NEW CODE'),
      orderLine(5, 'M5460', 1, 'INVENTED NEW CODE'),
    ].join('\n');
    const changed = next.replace('INVENTED WORDS OF A LOW BACK', 'OTHER INVENTED WORDS, ALIKE');
    expect(await bench.import('icd-10-cm', [bench.file('icd10cm_order_2028.txt', changed)])).toMatchObject({
      ok: true,
      value: { added: 2, removed: 1, changed: 1, size: 5, comparedWith: '2026-10-01' },
    });
  });

  test('counts pairs one by one, and leaves out those that ended a year before it', async () => {
    const file = bench.file('ccipra-v323r0-f1.txt', PAIR_FILE);
    expect(await bench.import('ncci-ptp', [file])).toMatchObject({ ok: true, value: { size: 3, added: 3 } });
    const next = PAIR_FILE.replace('20260101\t*\t1', '20260101\t20261231\t1').replace('20260630', '*');
    const more = `${next}\n10002\t20009\t\t20270101\t*\t1\tX`;
    expect(await bench.import('ncci-ptp', [bench.file('ccipra-v330r0-f1.txt', more)])).toMatchObject({
      ok: true,
      value: { effective: '2027-01-01', size: 4, added: 1, removed: 0, changed: 2 },
    });
  });

  test('of the same files again changes nothing, and is on record too', async () => {
    await bench.import('icd-10-cm', [orderFile()]);
    expect(await bench.import('icd-10-cm', [orderFile()])).toMatchObject({
      ok: true,
      value: { added: 0, removed: 0, changed: 0, comparedWith: '2026-10-01' },
    });
    expect(await listEditions(bench.scope)).toHaveLength(2);
    expect(await listHeldEditions(bench.scope)).toHaveLength(1);
  });

  test('takes several parts at once, out of their packages too, and the form that says most', async () => {
    const zip = await zipOf({
      'Code Descriptions/icd10cm_codes_2027.txt': 'M5450   INVENTED WORDS OF A LOW BACK',
      'Code Descriptions/icd10cm_order_2027.txt': ORDER_FILE,
      'Code Descriptions/icd10cm_order_addenda_2027.txt': `Add: ${ORDER_FILE}`,
      'Code Descriptions/readme.txt': 'INVENTED',
    });
    expect(await bench.import('icd-10-cm', [bench.file('april-2027.zip', zip)])).toMatchObject({
      ok: true,
      value: { effective: '2027-04-01', size: 4 },
    });
    const [one, two] = [PAIR_FILE, PAIR_FILE.replaceAll('10001', '10003')];
    const parts = [
      bench.file('ccipra-v323r0-f1.txt', one),
      bench.file('f2.zip', await zipOf({ 'f2.txt': two })),
    ];
    expect(await bench.import('ncci-ptp', parts)).toMatchObject({ ok: true, value: { size: 5 } });
  });

  test('tells how far it is, to the end', async () => {
    const seen: [number, number][] = [];
    await bench.import('icd-10-cm', [orderFile()], { progress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([ORDER_FILE.length, ORDER_FILE.length]);
  });
});

describe('nothing is changed', () => {
  beforeEach(async () => {
    await bench.import('icd-10-cm', [orderFile()]);
  });
  afterEach(async () => {
    const [edition, ...others] = await listHeldEditions(bench.scope);
    expect(others).toEqual([]);
    expect((await readEdition(bench.scope, edition?.id ?? '')).size).toBe(4);
  });

  test('by a file with bad rows, each of which is named', async () => {
    const file = bench.file('icd10cm_order_2028.txt', `${ORDER_FILE}\r\nrubbish\r\n00006 M54.59`);
    expect(await refusalOf(bench.import('icd-10-cm', [file]))).toEqual([
      expect.stringMatching(/^icd10cm_order_2028\.txt:5 This line is not in the columns/),
      expect.stringMatching(/^icd10cm_order_2028\.txt:6 This line is not in the columns/),
    ]);
  });

  test('by a file that is bad throughout, of which the first faults are listed and all counted', async () => {
    const rows = Array.from({ length: 70 }, (_, index) => orderLine(index, 'M5450', 1, `INVENTED ${index}`));
    const outcome = await bench.import('icd-10-cm', [bench.file('icd10cm_order_2028.txt', rows.join('\n'))]);
    expect(outcome).toMatchObject({ ok: false, error: { count: 69, faults: { length: 50 } } });
  });

  test('by another list, which is told for what it is', async () => {
    const pairs = bench.file('pairs.txt', PAIR_FILE);
    expect(await refusalOf(bench.import('icd-10-cm', [pairs]))).toEqual([
      'pairs.txt:0 This looks like NCCI pairs of procedures, practitioners, not like ICD-10-CM diagnoses.',
    ]);
    const unknown = bench.file('letter.txt', 'Dear practice,\nthis is no list.');
    expect(await refusalOf(bench.import('icd-10-cm', [unknown]))).toEqual([
      'letter.txt:0 This does not look like the ICD-10-CM order file or the ICD-10-CM code file.',
    ]);
  });

  test('by one good and one wrong file', async () => {
    const letter = bench.file('letter.txt', 'no list');
    expect(await refusalOf(bench.import('icd-10-cm', [orderFile(), letter]))).toEqual([
      expect.stringContaining('letter.txt:0 This does not look like'),
    ]);
  });

  test('by a file that holds few of the codes in use, unless the person means it', async () => {
    const part = ORDER_FILE.split('\r\n').slice(0, 1).join('\n');
    const file = bench.file('icd10cm_order_2027.txt', part);
    expect(await refusalOf(bench.import('icd-10-cm', [file]))).toEqual([
      expect.stringContaining('Only 1 of the 4 codes in use are in this file'),
    ]);
    expect(await bench.import('icd-10-cm', [file], { anyway: true })).toMatchObject({ ok: true });
    expect(await bench.import('icd-10-cm', [orderFile()])).toMatchObject({ ok: true });
  });

  test('by a package in which one letter changed', async () => {
    const zip = (await zipOf({ 'icd10cm_order_2027.txt': ORDER_FILE })).toString('latin1');
    const changed = bench.file('changed.zip', Buffer.from(zip.replace('M5451', 'M5452'), 'latin1'));
    expect(await refusalOf(bench.import('icd-10-cm', [changed]))).toEqual([
      'icd10cm_order_2027.txt:0 The file is damaged: it can not be read to its end.',
    ]);
  });

  test('by an import that is stopped', async () => {
    const outcome = await bench.import('icd-10-cm', [orderFile()], { stopped: AbortSignal.abort() });
    expect(outcome).toEqual({ ok: false, error: { faults: [], count: 0 } });
  });

  test('by files whose names do not tell from when they hold, unless it is said', async () => {
    const unnamed = orderFile('order.txt');
    expect(await refusalOf(bench.import('icd-10-cm', [unnamed]))).toEqual([
      expect.stringContaining('do not tell from when this edition holds'),
    ]);
    expect(await bench.import('icd-10-cm', [unnamed], { effective: '2026-10-01' })).toMatchObject({
      ok: true,
    });
  });
});

test('an import that another one overtook changes nothing and is told to look again', async () => {
  const overtaken: typeof bench.store = {
    ...bench.store,
    async transaction(work) {
      await bench.import('icd-10-cm', [orderFile()]);
      return bench.store.transaction(work);
    },
  };
  const late = bench.import('icd-10-cm', [orderFile()], { store: overtaken });
  expect(await refusalOf(late)).toEqual([
    expect.stringContaining('Somebody imported this list at the same time.'),
  ]);
  expect(await listEditions(bench.scope)).toHaveLength(1);
});
