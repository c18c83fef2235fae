/** HCPCS level II as text and as the workbook's CSV. */
import { describe, expect, test } from 'vitest';
import { hcpcsLine, readAs } from '../testing.ts';
import { hcpcsTable, hcpcsTextFile } from './hcpcs.ts';

describe('the text file', () => {
  test('gives procedures and modifiers with their days, and joins words that go on', async () => {
    const text = [
      'INVENTED NOTICE',
      hcpcsLine('LT', 7, 'INVENTED SIDE', '19840101'),
      hcpcsLine('G0438', 3, 'INVENTED VISIT THAT', '20110101'),
      'G0438002004GOES ON',
      'G0438003004AND ON',
      hcpcsLine('J0001', 3, 'INVENTED DRUG', '20110101', '20260630'),
    ];
    expect(await readAs(hcpcsTextFile, text.join('\r\n'))).toEqual({
      faults: [],
      entries: {
        LT: { title: 'INVENTED SIDE', from: '1984-01-01' },
        G0438: { title: 'INVENTED VISIT THAT GOES ON AND ON', from: '2011-01-01' },
        J0001: { title: 'INVENTED DRUG', from: '2011-01-01', to: '2026-06-30' },
      },
    });
  });

  test('leaves dental codes out: they are not ours to hold', async () => {
    const text = [
      hcpcsLine('D0120', 3, 'INVENTED', '20110101'),
      'D0120002004GOES ON',
      hcpcsLine('G0438', 3, 'X', '20110101'),
    ];
    const { entries, faults } = await readAs(hcpcsTextFile, text.join('\n'));
    expect({ codes: Object.keys(entries), faults }).toEqual({ codes: ['G0438'], faults: [] });
  });

  test('names words without their code, days that are none, and lines that are no record', async () => {
    const text = [
      hcpcsLine('G0438', 3, 'INVENTED', '20110101'),
      'G0439002004GOES ON',
      hcpcsLine('G0440', 3, 'INVENTED', '20111301'),
      'G0441',
    ];
    const { faults } = await readAs(hcpcsTextFile, text.join('\n'));
    expect(faults).toMatchObject([
      { line: 2, message: 'Words for G0439 stand here without its first record.' },
      { line: 3, message: 'A date of G0440 is not a date.' },
      { line: 4, message: 'This line is not a record of the HCPCS file.' },
    ]);
  });
});

describe('the workbook saved as CSV', () => {
  const HEADER =
    'HCPC,SEQNUM,RECID,LONG DESCRIPTION,SHORT DESCRIPTION,PRICE1,ADD DT,ACT EFF DT,TERM DT,ACTION CD';

  test('gives the same, with days as digits or as a sheet shows them', async () => {
    const text = [
      'INVENTED NOTICE,,,,,,,,,',
      HEADER,
      'LT,10,7,"INVENTED SIDE, LEFT",SHORT,,19840101,19840101,,N',
      'J0001,10,3,INVENTED DRUG,SHORT,,1/1/2011,1/1/2011,6/30/2026,D',
      'J0001,20,4,GOES ON,,,,,,',
    ];
    expect(await readAs(hcpcsTable, text.join('\n'))).toEqual({
      faults: [],
      entries: {
        LT: { title: 'INVENTED SIDE, LEFT', from: '1984-01-01' },
        J0001: { title: 'INVENTED DRUG GOES ON', from: '2011-01-01', to: '2026-06-30' },
      },
    });
  });

  test('names rows without a code', async () => {
    const { faults } = await readAs(hcpcsTable, `${HEADER}\n99213,10,3,X,X,,20110101,,,N`);
    expect(faults).toMatchObject([{ line: 2, message: expect.stringContaining('no HCPCS code') }]);
  });
});
