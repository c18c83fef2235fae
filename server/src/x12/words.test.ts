/** What findings of syntax and envelope say: what is wrong, what it should be, and what to do. */
import { expect, test } from 'vitest';
import { FindingList } from './findings.ts';
import { InterchangeReader } from './interchange-file.ts';

const GOOD =
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261122*1530*^*00501*000000101*0*P*:~' +
  'GS*HC*A*B*20261122*1530*101*X*005010X222A1~ST*837*0001*005010X222A1~BHT*0019~SE*3*0001~GE*1*101~IEA*1*000000101~';

function said(text: string): string[] {
  const findings = new FindingList();
  const reader = new InterchangeReader(findings, {});
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return findings.toArray().map(({ message, fix }) => `${message} ${fix}`);
}

test('a good file is silent', () => expect(said(GOOD)).toEqual([]));

const COUNT = 'Write the counted number, unless something was lost on the way.';
const NUMBER = 'Repeat the control number of the header, unless two files were mixed.';
const ELEMENT = 'Correct it, or the settings that it comes from.';

test.each([
  ['SE*3*', 'SE*7*', `SE01 is not the number of segments: it says 7, and should say 3. ${COUNT}`],
  ['SE*3*', 'SE*X*', `SE01 is not the number of segments: it is no number, and should say 3. ${COUNT}`],
  ['GE*1*', 'GE*2*', `GE01 is not the number of transaction sets: it says 2, and should say 1. ${COUNT}`],
  ['IEA*1*', 'IEA*4*', `IEA01 is not the number of groups: it says 4, and should say 1. ${COUNT}`],
  ['SE*3*0001', 'SE*3*0009', `SE02 does not repeat ST02: it says 0009, and should say 0001. ${NUMBER}`],
  ['GE*1*101', 'GE*1*ANNA', `GE02 does not repeat GS06: it is no number, and should say 101. ${NUMBER}`],
  ['ISA*00*', 'ISA*07*', `ISA01 must be 00 or 03. ${ELEMENT}`],
  ['*261122*', '*261322*', `ISA09 must be an existing date, YYMMDD. ${ELEMENT}`],
  ['*0*P*', '*0*Q*', `ISA15 must be P or T. ${ELEMENT}`],
  ['*101*X*', '*0101*X*', `GS06 must be a number without leading zeros. ${ELEMENT}`],
  ['GS*HC*A*', 'GS*HC**', `GS02 is required and empty: the sender's id. ${ELEMENT}`],
  [
    'ST*837*0001*',
    'ST*837*0001*1',
    'ST03 differs from GS08; both name the version of the guide. Write the same version in both.',
  ],
])('%s as %s', (good, bad, words) => {
  expect(said(GOOD.replace(good, bad))).toContain(words);
});
