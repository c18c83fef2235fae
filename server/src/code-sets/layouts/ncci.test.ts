/** NCCI: pairs of procedures, and most units. */
import { describe, expect, test } from 'vitest';
import { unpackPairs } from '../packed-pairs.ts';
import { PAIR_FILE, readAs, UNIT_FILE } from '../testing.ts';
import { ncciUnitFile } from './ncci-mue.ts';
import { ncciPairFile } from './ncci-ptp.ts';

describe('pairs', () => {
  test('are read below a licence notice and wrapped titles; those taken back are none', async () => {
    const { entries, faults } = await readAs(ncciPairFile, PAIR_FILE, 'tab');
    expect(faults).toEqual([]);
    const pairs = Object.entries(entries).flatMap(([code, entry]) => [
      ...unpackPairs(code, entry.pairs ?? ''),
    ]);
    expect(pairs).toEqual([
      { column1: '10001', column2: '20001', from: '1996-01-01', modifierAllowed: false },
      { column1: '10001', column2: '20002', from: '2026-01-01', modifierAllowed: true },
      { column1: '10001', column2: '20003', from: '2010-01-01', to: '2011-12-31', modifierAllowed: true },
      { column1: '10002', column2: '20001', from: '2020-01-01', to: '2026-06-30', modifierAllowed: true },
    ]);
  });

  test('of one code that stand apart are joined, and the sheet saved as CSV says the same', async () => {
    const rows = [
      '10001,20002,,20260101,*,1,"INVENTED, TOO"',
      '10002,20001,,20200101,*,1,X',
      '10001,20001,*,,*,0,X',
    ];
    const { entries } = await readAs(ncciPairFile, rows.join('\n'));
    expect([...unpackPairs('10001', entries['10001']?.pairs ?? '')]).toEqual([
      { column1: '10001', column2: '20001', modifierAllowed: false },
      { column1: '10001', column2: '20002', from: '2026-01-01', modifierAllowed: true },
    ]);
  });

  test('names rows that are none and days that are none', async () => {
    const text = `${PAIR_FILE}\n10003\t20001\t\t20261301\t*\t1\tX\n10003\t20001\t\t2026`;
    const { faults } = await readAs(ncciPairFile, text, 'tab');
    expect(faults).toMatchObject([
      { line: 10, message: 'A date of the pair 10003, 20001 is not a date.' },
      { line: 11, message: expect.stringContaining('not a pair of codes') },
    ]);
  });
});

describe('most units', () => {
  test('hold for a line (indicator 1) or for a day (2 and 3)', async () => {
    expect(await readAs(ncciUnitFile, UNIT_FILE)).toEqual({
      faults: [],
      entries: { '10001': { units: 2, per: 'line' }, '10002': { units: 1, per: 'day' } },
    });
  });

  test('names rows without a number or an indicator', async () => {
    const { faults } = await readAs(ncciUnitFile, `${UNIT_FILE}\n10003,many,3 Date,X\n10004,1,,X`);
    expect(faults).toMatchObject([
      { line: 7, message: 'This row is not a code with its number of units.' },
      { line: 8, message: 'The adjudication indicator of 10004 is not 1, 2 or 3.' },
    ]);
  });

  test('of hospitals are not taken for it', async () => {
    const hospital = UNIT_FILE.replace('Practitioner Services', 'Outpatient Hospital Services');
    expect((await readAs(ncciUnitFile, hospital)).entries).toEqual({});
  });
});
