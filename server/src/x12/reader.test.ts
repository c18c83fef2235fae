import { expect, test } from 'vitest';
import { FindingList } from './findings.ts';
import { readSegments } from './reader.ts';

const HEAD =
  'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:~';
const BODY =
  'GS*HP*A*B*20261122*1530*1*X*005010X221A1~ST*835*0001~REF*EI*A:B^C~SE*3*0001~GE*1*1~IEA*1*000000101~';
const FILE = HEAD + BODY;
const IDS = ['ISA', 'GS', 'ST', 'REF', 'SE', 'GE', 'IEA'];

function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
  const findings = new FindingList();
  const segments = [...readSegments(bytes, findings)];
  return {
    segments,
    ids: segments.map((segment) => segment.id),
    findings: findings.toArray().map(({ severity, code }) => `${severity} ${code}`),
  };
}

test('segments come with elements, components, repetitions and their place', () => {
  const { segments, findings } = read(FILE);
  expect(segments.map(({ id, byte, line, ordinal }) => [id, byte, line, ordinal])).toEqual([
    ['ISA', 0, 1, 0],
    ['GS', 106, 1, 0],
    ['ST', 147, 1, 1],
    ['REF', 159, 1, 2],
    ['SE', 172, 1, 3],
    ['GE', 182, 1, 0],
    ['IEA', 189, 1, 0],
  ]);
  const ref = segments[3];
  expect(ref?.element(1)).toBe('EI');
  expect(ref?.components(2)).toEqual(['A', 'B^C']);
  expect(ref?.repetitions(2)).toEqual(['A:B', 'C']);
  expect(ref?.component(2, 9)).toBe('');
  expect(ref?.element(9)).toBe('');
  expect(findings).toEqual([]);
});

test.each([
  ['a newline after each segment', FILE.replaceAll('~', '~\n')],
  ['CR and LF after each segment', FILE.replaceAll('~', '~\r\n')],
  ['blanks before each segment', FILE.replaceAll('~', '~   ')],
  ['blanks after each segment', HEAD + BODY.replaceAll('~', '  ~')],
  ['a byte order mark and blank lines first', `\xef\xbb\xbf\r\n\n${FILE}`],
  ['a byte order mark before each segment', HEAD + BODY.replaceAll('~', '~\xef\xbb\xbf')],
  ['NUL and Ctrl-Z at the end', `${FILE}\r\n\0\0\x1a`],
  ['newlines instead of terminators', FILE.replaceAll('~', '\n')],
  ['CR and LF instead of terminators', FILE.replaceAll('~', '\r\n')],
  ['CR instead of terminators', FILE.replaceAll('~', '\r')],
  ['other separators', FILE.replaceAll('*', '|').replaceAll(':', '<').replaceAll('~', '!')],
])('a file with %s is read without a finding', (_, content) => {
  const { segments, ids, findings } = read(content);
  expect(ids).toEqual(IDS);
  expect(segments[3]?.components(2)).toEqual(['A', 'B^C']);
  expect(segments[3]?.ordinal).toBe(2);
  expect(findings).toEqual([]);
});

