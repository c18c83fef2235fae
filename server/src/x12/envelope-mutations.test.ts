import { expect, test } from 'vitest';
import type { X12Finding } from './finding.ts';
import { FindingList } from './findings.ts';
import { readInterchangeFile } from './interchange-file.ts';

/** Nothing is wrong with this file. Line numbers below are those of its segments. */
const GOOD = [
  'ISA*00*          *00*          *ZZ*123456789      *ZZ*330897513      *261122*1530*^*00501*000000101*0*P*:',
  'GS*HC*123456789*330897513*20261122*1530*20*X*005010X222A1',
  'ST*837*0001*005010X222A1',
  'BHT*0019*00*B000000101*20261122*1530*CH',
  'SE*3*0001',
  'ST*837*0002*005010X222A1',
  'SE*2*0002',
  'GE*2*20',
  'GS*HC*123456789*330897513*20261122*153000*21*X*005010X222A1',
  'ST*837*0001*005010X222A1',
  'SE*2*0001',
  'GE*1*21',
  'IEA*2*000000101',
];

function findingsOf(lines: readonly string[]): X12Finding[] {
  const findings = new FindingList();
  readInterchangeFile(Buffer.from(lines.map((line) => `${line}~\n`).join(''), 'latin1'), findings);
  return findings.toArray();
}

/** Severity, code, element and line of a finding, how a TA1 or 999 names it, what was found and what was expected. */
function tell({ severity, code, location, acknowledgement, value, expected }: X12Finding): string {
  const element = location.element === undefined ? '' : String(location.element).padStart(2, '0');
  const found = value === undefined ? [] : [`found ${value}`];
  return [
    severity,
    code,
    `${location.segmentId}${element}`,
    `line ${location.line}`,
    ...(acknowledgement ? [`${acknowledgement.segment} ${acknowledgement.code}`] : []),
    ...found,
    ...(expected === undefined ? [] : [`expected ${expected}`]),
  ].join(', ');
}

test('a good file has no finding', () => {
  expect(findingsOf(GOOD)).toEqual([]);
});

