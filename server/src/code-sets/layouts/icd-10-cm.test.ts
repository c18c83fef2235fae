/** ICD-10-CM in the two forms that are published. */
import { describe, expect, test } from 'vitest';
import { ORDER_FILE, orderLine, readAs } from '../testing.ts';
import { icd10CodeFile, icd10OrderFile } from './icd-10-cm.ts';

describe('the order file', () => {
  test('gives codes with their long titles and tells headings from codes that may be billed', async () => {
    expect(await readAs(icd10OrderFile, ORDER_FILE)).toEqual({
      faults: [],
      entries: {
        M54: { title: 'INVENTED HEADING OF BACKS', header: true },
        M545: { title: 'INVENTED HEADING OF LOW BACKS', header: true },
        M5450: { title: 'INVENTED WORDS OF A LOW BACK' },
        M5451: { title: 'INVENTED WORDS OF ANOTHER LOW BACK' },
      },
    });
  });

  test('with lines in other columns, or cut off, names each of them', async () => {
    const text = [
      orderLine(1, 'M5450', 1, 'INVENTED'),
      orderLine(2, 'M5451', 1, 'INVENTED').replace(' 1 ', ' 2 '),
      '00003 M5459',
    ];
    const { faults, entries } = await readAs(icd10OrderFile, text.join('\n'));
    expect(Object.keys(entries)).toEqual(['M5450']);
    expect(faults.map((fault) => fault.line)).toEqual([2, 3]);
    expect(faults[0]?.message).toContain('0 or 1 in column 15');
  });

  test('with a code twice: the same words are no fault, other words are', async () => {
    const line = orderLine(1, 'M5450', 1, 'INVENTED');
    expect((await readAs(icd10OrderFile, `${line}\n${line}`)).faults).toEqual([]);
    const { faults } = await readAs(icd10OrderFile, `${line}\n${orderLine(2, 'M5450', 0, 'INVENTED')}`);
    expect(faults).toMatchObject([{ line: 2, message: 'The code M5450 stands twice, and differs.' }]);
  });

  test('of hospital procedures (ICD-10-PCS) is not taken for it', async () => {
    expect((await readAs(icd10OrderFile, orderLine(1, '0016070', 1, 'INVENTED'))).entries).toEqual({});
  });
});

describe('the code file', () => {
  test('gives codes with their titles', async () => {
    expect(
      await readAs(icd10CodeFile, 'M5450   INVENTED WORDS\nS72001A INVENTED WORDS, SEVEN CHARACTERS'),
    ).toEqual({
      faults: [],
      entries: {
        M5450: { title: 'INVENTED WORDS' },
        S72001A: { title: 'INVENTED WORDS, SEVEN CHARACTERS' },
      },
    });
  });

  test('with another line names it', async () => {
    const { faults } = await readAs(icd10CodeFile, 'M5450   INVENTED\nM54.51  INVENTED');
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining('title from column 9') }]);
  });
});
