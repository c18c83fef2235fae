import { expect, test } from 'vitest';
import type { EnvelopeVisitor } from './envelope.ts';
import { FindingList } from './findings.ts';
import { InterchangeReader } from './interchange-file.ts';

const FILE = [
  'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:',
  'TA1*000000100*261121*1500*A*000',
  'GS*HP*330897513*123456789*20261122*1530*1*X*005010X221A1',
  'ST*835*0001',
  'BPR*I*0',
  'TRN*1*CHK1',
  'SE*4*0001',
  'ST*835*0002',
  'SE*2*0002',
  'GE*2*1',
  'IEA*1*000000101',
];

/** What a visitor is told of a file, in order, when the file comes in chunks of so many bytes. */
function toldOf(lines: readonly string[], chunkBytes = 1000): string[] {
  const told: string[] = [];
  const idOf = (trailer: { id: string } | undefined) => trailer?.id ?? 'nothing';
  const visitor: EnvelopeVisitor = {
    interchange: ({ senderId, receiverId, controlNumber }) =>
      told.push(`interchange ${controlNumber} from ${senderId} to ${receiverId}`),
    interchangeAcknowledgement: (segment) => told.push(`acknowledgement of ${segment.element(1)}`),
    group: ({ functionalIdentifier, controlNumber, version }) =>
      told.push(`group ${functionalIdentifier} ${controlNumber} ${version}`),
    transactionSet: ({ identifier, controlNumber, version, group, interchange }) =>
      told.push(
        `set ${identifier} ${controlNumber} ${version} in group ${group.controlNumber} of ${interchange.controlNumber}`,
      ),
    segment: (segment) => told.push(segment.id),
    transactionSetEnd: (trailer) => told.push(`set ends with ${idOf(trailer)}`),
    groupEnd: (trailer) => told.push(`group ends with ${idOf(trailer)}`),
    interchangeEnd: (trailer) => told.push(`interchange ends with ${idOf(trailer)}`),
  };
  const reader = new InterchangeReader(new FindingList(), visitor);
  const bytes = Buffer.from(lines.map((line) => `${line}~`).join(''));
  for (let at = 0; at < bytes.length; at += chunkBytes) reader.push(bytes.subarray(at, at + chunkBytes));
  reader.end();
  return told;
}

const TOLD = [
  'interchange 000000101 from 330897513 to 123456789',
  'acknowledgement of 000000100',
  'group HP 1 005010X221A1',
  'set 835 0001 005010X221A1 in group 1 of 000000101',
  'BPR',
  'TRN',
  'set ends with SE',
  'set 835 0002 005010X221A1 in group 1 of 000000101',
  'set ends with SE',
  'group ends with GE',
  'interchange ends with IEA',
];

test.each([1, 7, 1000])('a visitor is told all of a file that comes in chunks of %i bytes', (chunkBytes) => {
  expect(toldOf(FILE, chunkBytes)).toEqual(TOLD);
});

test('what is cut off ends all the same, from the inside out', () => {
  expect(toldOf(FILE.slice(0, 5)).slice(3)).toEqual([
    'set 835 0001 005010X221A1 in group 1 of 000000101',
    'BPR',
    'set ends with nothing',
    'group ends with nothing',
    'interchange ends with nothing',
  ]);
});

test('an interchange that begins within another one ends that first', () => {
  expect(toldOf([...FILE.slice(0, 4), ...FILE]).slice(4, 8)).toEqual([
    'set ends with nothing',
    'group ends with nothing',
    'interchange ends with nothing',
    TOLD[0],
  ]);
});

test('a set without an envelope is told without one', () => {
  expect(toldOf(FILE.slice(3, 7))).toEqual(['set 835 0001  in group  of ', 'BPR', 'TRN', 'set ends with SE']);
});

test('segments outside a set are not told', () => {
  expect(toldOf(FILE.toSpliced(9, 0, 'REF*EI*1'))).toEqual(TOLD);
});
