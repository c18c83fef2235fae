import { expect, test } from 'vitest';
import { FindingList } from './findings.ts';
import { readInterchangeFile } from './interchange-file.ts';

const FILE = [
  'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:',
  'TA1*101*261122*1500*A*000',
  'GS*HP*A*B*20261122*1530*1*X*005010X221A1',
  'ST*835*0001',
  'REF*EI*1',
  'SE*3*0001',
  'ST*835*0002*005010X221A1',
  'SE*2*0002',
  'GE*2*1',
  'GS*FA*A*B*20261122*1530*2*X*005010X231A1',
  'ST*999*0001*005010X231A1',
  'SE*2*0001',
  'GE*1*2',
  'IEA*2*101',
];

function read(lines: readonly string[]) {
  const findings = new FindingList();
  const bytes = new TextEncoder().encode(lines.map((line) => `${line}~\n`).join(''));
  const file = readInterchangeFile(bytes, findings);
  const places = findings
    .toArray()
    .map(({ code, expected, location }) => [
      code,
      location.line,
      ...(expected === undefined ? [] : [expected]),
    ]);
  return { file, findings: places };
}

/** The file with one of its lines (1-based) changed, or left out. */
function change(line: number, text?: string): string[] {
  return FILE.flatMap((old, index) => (index + 1 === line ? (text === undefined ? [] : [text]) : [old]));
}

test('several sets, groups and kinds in one interchange are all read; padded control numbers are equal', () => {
  const { file, findings } = read(FILE);
  expect(findings).toEqual([]);
  expect(file.interchanges.map(({ controlNumber, senderId }) => [controlNumber, senderId])).toEqual([
    ['000000101', '330897513'],
  ]);
  expect(file.interchangeAcknowledgements.map((segment) => segment.element(4))).toEqual(['A']);
  expect(
    file.transactionSets.map(({ identifier, controlNumber, version, group, segments }) => [
      identifier,
      controlNumber,
      version,
      group.controlNumber,
      segments.length,
    ]),
  ).toEqual([
    ['835', '0001', '005010X221A1', '1', 3],
    ['835', '0002', '005010X221A1', '1', 2],
    ['999', '0001', '005010X231A1', '2', 2],
  ]);
});

test.each([
  ['a wrong segment count', change(6, 'SE*4*0001'), [['SE01-COUNT', 6, '3']]],
  ['a set trailer of another set', change(6, 'SE*3*0009'), [['SE02-CONTROL', 6, '0001']]],
  ['a wrong set count', change(9, 'GE*3*1'), [['GE01-COUNT', 9, '2']]],
  ['a group trailer of another group', change(9, 'GE*2*7'), [['GE02-CONTROL', 9, '1']]],
  ['a wrong group count', change(14, 'IEA*1*101'), [['IEA01-COUNT', 14, '2']]],
  ['an interchange trailer of another one', change(14, 'IEA*2*102'), [['IEA02-CONTROL', 14, '000000101']]],
  ['no SE', change(6), [['SE-MISSING', 4]]],
  ['no GE', change(9), [['GE-MISSING', 3]]],
  ['no IEA', change(14), [['IEA-MISSING', 1]]],
  ['an SE too many', change(8, 'SE*2*0002~\nSE*2*0002'), [['SE-UNEXPECTED', 9]]],
  ['a set number used twice', change(7, 'ST*835*0001').with(7, 'SE*2*0001'), [['ST02-REPEATED', 7]]],
  [
    'a version of its own in a set',
    change(7, 'ST*835*0002*005010X222A1'),
    [['ST03-VERSION', 7, '005010X221A1']],
  ],
  ['a segment between sets', change(9, 'REF*EI*1~\nGE*2*1'), [['SEGMENT-OUTSIDE', 9]]],
  [
    'a group whose kind is a word that every object knows',
    change(3, FILE[2]?.replace('HP', 'constructor')),
    [['GS01-VALUE', 3, 'two letters']],
  ],
  ['an old ISA version', change(1, FILE[0]?.replace('00501', '00401')), [['ISA12-VERSION', 1]]],
])('%s is one finding at its place, and every set is still read', (_, lines, findings) => {
  const result = read(lines);
  expect(result.findings).toEqual(findings);
  expect(result.file.transactionSets).toHaveLength(3);
});

test('a file that ends within a set gives that set and says what is missing', () => {
  const { file, findings } = read(FILE.slice(0, 5));
  expect(file.transactionSets.map(({ segments }) => segments.length)).toEqual([2]);
  expect(findings).toEqual([
    ['IEA-MISSING', 1],
    ['GE-MISSING', 3],
    ['SE-MISSING', 4],
  ]);
});
