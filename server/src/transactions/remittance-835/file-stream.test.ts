import { expect, test } from 'vitest';
import { FindingList } from '../../x12/index.ts';
import { answerFile } from '../examples.ts';
import { RemittanceFileReader } from './file-reader.ts';
import { RemittanceFileWriter, writeRemittanceInterchanges } from './file-writer.ts';
import { readRemittanceInterchanges } from './read.ts';
import { changedRich } from './testing.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (file: string) => new TextEncoder().encode(file);
const one = text(changedRich((lines) => lines));
const next = one.replaceAll('000000101', '000000102').replace('GS*', 'TA1*000000007*261122*0900*A*000~GS*');
const bare = one.slice(one.indexOf('ST*'), one.indexOf('GE*'));

/** What is written when a file is read in pieces of `size` bytes and each part goes straight to a writer. */
function rewritten(file: string, size: number): string {
  const parts: string[] = [];
  const writer = new RemittanceFileWriter((part) => parts.push(part));
  const reader = new RemittanceFileReader(new FindingList(), writer);
  const all = bytes(file);
  for (let from = 0; from < all.length; from += size) reader.push(all.subarray(from, from + size));
  reader.end();
  writer.end();
  return parts.join('');
}

test('a file that uses all of the guide is written back byte for byte', () => {
  expect(rewritten(one, 512)).toBe(one);
});

test.each([
  ['one interchange', one],
  ['several interchanges, with a TA1', `${one}\n${next}`],
  ['a set without envelope', bare],
  ['a number in ST03', one.replace('ST*835*0001', 'ST*835*0001*005010X221A1')],
  ['a remittance without claims', one.replace(/LX\*1.*(?=PLB)/, '')],
  ['claims without a group', one.replaceAll(/LX\*\d~/g, '')],
  ['a provider adjustment before the claims', one.replace('LX*1', 'PLB*1*20261231*CS*1~LX*1')],
  ['a summary behind its claims', one.replace('LX*2', 'TS3*1*11*20261231*1*1~LX*2')],
  ['a payer once more behind the claims', one.replace('PLB*', 'N1*PR*ANOTHER~N3*3 STREET~PLB*')],
  ['a claim that says nothing, before what nobody can read', one.replace('LX*2', 'CLP~CAS*P~LX*2')],
  ['unknown segments in every part', one.replaceAll(/~(BPR|N1|LX|CLP|CAS|SVC|PLB|SE)/g, '~ZZZ*$1*A:B~$1')],
])(
  '%s: the same however it arrives, whether it is kept or streamed, and when it is read again',
  (_, file) => {
    const whole = text(writeRemittanceInterchanges(readRemittanceInterchanges(bytes(file)).interchanges));
    for (const size of [1, 7, 64, 4096, file.length]) expect(rewritten(file, size)).toBe(whole);
    expect(rewritten(whole, 512)).toBe(whole);
  },
);

test.each<readonly [string, string, string]>([
  ['a segment that X12 does not know', 'LX*2', 'ZZZ*A*B:C~LX*2'],
  ['an unknown reference', 'DTM*232', 'REF*QQ*12345~DTM*232'],
  ['a reference that belongs elsewhere', 'DTM*472', 'REF*EV*12345~DTM*472'],
  ['a second insured', 'MIA*', 'NM1*IL*1*ANOTHER~MIA*'],
  ['an element that the guide does not use', 'P0000000001*11*1', 'P0000000001*11*1*X'],
  ['an element behind the last', 'REF*F8*P0000000000', 'REF*F8*P0000000000*MORE'],
  ['an amount that is none', 'AMT*AU*200', 'AMT*AU*2,00'],
  ['one adjustment of several that is none', 'CAS*CO*45*49*1*253*0', 'CAS*CO*45*4g*1*253*0'],
  ['an adjustment that is none', 'CAS*OA*23*3', 'CAS*OA*23*three'],
  ['a charge that is none', '*300*226.5*', '*3oo*226.5*'],
  ['a date that is none', 'DTM*232*20261116', 'DTM*232*20261332'],
  ['a payer id of another kind', 'N1*PR*SAMPLE HEALTH PLAN*XV', 'N1*PR*SAMPLE HEALTH PLAN*ZZ'],
  ['another tax id', 'REF*PQ', 'REF*TJ*999999999~REF*PQ'],
  ['a provider adjustment that is none', '*WO:REF 9*12*L6', '*WO:REF 9*x*L6'],
  ['a fiscal date that is none', 'PLB*1234567893*20261231', 'PLB*1234567893*20261331'],
  ['a third component of a provider adjustment', 'WO:REF 9', 'WO:REF 9:X'],
])('%s is kept and put back where it stood', (_, from, to) => {
  expect(one).toContain(from);
  const file = one.replace(from, to);
  const body = (whole: string) => whole.split('~').filter((line) => !line.startsWith('SE*'));
  expect(body(rewritten(file, 512))).toEqual(body(file));
});

test('a set of another transaction is left out, those around it are not', () => {
  const claims = text(answerFile({ group: 'HC', set: '837', version: '005010X222A1' }, 'CLM*C1*0'));
  const { interchanges, findings } = readRemittanceInterchanges(bytes(claims + next));
  expect(interchanges.map(({ groups }) => groups.flatMap(({ sets }) => sets).length)).toEqual([0, 1]);
  expect(findings.map(({ code }) => code)).toEqual(['SET-UNEXPECTED']);
});