test.each([
  ['fields of the ISA trimmed', FILE.replace(/ +/g, ''), IDS, ['warning ISA-LENGTH']],
  [
    'fields of the ISA too wide',
    FILE.replace('123456789 ', '123456789          '),
    IDS,
    ['warning ISA-LENGTH'],
  ],
  ['no ISA16', FILE.replace('*P*:~', '*P~'), IDS, ['error ISA16-MISSING']],
  ['an empty ISA16', FILE.replace('*P*:~', '*P*~'), IDS, ['error ISA-TERMINATOR', 'error ISA16-MISSING']],
  ['no terminator after the ISA', FILE.replace('*P*:~', '*P*:'), IDS, ['error ISA-TERMINATOR']],
  [
    'a line end instead of the ISA’s terminator',
    FILE.replace('*P*:~', '*P*:\r\n'),
    IDS,
    ['error ISA-TERMINATOR'],
  ],
  ['a mail header before it', `From: LISA*X\nSubject: ISABEL\n\n${FILE}`, IDS, ['info TEXT-SKIPPED']],
  ['words after it', `${FILE}\n-- \nsent by a robot`, IDS, ['info TEXT-SKIPPED']],
  [
    'a set without an envelope',
    'ST*835*0001~REF*EI*A:B^C~SE*3*0001~',
    ['ST', 'REF', 'SE'],
    ['error ISA-MISSING'],
  ],
  [
    'a group without an interchange',
    BODY.replace('IEA*1*000000101~', ''),
    IDS.slice(1, -1),
    ['error ISA-MISSING'],
  ],
  ['an empty segment', FILE.replace('~REF', '~~REF'), IDS, ['error SEGMENT-EMPTY']],
  [
    'a segment without an id',
    FILE.replace('REF', '?'),
    IDS.filter((id) => id !== 'REF'),
    ['error SEGMENT-ID'],
  ],
  ['the last terminator cut off', FILE.slice(0, -1), IDS, ['warning TERMINATOR-MISSING']],
  ['its end cut off', FILE.slice(0, 180), IDS.slice(0, 5), ['error TERMINATOR-MISSING']],
  ['a segment id in lower case', FILE.replace('REF', 'ref'), IDS, ['warning SEGMENT-ID-CASE']],
  ['a line end within an element', FILE.replace('EI', 'E\nI'), IDS, ['warning CONTROL-CHARACTER']],
  [
    'a control character in data',
    FILE.replace('A:B', 'A\x07').replace('EI', '\x07'),
    IDS,
    ['warning CONTROL-CHARACTER'],
  ],
  ['words at its cut-off end', `${FILE.slice(0, 172)}? and so on`, IDS.slice(0, 4), ['info SEGMENT-ID']],
  ['separators outside ASCII', FILE.replaceAll('*', '\xa6'), IDS, ['warning CHARACTER-SET']],
  ['only blanks and words', '\n\nDear sender, no X12 today.', [], ['error TEXT-SKIPPED']],
  ['only words', 'Dear sender, no X12 today.', [], ['error TEXT-SKIPPED']],
  ['nothing', '', [], []],
])('a file with %s is read as far as it goes', (_, content, ids, findings) => {
  expect(read(content)).toMatchObject({ ids, findings });
});

test('each interchange has separators of its own, though the first was cut off in the middle', () => {
  const second = FILE.replaceAll('*', '|').replaceAll('~', "'");
  const { ids, findings, segments } = read(`${FILE.slice(0, 180)}\n${second}`);
  expect(ids).toEqual([...IDS.slice(0, 5), ...IDS]);
  expect(segments.at(-1)?.element(2)).toBe('000000101');
  expect(findings).toEqual(['error TERMINATOR-MISSING']);
});

test('a segment that the next interchange cuts off has no element of that', () => {
  const { segments } = read(`${FILE.slice(0, 170)}\n${FILE}`);
  expect(segments[3]?.elements).toEqual(['REF', 'EI', 'A:B^']);
});

test('segments outside a set have no ordinal', () => {
  const { segments } = read(FILE.replace('GE*', 'REF*EI*1~REF*EI*2~GE*'));
  expect(segments.map(({ ordinal }) => ordinal)).toEqual([0, 0, 1, 2, 3, 0, 0, 0, 0]);
});

test('a name that holds ISA or ST starts nothing', () => {
  const { ids, findings } = read(FILE.replace('REF*EI*A:B^C', 'NM1*QC*1*LISA*ISA*ST'));
  expect(ids).toEqual(IDS.with(3, 'NM1'));
  expect(findings).toEqual([]);
});

test('UTF-8 and Latin-1 names are both read, with one warning a file', () => {
  const utf8 = read(Buffer.from(FILE.replace('A:B^C', 'ZOË').replace('EI', 'Ö'), 'utf8'));
  expect(utf8.segments[3]?.element(2)).toBe('ZOË');
  expect(utf8.findings).toEqual(['warning CHARACTER-SET']);
  const latin1 = read(FILE.replace('A:B^C', 'ZO\xcb'));
  expect(latin1.segments[3]?.element(2)).toBe('ZOË');
});

test('lines are counted, and newlines within an element stay in it', () => {
  const { segments } = read(FILE.replace('A:B^C', 'A\nB').replaceAll('~', '~\n'));
  expect(segments.map(({ line }) => line)).toEqual([1, 2, 3, 4, 6, 7, 8]);
  expect(segments[3]?.elements[2]).toBe('A\nB');
});

test('before version 5010 and for a letter, ISA11 separates nothing', () => {
  const { segments } = read(FILE.replace('*^*00501', '*U*00501').replace('A:B^C', 'AUBUC'));
  expect(segments[3]?.repetitions(2)).toEqual(['AUBUC']);
  expect(read(FILE.replace('00501', '00401')).segments[3]?.repetitions(2)).toEqual(['A:B^C']);
});