/** A fault: the line it changes, what becomes what, and the one finding of it. */
const FAULTS: readonly (readonly [name: string, line: number, from: string, to: string, finding: string])[] =
  [
    // X12 envelope rules 01 to 05 of every guide.
    ['SE01 is wrong', 5, 'SE*3', 'SE*4', 'error, SE01-COUNT, SE01, line 5, IK5 4, found 4, expected 3'],
    ['SE01 is no number', 5, 'SE*3', 'SE*X', 'error, SE01-COUNT, SE01, line 5, IK5 4, found X, expected 3'],
    [
      'SE02 differs from ST02',
      5,
      '0001',
      '0009',
      'error, SE02-CONTROL, SE02, line 5, IK5 3, found 0009, expected 0001',
    ],
    ['GE01 is wrong', 8, 'GE*2', 'GE*3', 'error, GE01-COUNT, GE01, line 8, AK9 5, found 3, expected 2'],
    [
      'GE02 differs from GS06',
      8,
      '*20',
      '*7',
      'error, GE02-CONTROL, GE02, line 8, AK9 4, found 7, expected 20',
    ],
    [
      'IEA01 is wrong',
      13,
      'IEA*2',
      'IEA*1',
      'error, IEA01-COUNT, IEA01, line 13, TA1 021, found 1, expected 2',
    ],
    [
      'IEA02 differs from ISA13',
      13,
      '000000101',
      '000000102',
      'error, IEA02-CONTROL, IEA02, line 13, TA1 001, found 000000102, expected 000000101',
    ],
    [
      'ST03 differs from GS08',
      6,
      'X222A1',
      'X222A2',
      'error, ST03-VERSION, ST03, line 6, IK5 19, found 005010X222A2, expected 005010X222A1',
    ],
    // The ISA's elements.
    [
      'ISA01 is unknown',
      1,
      'ISA*00',
      'ISA*07',
      'error, ISA01-VALUE, ISA01, line 1, TA1 010, found 07, expected 00 or 03',
    ],
    [
      'ISA03 is unknown',
      1,
      ' *00*',
      ' *07*',
      'error, ISA03-VALUE, ISA03, line 1, TA1 012, found 07, expected 00 or 01',
    ],
    [
      'ISA05 is unknown',
      1,
      'ZZ*12',
      'QQ*12',
      'error, ISA05-VALUE, ISA05, line 1, TA1 005, found QQ, expected 01, 14, 20, 27, 28, 29, 30, 33 or ZZ',
    ],
    [
      'ISA06 is empty',
      1,
      '123456789',
      '         ',
      "error, ISA06-VALUE, ISA06, line 1, TA1 006, expected the sender's id",
    ],
    [
      'ISA07 is unknown',
      1,
      'ZZ*33',
      'QQ*33',
      'error, ISA07-VALUE, ISA07, line 1, TA1 007, found QQ, expected 01, 14, 20, 27, 28, 29, 30, 33 or ZZ',
    ],
    [
      'ISA08 is empty',
      1,
      '330897513',
      '         ',
      "error, ISA08-VALUE, ISA08, line 1, TA1 008, expected the receiver's id",
    ],
    [
      'ISA09 is no date',
      1,
      '261122',
      '261131',
      'error, ISA09-VALUE, ISA09, line 1, TA1 014, found 261131, expected an existing date, YYMMDD',
    ],
    [
      'ISA10 is no time',
      1,
      '1530',
      '2530',
      'error, ISA10-VALUE, ISA10, line 1, TA1 015, found 2530, expected a time, HHMM',
    ],
    [
      'ISA11 is a letter',
      1,
      '^',
      'U',
      'warning, ISA11-VALUE, ISA11, line 1, TA1 016, found U, expected a character that is no letter, digit or blank',
    ],
    ['ISA12 is an old version', 1, '00501', '00401', 'warning, ISA12-VERSION, ISA12, line 1, TA1 017'],
    [
      'ISA14 is unknown',
      1,
      '*0*P',
      '*2*P',
      'error, ISA14-VALUE, ISA14, line 1, TA1 019, found 2, expected 0 or 1',
    ],
    [
      'ISA15 is unknown',
      1,
      '*P*',
      '*X*',
      'error, ISA15-VALUE, ISA15, line 1, TA1 020, found X, expected P or T',
    ],
    [
      'ISA06 is too short and ISA08 too long',
      1,
      '123456789      *ZZ*330897513      ',
      '123456789     *ZZ*330897513       ',
      'warning, ISA-WIDTH, ISA06, line 1, TA1 022, expected 15 characters',
    ],
    [
      'ISA06 is trimmed',
      1,
      '123456789      ',
      '123456789',
      'warning, ISA-LENGTH, ISA06, line 1, TA1 022, expected 15 characters',
    ],
    // The GS's elements.
    [
      'GS01 is no kind of group',
      2,
      'GS*HC',
      'GS*1',
      'error, GS01-VALUE, GS01, line 2, AK9 1, found 1, expected two letters',
    ],
    [
      'GS02 is empty',
      2,
      '*123456789',
      '*',
      "error, GS02-VALUE, GS02, line 2, TA1 024, expected the sender's id",
    ],
    [
      'GS03 is empty',
      2,
      '*330897513',
      '*',
      "error, GS03-VALUE, GS03, line 2, TA1 024, expected the receiver's id",
    ],
    [
      'GS04 is no date',
      2,
      '20261122',
      '20260231',
      'error, GS04-VALUE, GS04, line 2, TA1 024, found 20260231, expected an existing date, CCYYMMDD',
    ],
    [
      'GS05 is no time',
      9,
      '153000',
      '153060',
      'error, GS05-VALUE, GS05, line 9, TA1 024, found 153060, expected a time, HHMM to HHMMSSDD',
    ],
    ['GS07 is unknown', 2, '*X*', '*T*', 'error, GS07-VALUE, GS07, line 2, TA1 024, found T, expected X'],
    // The ST's.
    [
      'ST01 is another transaction than the group holds',
      6,
      '837',
      '835',
      'error, ST01-GROUP, ST01, line 6, IK5 18, found 835, expected 837',
    ],
  ];

test.each(FAULTS)('%s: one finding at its element', (_, line, from, to, finding) => {
  const before = GOOD[line - 1] ?? '';
  expect(before).toContain(from);
  const lines = GOOD.with(line - 1, before.replace(from, to));
  expect(findingsOf(lines).map(tell)).toEqual([finding]);
});

