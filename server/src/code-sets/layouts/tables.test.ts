/** Lists that people export or write themselves as CSV. */
import { describe, expect, test } from 'vitest';
import { readAs } from '../testing.ts';
import { practiceProcedureFile } from './practice-cpt.ts';
import { adjustmentReasonFile, remarkFile } from './reason-codes.ts';
import { shortListFile } from './short-list.ts';

describe('adjustment reasons and remarks', () => {
  test('come with words on one line and the days they hold', async () => {
    const text =
      'Code,Description,Start Date,Last Modified,Stop Date\n45,"INVENTED\n words",01/01/1995,,\nB7,INVENTED,1995-01-01,,07/01/2026\n';
    expect(await readAs(adjustmentReasonFile, text)).toEqual({
      faults: [],
      entries: {
        '45': { title: 'INVENTED words', from: '1995-01-01' },
        B7: { title: 'INVENTED', from: '1995-01-01', to: '2026-07-01' },
      },
    });
    expect(await readAs(remarkFile, 'Remark Code,Description\nN130,INVENTED\nMA01,INVENTED')).toEqual({
      faults: [],
      entries: { N130: { title: 'INVENTED' }, MA01: { title: 'INVENTED' } },
    });
  });

  test('are told apart by their codes', async () => {
    expect((await readAs(adjustmentReasonFile, 'Code,Description\nM15,X')).faults).toMatchObject([
      { line: 2, message: expect.stringContaining('an adjustment reason such as 45') },
    ]);
    expect((await readAs(remarkFile, 'Code,Description\n45,X')).faults).toMatchObject([
      { line: 2, message: expect.stringContaining('a remark such as M15') },
    ]);
  });

  test('with a day that is none are named', async () => {
    expect((await readAs(remarkFile, 'Code,Description,Start\nN130,X,soon')).faults).toMatchObject([
      { line: 2, message: 'A date of N130 is not a date.' },
    ]);
  });
});

describe("the practice's procedures", () => {
  test('need only a code; a charge is in dollars, columns stand in any order', async () => {
    const text =
      'Fee,CPT Code,Description\n"$1,250.00",99213,INVENTED VISIT\n,g0438,\n80,99214,INVENTED, WITH A COMMA';
    expect(await readAs(practiceProcedureFile, text)).toEqual({
      faults: [],
      entries: {
        '99213': { title: 'INVENTED VISIT', charge: 125_000 },
        G0438: {},
        '99214': { title: 'INVENTED', charge: 8_000 },
      },
    });
  });

  test('without titles above them are code, description, charge', async () => {
    expect((await readAs(practiceProcedureFile, '99213,INVENTED,125\n99214')).entries).toEqual({
      '99213': { title: 'INVENTED', charge: 12_500 },
      '99214': {},
    });
  });

  test('with a charge that is no amount, or without a code, are named', async () => {
    const { faults } = await readAs(practiceProcedureFile, 'code,fee\n99213,12.345\n9921,10\n99214,-5');
    expect(faults).toMatchObject([
      { line: 2, message: 'The charge of 99213 is not an amount.' },
      { line: 3, message: 'This row does not have a procedure code of five characters.' },
      { line: 4, message: 'The charge of 99214 is not an amount.' },
    ]);
  });
});

test('a newer version of a shipped list is codes and words', async () => {
  const { entries, faults } = await readAs(
    shortListFile,
    'Code,Description\n11,Office\n27,Street\ntoo long,X',
  );
  expect(entries).toEqual({ '11': { title: 'Office' }, '27': { title: 'Street' } });
  expect(faults).toMatchObject([{ line: 4, message: expect.stringContaining('one to three characters') }]);
});
