import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { FindingList } from '../../x12/index.ts';
import { exampleClaimFileEnvelope } from '../examples.ts';
import { ClaimFileReader } from './file-reader.ts';
import { ClaimFileWriter, writeClaimInterchanges } from './file-writer.ts';
import { readClaimInterchanges } from './read.ts';
import { writeClaimFile } from './write.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const bytes = (file: string) => new TextEncoder().encode(file);
const claims = ['C1', 'C2', 'C3'].map((patientControlNumber) => ({
  patientControlNumber,
  claim: exampleClaim,
}));
const one = text(writeClaimFile(exampleClaimFileEnvelope, claims).bytes);
const next = one.replaceAll('000000101', '000000102').replace('GS*', 'TA1*000000007*261122*0900*A*000~GS*');
const bare = one.slice(one.indexOf('ST*'), one.indexOf('GE*'));

/** What is written when a file is read in pieces of `size` bytes and each part goes straight to a writer. */
function rewritten(file: string, size: number): string {
  const parts: string[] = [];
  const writer = new ClaimFileWriter((part) => parts.push(part));
  const reader = new ClaimFileReader(new FindingList(), writer);
  const all = bytes(file);
  for (let from = 0; from < all.length; from += size) reader.push(all.subarray(from, from + size));
  reader.end();
  writer.end();
  return parts.join('');
}

test.each([
  ['one interchange', one],
  ['several interchanges, with a TA1', `${one}\n${next}`],
  [
    'two groups in one interchange',
    one.replace('IEA*1', `${one.slice(one.indexOf('GS*'), one.indexOf('IEA'))}IEA*2`),
  ],
  ['a set without envelope', bare],
  ['an unknown level behind a claim', one.replace('SE*', 'HL*99~ZZZ*1~SE*')],
  ['a group without interchange', one.slice(one.indexOf('GS*'), one.indexOf('IEA*'))],
  ['a group behind the end of an interchange', one + one.slice(one.indexOf('GS*'), one.indexOf('IEA*'))],
])('%s is the same however it arrives, and whether it is kept or streamed', (_, file) => {
  const whole = text(writeClaimInterchanges(readClaimInterchanges(bytes(file)).interchanges));
  for (const size of [1, 7, 64, 4096, file.length]) expect(rewritten(file, size)).toBe(whole);
});

test('a file of ours is written back byte for byte', () => {
  expect(rewritten(one, 512)).toBe(one);
});

test.each([
  ['of ten digits', '000000101*0*P', '1000000101*0*P', '000000101'],
  ['with a separator in it', '000000101*0*P', '0000^0101*0*P', '000000101'],
  ['with a character of two bytes', '000000101*0*P', '00000©101*0*P', '000000101'],
])('an interchange number %s is written the same at both ends', (_, from, to, number) => {
  const ends = new RegExp(`\\*${number}\\*0\\*P.*IEA\\*1\\*${number}~$`);
  expect(rewritten(one.replace(from, to), 512)).toMatch(ends);
});

test('an ISA that holds more bytes than characters is written with as many', () => {
  const file = rewritten(one.replace('ZZ*123456789      ', 'ZZ*M\u00dcLLER         '), 512);
  expect(file.slice(32, 50)).toBe('ZZ*M  LLER        ');
  expect(file.charAt(105)).toBe('~');
});

test('what stands behind a claim and opens nothing is written behind it', () => {
  expect(rewritten(one.replace('SE*', 'HL*99~SE*'), 64)).toContain('~HL*99~SE*');
  const cutOff = `${one.slice(0, one.lastIndexOf('~SV1'))}~HL*99${one.slice(one.indexOf('~SE*'))}`;
  expect(rewritten(cutOff, 64)).toMatch(/~LX\*2~SV1[^~]*~HL\*99~SE\*/);
});

test('a group without interchange keeps its header and its claims', () => {
  const group = one.slice(one.indexOf('GS*'), one.indexOf('IEA*'));
  expect(rewritten(group, 512)).toBe(group);
  expect(rewritten(one + group, 512)).toBe(one + group);
});

test('claims are told while the file still arrives', () => {
  const told: string[] = [];
  const reader = new ClaimFileReader(new FindingList(), {
    interchange: () => told.push('interchange'),
    interchangeAcknowledgement: () => told.push('TA1'),
    group: () => told.push('group'),
    set: ({ head }) => told.push(`set of ${head.submitter?.organizationName}`),
    claim: ({ patientControlNumber }) => told.push(patientControlNumber),
  });
  const many = Array.from({ length: 500 }, (_, n) => ({
    patientControlNumber: `C${n}`,
    claim: exampleClaim,
  }));
  const file = writeClaimFile(exampleClaimFileEnvelope, many).bytes;
  reader.push(file.subarray(0, file.length / 2));
  const half = told.length;
  expect(told.slice(0, 4)).toEqual(['interchange', 'group', 'set of SAMPLE CLINIC', 'C0']);
  expect(half).toBeGreaterThan(100);
  reader.push(file.subarray(file.length / 2));
  reader.end();
  expect(told.length).toBe(503);
});

test('a TA1 within a group is written behind it, never within a set', () => {
  const file = one.replace('CLM*C2', 'TA1*000000007*261122*0900*A*000~CLM*C2');
  expect(rewritten(file, 512)).toMatch(/GE\*1\*101~TA1\*000000007\*261122\*0900\*A\*000~IEA/);
});

test('other separators are kept, and a separator within data becomes a blank', () => {
  const piped = one.replaceAll('*', '|').replaceAll('~', '\n').replaceAll(':', '>');
  expect(rewritten(piped, 100)).toBe(piped);
  const { interchanges } = readClaimInterchanges(bytes(one));
  const file = JSON.stringify(interchanges).replaceAll('"firstName":"MARTA"', '"firstName":"MAR~TA*"');
  expect(file).not.toBe(JSON.stringify(interchanges));
  expect(text(writeClaimInterchanges(JSON.parse(file)))).toContain('*MAR TA*');
});
