import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_SEGMENT_BYTES } from './block.ts';
import { FindingList } from './findings.ts';
import { readSegmentStream, readSegments } from './reader.ts';
import type { Segment } from './segment.ts';
import { SegmentReader } from './segment-reader.ts';

const HEAD =
  'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:~';
const FILE = `${HEAD}GS*HP*A*B*20261122*1530*7*X*005010X221A1~ST*835*0001~REF*EI*A:B^C~SE*3*0001~GE*1*7~IEA*1*000000101~`;
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** What strangers' files look like (and worse); each is cut into chunks at every possible place. */
const ODD_FILES: Readonly<Record<string, string>> = {
  'as it should be': FILE,
  'a byte order mark and blank lines first': `\xef\xbb\xbf\r\n \n${FILE}`,
  'byte order marks before segments': FILE.replaceAll('~', '~\n\xef\xbb\xbf'),
  'line ends after terminators': FILE.replaceAll('~', '~\r\n'),
  'blanks before segments': FILE.replaceAll('~', '~   '),
  'newlines as terminators': FILE.replaceAll('~', '\n'),
  'CR and LF as terminators': FILE.replaceAll('~', '\r\n'),
  'ISA fields trimmed': FILE.replace(/ +/g, ''),
  'ISA fields too wide': FILE.replace('123456789 ', '123456789          '),
  'no ISA16': FILE.replace('*P*:~', '*P~'),
  'an empty ISA16': FILE.replace('*P*:~', '*P*~'),
  'no terminator after the ISA': FILE.replace('*P*:~', '*P*:'),
  'a line end for the terminator of the ISA': FILE.replace('*P*:~', '*P*:\r\n'),
  'a letter for ISA11': FILE.replace('*^*00501', '*U*00501'),
  'other separators': FILE.replaceAll('*', '|').replaceAll(':', '<').replaceAll('~', '!'),
  'ISA, GS and ST in names': FILE.replace('REF*EI*A:B^C', 'NM1*QC*1*LISA*ISA*ST~NM1*ISA*GS*\nISABEL'),
  'two interchanges, the first cut off': `${FILE.slice(0, 180)}\n${FILE.replaceAll('*', '|').replaceAll('~', "'")}`,
  'several sets and kinds': `${FILE}${FILE.replace('HP', 'FA').replace('835', '999')}`,
  'a set without an envelope': 'ST*835*0001~REF*EI*A:B^C~SE*3*0001~',
  'its end cut off': FILE.slice(0, 170),
  'a mail header and words behind': `From: LISA*X\nSubject: ISABEL ISA*\n\n${FILE}\n-- \nISA*sent by a robot\x1a`,
  'a TA1 and no groups': `${HEAD}TA1*101*261122*1500*A*000~IEA*0*000000101~`,
  'UTF-8 and Latin-1': FILE.replace('A:B^C', 'ZO\xc3\x8b~REF*EI*ZO\xcb'),
  'lower case and empty ends': FILE.replace('REF*EI*A:B^C', 'ref*ei*a***'),
  'empty segments and no ids': FILE.replace('~REF', '~~\n~?*1~REF'),
  'an ISA that ends a word': `Subject: X${FILE}`,
  'a separator outside ASCII': FILE.replaceAll('*', '\xa6'),
  'a thousand terminators in a row': FILE.replace('REF', `${'~'.repeat(1000)}REF`),
  'segments outside its sets': FILE.replace('GE*', 'REF*EI*1~GE*').replace('ST*', 'REF*EI*1~ST*'),
  'only words': 'Dear sender, no X12 today. ISA*',
  nothing: '',
};

interface Reading {
  readonly segments: readonly unknown[];
  readonly findings: readonly unknown[];
}

/** Reads a file that comes in chunks; `blockBytes` moves the places where the reader itself cuts. */
function readChunks(chunks: Iterable<Uint8Array>, blockBytes?: number): Reading {
  const findings = new FindingList();
  const segments: Segment[] = [];
  const reader = new SegmentReader(findings, (segment) => segments.push(segment), { blockBytes });
  for (const chunk of chunks) reader.push(chunk);
  reader.end();
  return {
    segments: segments.map(({ id, elements, context, byte, line, column, ordinal }) => ({
      id,
      elements,
      context,
      byte,
      line,
      column,
      ordinal,
    })),
    findings: findings.toArray(),
  };
}

function chunksOf(bytes: Uint8Array, sizes: readonly number[]): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  let from = 0;
  for (const size of sizes) {
    chunks.push(bytes.subarray(from, from + size));
    from += size;
  }
  return [...chunks, bytes.subarray(from)];
}

function expectSameHoweverCut(bytes: Uint8Array): void {
  const whole = readChunks([bytes]);
  const ones = Array.from(bytes, () => 1);
  expect(readChunks(chunksOf(bytes, ones))).toEqual(whole);
  expect(readChunks(chunksOf(bytes, ones), 1)).toEqual(whole);
  const cuts = fc.tuple(fc.array(fc.nat(bytes.length), { maxLength: 8 }), fc.integer({ min: 1, max: 600 }));
  fc.assert(
    fc.property(cuts, ([sizes, blockBytes]) => {
      expect(readChunks(chunksOf(bytes, sizes), blockBytes)).toEqual(whole);
    }),
    { numRuns: 30 },
  );
}

test.each(Object.entries(ODD_FILES))('a file with %s is read the same however it is cut', (_, text) => {
  expectSameHoweverCut(bytesOf(text));
  // Longer than what is looked at to tell the start of an interchange.
  expectSameHoweverCut(bytesOf(`${FILE.repeat(3)}\n${text}\n${FILE.repeat(3)}`));
});