/** Faults of more than one line: lines taken out (undefined) or put in place of others. */
const CHANGES: readonly (readonly [
  name: string,
  changes: Readonly<Record<number, string | undefined>>,
  findings: readonly string[],
])[] = [
  [
    'GS06 is padded',
    { 2: GOOD[1]?.replace('*20*', '*0020*') },
    ['warning, GS06-VALUE, GS06, line 2, AK9 6, found 0020, expected a number without leading zeros'],
  ],
  [
    'GS06 is no number',
    { 2: GOOD[1]?.replace('*20*', '*A*'), 8: 'GE*2*A' },
    ['error, GS06-VALUE, GS06, line 2, AK9 6, found A, expected 1 to 9 digits'],
  ],
  [
    'GS08 is empty',
    { 2: GOOD[1]?.replace('005010X222A1', '') },
    ['error, GS08-VALUE, GS08, line 2, AK9 2, expected a version'],
  ],
  [
    'ISA13 is no number',
    { 1: GOOD[0]?.replace('000000101', 'A00000101'), 13: 'IEA*2*A00000101' },
    ['error, ISA13-VALUE, ISA13, line 1, TA1 018, found A00000101, expected 9 digits'],
  ],
  [
    'ST01 is no transaction',
    { 2: GOOD[1]?.replace('HC', 'XX'), 6: 'ST*8*0002*005010X222A1' },
    ['error, ST01-VALUE, ST01, line 6, IK5 6, found 8, expected 3 digits'],
  ],
  [
    'ST02 is too short',
    { 6: 'ST*837*2*005010X222A1', 7: 'SE*2*2' },
    ['error, ST02-VALUE, ST02, line 6, IK5 7, found 2, expected 4 to 9 characters'],
  ],
  [
    'a set number comes again',
    { 6: 'ST*837*0001*005010X222A1', 7: 'SE*2*0001' },
    ['error, ST02-REPEATED, ST02, line 6, IK5 23, found 0001'],
  ],
  [
    'a group number comes again',
    { 9: GOOD[8]?.replace('*21*', '*20*'), 12: 'GE*1*20' },
    ['error, GS06-REPEATED, GS06, line 9, AK9 19, found 20'],
  ],
  ['SE is missing', { 5: undefined }, ['error, SE-MISSING, ST, line 3, IK5 2']],
  ['SE comes twice', { 5: 'SE*3*0001~\nSE*3*0001' }, ['error, SE-UNEXPECTED, SE, line 6, TA1 024']],
  ['GE is missing', { 8: undefined }, ['error, GE-MISSING, GS, line 2, AK9 3']],
  ['GE comes twice', { 12: 'GE*1*21~\nGE*1*21' }, ['error, GE-UNEXPECTED, GE, line 13, TA1 024']],
  ['IEA is missing', { 13: undefined }, ['error, IEA-MISSING, ISA, line 1, TA1 023']],
  ['IEA comes twice', { 13: 'IEA*2*000000101~\nIEA*2*000000101' }, ['info, TEXT-SKIPPED, , line 14']],
  [
    'GS is missing: one fault for all its sets, its trailer and the count of groups',
    { 2: undefined },
    ['error, GS-MISSING, ST, line 2, TA1 024'],
  ],
  [
    'ST is missing: its segments are one fault, and the group counts it',
    { 3: undefined, 4: `${GOOD[3]}~\nREF*EI*1` },
    ['warning, SEGMENT-OUTSIDE, BHT, line 3, TA1 024', 'error, SE-UNEXPECTED, SE, line 5, TA1 024'],
  ],
  [
    'segments stand outside sets: each run of them is a fault',
    { 3: `REF*EI*1~\nREF*EI*1~\n${GOOD[2]}`, 8: `REF*EI*1~\n${GOOD[7]}` },
    ['warning, SEGMENT-OUTSIDE, REF, line 3, TA1 024', 'warning, SEGMENT-OUTSIDE, REF, line 10, TA1 024'],
  ],
  [
    'sets stand in no envelope',
    { 1: undefined, 2: undefined, 8: undefined, 9: undefined, 12: undefined, 13: undefined },
    ['error, ISA-MISSING, , line 1, TA1 022', 'error, ST02-REPEATED, ST02, line 6, IK5 23, found 0001'],
  ],
  [
    'the interchange comes twice',
    { 13: [GOOD[12], ...GOOD].join('~\n') },
    ['error, ISA13-REPEATED, ISA13, line 14, TA1 025, found 000000101'],
  ],
  [
    'a sender of another qualifier uses the same number',
    { 13: [GOOD[12], GOOD[0]?.replace('ZZ*12', '30*12'), ...GOOD.slice(1)].join('~\n') },
    [],
  ],
  [
    'another sender uses the same number',
    { 13: [GOOD[12], GOOD[0]?.replace('123456789', '999999999'), ...GOOD.slice(1)].join('~\n') },
    [],
  ],
];

test.each(CHANGES)('%s', (_, changes, findings) => {
  const lines = GOOD.flatMap((line, index) => {
    const changed = index + 1 in changes ? changes[index + 1] : line;
    return changed === undefined ? [] : [changed];
  });
  expect(findingsOf(lines).map(tell)).toEqual(findings);
});

test('a finding names the control numbers around it', () => {
  const [count, control] = findingsOf(GOOD.with(4, 'SE*9*0001').with(7, 'GE*2*9'));
  expect(count?.location).toEqual({
    byte: `${GOOD.slice(0, 4).join('~\n')}~\n`.length,
    line: 5,
    column: 1,
    ordinal: 3,
    segmentId: 'SE',
    loop: '',
    element: 1,
    interchangeControlNumber: '000000101',
    groupControlNumber: '20',
    transactionSetControlNumber: '0001',
  });
  expect(control?.location).toMatchObject({
    interchangeControlNumber: '000000101',
    groupControlNumber: '20',
  });
  expect(control?.location).not.toHaveProperty('transactionSetControlNumber');
});
