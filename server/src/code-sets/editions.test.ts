/** How long editions are held, and which take the place of which. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listEditions, listHeldEditions } from '../store/code-lists.ts';
import { type Bench, hcpcsLine, ORDER_FILE, openBench, PAIR_FILE, refusalOf, UNIT_FILE } from './testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

describe('editions', () => {
  const heldDays = async () => (await listHeldEditions(bench.scope)).map((edition) => edition.effective);

  test('of a list without days in its rows are held until no claim of their time may be sent', async () => {
    const import2 = (effective: string) =>
      bench.import('ncci-mue', [bench.file('MCR_MUE_PractitionerServices.csv', UNIT_FILE)], {
        effective,
        anyway: true,
      });
    for (const day of ['2025-10-01', '2026-07-01', '2026-10-01', '2026-04-01']) await import2(day);
    expect(await heldDays()).toEqual(['2025-10-01', '2026-04-01', '2026-07-01', '2026-10-01']);
    await import2('2027-04-01');
    expect(await heldDays()).toEqual(['2026-04-01', '2026-07-01', '2026-10-01', '2027-04-01']);
    expect(await refusalOf(import2('2025-10-01'))).toEqual([expect.stringContaining('no claim can need it')]);
  });

  test('of a list without days in its rows that are older than the one in use are kept beside it only if the person means it', async () => {
    const file = (name: string) => bench.file(name, ORDER_FILE);
    await bench.import('icd-10-cm', [file('icd10cm_order_2027.txt')]);
    const older = file('icd10cm_order_2026.txt');
    expect(await refusalOf(bench.import('icd-10-cm', [older]))).toEqual([
      expect.stringContaining(
        'The edition in use is newer: it holds from 2026-10-01, this one from 2025-10-01.',
      ),
    ]);
    expect(await heldDays()).toEqual(['2026-10-01']);
    expect(await bench.import('icd-10-cm', [older], { anyway: true })).toMatchObject({
      ok: true,
      value: { comparedWith: null, until: '2026-10-01' },
    });
    expect(await heldDays()).toEqual(['2025-10-01', '2026-10-01']);
  });

  test('of a list with days in its rows are replaced at once, by an older one only if the person means it', async () => {
    const file = (name: string) => bench.file(name, hcpcsLine('G0438', 3, 'INVENTED', '20110101'));
    await bench.import('hcpcs', [file('HCPC2026_JUL_ANWEB.txt')]);
    await bench.import('hcpcs', [file('HCPC2026_OCT_ANWEB.txt')]);
    expect(await heldDays()).toEqual(['2026-10-01']);
    const older = file('HCPC2026_APR_ANWEB.txt');
    expect(await refusalOf(bench.import('hcpcs', [older]))).toEqual([
      expect.stringContaining('The edition in use is newer: it holds from 2026-10-01'),
    ]);
    expect(await bench.import('hcpcs', [older], { anyway: true })).toMatchObject({ ok: true });
    expect((await listEditions(bench.scope)).filter((edition) => edition.replacedAt !== null)).toHaveLength(
      2,
    );
  });

  test('for hospitals or suppliers are refused by their names', async () => {
    expect(
      await refusalOf(bench.import('ncci-ptp', [bench.file('ccioph-v323r0-f1.txt', PAIR_FILE)])),
    ).toEqual([
      expect.stringContaining(
        'The name ccioph-v323r0-f1.txt says that this edition is not for practitioners.',
      ),
    ]);
  });
});

test('a shipped list is replaced only by one that holds most of its codes', async () => {
  const other = bench.file('reasons.csv', 'Code,Description\n1,X\n2,X\n45,X');
  expect(await refusalOf(bench.import('place-of-service', [other]))).toEqual([
    expect.stringContaining('of the 52 codes in use are in this file'),
  ]);
  const provinces = ['AB', 'BC', 'MB', 'NB', 'NL', 'NS', 'NT', 'NU', 'ON', 'PE', 'QC', 'SK', 'YT', 'XX'];
  const newer = bench.file(
    'provinces.csv',
    `Code,Name\n${provinces.map((code) => `${code},Test`).join('\n')}`,
  );
  expect(await bench.import('province', [newer])).toMatchObject({
    ok: true,
    value: { effective: '2026-11-20', size: 14, added: 1, removed: 0, comparedWith: '2026-11-22' },
  });
});