const corpus = process.env.X12_CORPUS_DIR;
const corpusFiles =
  corpus === undefined
    ? []
    : readdirSync(corpus, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));

describe.skipIf(corpus === undefined)('corpus in X12_CORPUS_DIR', () => {
  test.each(corpusFiles)('%s is read the same however it is cut', (path) => {
    expectSameHoweverCut(readFileSync(path));
  });
});

test('a long file is read as one, as a whole and when it arrives in pieces', async () => {
  const numbers = Array.from({ length: 5000 }, (_, index) => `NUMBER ${index}`);
  const bytes = bytesOf(`${FILE.slice(0, 159)}${numbers.map((number) => `REF*EI*${number}~`).join('')}`);
  async function* pieces() {
    yield* chunksOf(bytes, [1, 50, 20_000, 40_000]);
  }
  const whole = [...readSegments(bytes, new FindingList())];
  expect(whole.slice(3).map((segment) => segment.element(2))).toEqual(numbers);
  const inPieces: Segment[] = [];
  for await (const segments of readSegmentStream(pieces(), new FindingList())) inPieces.push(...segments);
  expect(inPieces.slice(3).map((segment) => segment.element(2))).toEqual(numbers);
});

test('a segment and its finding tell line, column and the control numbers around them', () => {
  const { segments, findings } = readChunks([
    bytesOf(FILE.replaceAll('~', '~\n').replace('REF', '  REF*1~?')),
  ]);
  expect(segments[3]).toMatchObject({ id: 'REF', byte: 164, line: 4, column: 3, ordinal: 2 });
  expect(findings).toMatchObject([
    {
      code: 'SEGMENT-ID',
      location: {
        line: 4,
        column: 9,
        ordinal: 3,
        interchangeControlNumber: '000000101',
        groupControlNumber: '7',
        transactionSetControlNumber: '0001',
      },
    },
  ]);
  expect(segments.map((segment) => (segment as { context: unknown }).context)).toMatchObject([
    { interchangeControlNumber: '000000101', groupControlNumber: '', transactionSetControlNumber: '' },
    { groupControlNumber: '7', transactionSetControlNumber: '' },
    { groupControlNumber: '7', transactionSetControlNumber: '0001' },
    { groupControlNumber: '7', transactionSetControlNumber: '0001' },
    { groupControlNumber: '7', transactionSetControlNumber: '0001' },
    { groupControlNumber: '7', transactionSetControlNumber: '' },
    { interchangeControlNumber: '000000101', groupControlNumber: '', transactionSetControlNumber: '' },
  ]);
});

test.each(['\xdf', '\xdfE', 'S\xdf', '\xc3\x9fE'])('%s is no id, whatever its capitals are', (id) => {
  const { segments, findings } = readChunks([bytesOf(FILE.replace('REF', id))]);
  expect(segments.map((segment) => (segment as { id: string }).id)).toEqual([
    'ISA',
    'GS',
    'ST',
    'SE',
    'GE',
    'IEA',
  ]);
  const told = expect.objectContaining({
    code: 'SEGMENT-ID',
    location: expect.objectContaining({ segmentId: '' }),
  });
  expect(findings).toContainEqual(told);
});

describe('a segment without a terminator within the limit', () => {
  const endless = `NTE*ADD*${'X'.repeat(MAX_SEGMENT_BYTES)}`;
  const idsOf = ({ segments }: Reading) => segments.map((segment) => (segment as { id: string }).id);
  const codesOf = ({ findings }: Reading) =>
    findings.map((finding) => {
      const { code, location } = finding as {
        code: string;
        location: { ordinal: number; segmentId: string };
      };
      return [code, location.segmentId, location.ordinal];
    });

  test.each([
    ['the next segment', FILE.replace('REF', `${endless}~REF`), []],
    ['the next thing that looks like a segment', FILE.replace('REF', `${endless}~  ~x~\n12*~REF`), []],
    ['the next interchange', `${FILE.slice(0, 159)}${endless}\n${FILE}`, ['ISA', 'GS', 'ST']],
    ['an interchange within it', `${FILE.slice(0, 159)}${endless} ${FILE}`, ['ISA', 'GS', 'ST']],
  ])('is one finding, and reading goes on with %s', (_, text, before) => {
    const whole = readChunks([bytesOf(text)]);
    expect(codesOf(whole)).toEqual([['SEGMENT-LENGTH', 'NTE', 2]]);
    expect(idsOf(whole)).toEqual([...before, 'ISA', 'GS', 'ST', 'REF', 'SE', 'GE', 'IEA']);
    expect(readChunks(chunksOf(bytesOf(text), [200, 7, MAX_SEGMENT_BYTES - 50]), 1)).toEqual(whole);
  });

  test('counts as a segment of its set', () => {
    const { segments } = readChunks([bytesOf(FILE.replace('REF', `${endless}~REF`))]);
    expect(segments[3]).toMatchObject({ id: 'REF', ordinal: 3 });
  });

  test('and without an end at all is one finding', () => {
    const text = `${FILE.slice(0, 159)}${endless}${'X'.repeat(3 * MAX_SEGMENT_BYTES)}`;
    const whole = readChunks([bytesOf(text)]);
    expect(codesOf(whole)).toEqual([['SEGMENT-LENGTH', 'NTE', 2]]);
    expect(idsOf(whole)).toEqual(['ISA', 'GS', 'ST']);
  });

  test('just within the limit is read', () => {
    const text = FILE.replace('REF', `${endless.slice(0, MAX_SEGMENT_BYTES)}~REF`);
    expect(idsOf(readChunks([bytesOf(text)], 500))).toContain('NTE');
  });
});
