import { expect, test } from 'vitest';
import { FindingList } from './findings.ts';
import { RECOGNIZES_AFTER } from './known-texts.ts';
import type { Segment } from './segment.ts';
import { type ReaderOptions, SegmentReader } from './segment-reader.ts';

const isa = (component: string) =>
  `ISA*00*          *00*          *ZZ*A              *ZZ*B              *261122*1200*^*00501*000000001*0*T*${component}~`;

const USUAL: ReaderOptions = { recognizesAfter: RECOGNIZES_AFTER };

/** Elements and components of each segment, read one after the other. */
function read(text: string, options = USUAL): (readonly string[])[] {
  const cut: (readonly string[])[] = [];
  const take = (segment: Segment) => {
    const elements = Array.from({ length: segment.elementCount }, (_, n) => segment.element(n + 1));
    cut.push([segment.id, ...elements, segment.components(1).join(' / '), segment.component(1, 2)]);
  };
  const reader = new SegmentReader(new FindingList(), take, options);
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return cut;
}

const isKnown = (text: string, options = USUAL): boolean[] => {
  const known: boolean[] = [];
  const reader = new SegmentReader(
    new FindingList(),
    (segment) => known.push(segment.known !== undefined),
    options,
  );
  reader.push(new TextEncoder().encode(text));
  reader.end();
  return known;
};

test('a segment that comes again and again is read as the first time', () => {
  const segments = Array.from({ length: 300 }, () => 'SV1*HC:99213: 25 *145*UN* 1 **~').join('');
  const [, first, ...others] = read(isa(':') + segments);
  expect(first).toEqual(['SV1', 'HC:99213: 25', '145', 'UN', '1', '', '', 'HC / 99213 / 25', '99213']);
  expect(others).toHaveLength(299);
  for (const other of others) expect(other).toEqual(first);
});

test('it is known from its third time on, once a file is long enough', () => {
  const known = isKnown(isa(':') + 'DTP*472*D8*20261122~'.repeat(400));
  expect(known.slice(0, 200)).not.toContain(true);
  expect(known.slice(-190)).not.toContain(false);
});

test('segments that differ in one character anywhere are never taken for one another', () => {
  const bodies = Array.from('NM1*IL*1*MADEUP*ARIA', (_, at) => {
    const text = 'NM1*IL*1*MADEUP*ARIA';
    return `${text.slice(0, at)}Q${text.slice(at + 1)}`;
  }).filter((body) => body.startsWith('NM1*'));
  const all = Array.from({ length: 60 }, () => bodies).flat();
  const cut = read(isa(':') + all.map((body) => `${body}~`).join(''));
  expect(cut.slice(1).map((elements) => elements.slice(0, -2).join('*'))).toEqual(all);
});

test('what divides components is that of the interchange', () => {
  const segments = 'SV1*HC:99213>25~'.repeat(300);
  const cut = read(`${isa(':')}${segments}IEA*0*000000001~${isa('>')}${segments}`);
  expect(cut[300]?.at(-1)).toBe('99213>25');
  expect(cut.at(-1)?.at(-1)).toBe('25');
});

test('a reader that does not ask for it recognizes nothing', () => {
  const text = isa(':') + 'DTP*472*D8*20261122~'.repeat(400);
  expect(isKnown(text, {})).not.toContain(true);
});

test('recognizing may begin with the first segment', () => {
  const cut = read(isa(':') + 'REF*EI*A:B~'.repeat(5), { recognizesAfter: 0 });
  expect(cut.slice(1)).toEqual(Array(5).fill(['REF', 'EI', 'A:B', 'EI', '']));
});
