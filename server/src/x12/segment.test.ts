import { expect, test } from 'vitest';
import { FindingList } from './findings.ts';
import { readSegments } from './reader.ts';
import type { Segment } from './segment.ts';
import { SegmentReader } from './segment-reader.ts';

const HEAD =
  'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:~';

function segmentOf(text: string): Segment {
  const [, segment] = readSegments(Buffer.from(`${HEAD}${text}~`), new FindingList());
  if (!segment) throw new Error(`no segment in ${text}`);
  return segment;
}

test('elements are counted as sent and read without blanks at their ends', () => {
  const segment = segmentOf('REF* EI *A B**');
  expect(segment.elements).toEqual(['REF', ' EI ', 'A B', '', '']);
  expect(segment.elementCount).toBe(4);
  expect([0, 1, 2, 3, 4, 5].map((n) => segment.element(n))).toEqual(['REF', 'EI', 'A B', '', '', '']);
});

test('blanks before the terminator are no part of the last element', () => {
  expect(segmentOf('REF*EI* A  ').elements).toEqual(['REF', 'EI', ' A']);
});

test('a segment without elements has none', () => {
  expect(segmentOf('LS')).toMatchObject({ id: 'LS', elements: ['LS'], elementCount: 0 });
});

test.each([
  ['HC:99213:25', ['HC', '99213', '25', '']],
  ['HC::25:', ['HC', '', '25', '']],
  [' HC : 99213 ', ['HC', '99213', '', '']],
  ['HC', ['HC', '', '', '']],
  ['', ['', '', '', '']],
])('components of %j are %j', (text, components) => {
  const segment = segmentOf(`SV1*${text}*1`);
  expect([1, 2, 3, 4].map((c) => segment.component(1, c))).toEqual(components);
  expect(segment.components(1)).toEqual(components.slice(0, text.split(':').length));
});

test('another component separator makes other components and leaves the rest', () => {
  const segment = segmentOf('SV1*HC>99213*1').withComponentSeparator('>');
  expect(segment.components(1)).toEqual(['HC', '99213']);
  expect(segment).toMatchObject({ id: 'SV1', elements: ['SV1', 'HC>99213', '1'], byte: 106 });
});

test('components are the same whether the segment was cut before or not, also where a blank divides them', () => {
  const head = `${HEAD.slice(0, -2)} ~`;
  const read = () => [...readSegments(Buffer.from(`${head}N4* A B* C ~`), new FindingList())][1];
  const [cut, uncut] = [read(), read()];
  cut?.cut();
  for (const segment of [cut, uncut]) {
    expect(segment?.components(1)).toEqual(['A', 'B']);
    expect(segment?.component(1, 2)).toBe('B');
    expect(segment?.components(2)).toEqual(['C']);
  }
});

test.each([true, false])(
  'a blank that divides components divides nothing at the ends of an element, its bytes at hand or not (%s)',
  (givesBytes) => {
    const divided: boolean[] = [];
    const reader = new SegmentReader(new FindingList(), (segment) => divided.push(segment.isDivided(1)), {
      givesBytes,
    });
    reader.push(Buffer.from('ISA****************\r~ST*837~SV1*\rC:0~SV1*C\r0~'));
    reader.end();
    expect(divided).toEqual([false, false, false, true]);
  },
);
