/** Values that no element should have, or only just: past all limits, of another type, of another character set. */
import type { Random } from './random.ts';

const NUMBERS = [
  '0',
  '-0',
  '-1',
  '1',
  '.5',
  '5.',
  '.',
  '-',
  '+5',
  '1,000.00',
  '1e9',
  '1E-9',
  '0.001',
  '0.005',
  '12.345',
  '00000000000000000001',
  '99999999.99',
  '9007199254740991',
  '9007199254740993',
  '90071992547409.92',
  '999999999999999999999999',
  `${'9'.repeat(400)}`,
  `0.${'0'.repeat(400)}1`,
  'NaN',
  'Infinity',
  '0x10',
] as const;

const DATES = [
  '20261122',
  '20260229',
  '20240229',
  '20261301',
  '00000000',
  '99991231',
  '2026112',
  '202611221530',
  '261122',
  '20261122-20261124',
  '20261124-20261122',
  '20261122-',
  '-20261122',
  '20261122-2026112',
  '2400',
  '1530',
  '9999',
] as const;

const WORDS = [
  'A',
  'TESTER',
  'tester',
  ' PADDED ',
  '\t',
  ' ',
  '.',
  "O'BRIEN-SMITH",
  'M\xdcLLER',
  'M\xc3\x9cLLER',
  '\xe6\x97\xa5\xe6\x9c\xac',
  '\xf0\x9f\x98\x80',
  '\xed\xa0\x80',
  '\xc3',
  '\0',
  '\x1a',
  '\x85',
  '\x7f',
  'A\nB',
  'A\r\nB',
  '__proto__',
  'constructor',
  'toString',
  'length',
  'ISA',
  'A:B:C:D:E:F:G:H:I',
  'A^B^C',
  ':::::',
  '::::::A',
  ':',
  '>',
  'A>B',
  'HC:99213:25:59:76:77:X',
  'ABK:I10',
  'ABF',
  'HC',
  'D8',
  'RD8',
  'XX',
  'PR',
  'QC',
  'EI',
  '1234567893',
] as const;

/** A value of any of these kinds, now and then very long. */
export function oddValue(random: Random): string {
  switch (random.below(8)) {
    case 0:
    case 1:
      return random.pick(NUMBERS);
    case 2:
      return random.pick(DATES);
    case 3:
      return String(random.below(random.pick([10, 1000, 2 ** 31])));
    case 4:
      return random.pick(REPEATED).repeat(random.between(1, random.oneIn(50) ? 17_000 : 300));
    case 5:
      return random.oneIn(2_000) ? veryLong(random) : random.pick(WORDS);
    default:
      return random.pick(WORDS);
  }
}

const REPEATED = ['A', '9', '0', ' ', '-', '\xe9', ':', '^', '.'] as const;

/** So much of one thing that looking at it twice for each character would take for ever; sometimes more than a segment may be. */
function veryLong(random: Random): string {
  const length = random.oneIn(4) ? 1_100_000 : 200_000;
  return random.pick(REPEATED).repeat(length) + random.pick(['', 'x', '9', ':A']);
}
