import { expect, test } from 'vitest';
import { FindingList, type Segment, SegmentReader } from '../../x12/index.ts';
import { planElements } from './element-plan.ts';
import { amount, code, composite, date, decimal, literal, text } from './elements.ts';
import { item } from './fields.ts';
import { QuickSegment } from './quick-segment.ts';
import type { SegmentCodec } from './rules.ts';
import { segment } from './segments.ts';

const ISA =
  'ISA*00*          *00*          *ZZ*A              *ZZ*B              *261122*1530*^*00501*000000101*0*P*:~';

const RULE = segment(
  'SVC',
  'service',
  [
    composite('R', [
      code('R', ['HC', 'N4'], 'kind'),
      text('R', 5, 'code'),
      text('S', 2, item('modifiers', 0)),
    ]),
    amount('R', 'charge'),
    decimal('S', 15, 'units'),
    date('S', 'day'),
    text('S', 10, 'note', { min: 2 }),
  ],
  { conditions: 'P0304' },
);

/** What a segment says when it is read at once; undefined when it is left to who explains. `kept`: elements that the model has no place for. */
function readAtOnce(body: string, rule = RULE, kept: number[] = []): Record<string, unknown> | undefined {
  const quick = new QuickSegment(rule, planElements(rule.elements));
  const target: Record<string, unknown> = {};
  let isRead = false;
  const entry = { enter: () => target, keepElement: (element: number) => void kept.push(element) };
  const take = (segment: Segment) => {
    if (segment.id === 'SVC') isRead = quick.read(segment, entry);
  };
  const reader = new SegmentReader(new FindingList(), take);
  reader.push(Buffer.from(`${ISA}${body}~`, 'latin1'));
  reader.end();
  return isRead ? target : undefined;
}

test('a segment as it should be is read at once, amounts in cents', () => {
  expect(readAtOnce('SVC*HC:99213:25*125.5*2*20261122*SAID')).toEqual({
    kind: 'HC',
    code: '99213',
    modifiers: ['25'],
    charge: 125_50,
    units: 2,
    day: '2026-11-22',
    note: 'SAID',
  });
  expect(readAtOnce('SVC*N4:1*-.05')).toEqual({ kind: 'N4', code: '1', charge: -5 });
});

test.each([
  ['SVC*HC:99213*', 'a required element is empty'],
  ['SVC*HC*1', 'a required component is missing'],
  ['SVC*HC:99213:25:X*1', 'there are more components'],
  ['SVC*HC:99213*1*2*20261122*SAID*X', 'there are more elements'],
  ['SVC*HC:99213*1**', 'empty elements stand at its end'],
  ['SVC*hc:99213*1', 'a code is in small letters'],
  ['SVC*XX:99213*1', 'a code is not allowed'],
  ['SVC*HC:992131*1', 'a text is too long'],
  ['SVC*HC:99213*1***X', 'a text is too short'],
  ['SVC*HC:99213*1.005', 'an amount has a fraction of a cent'],
  ['SVC*HC:99213*+1', 'an amount has a plus'],
  ['SVC*HC:99213*-', 'an amount has no digits'],
  ['SVC*HC:99213*1*2', 'a pair is not whole'],
  ['SVC*HC:99213*1*2*20261131', 'there is no such day'],
  ['SVC*HC:99213*1***SAID ', 'a blank stands at its end'],
  ['SVC*HC: 9921*1', 'a blank stands before a component'],
  ['SVC*HC:99213*1***SA\x01ID', 'it holds a control character'],
  ['SVC*HC:99213*1***SA^ID', 'it holds the repetition separator'],
  ['SVC*HC:99213*1***SA\xcbID', 'it holds a character outside ASCII'],
])('%j is left to who explains: %s', (body) => {
  expect(readAtOnce(body)).toBeUndefined();
});

const own: SegmentCodec = { paths: [], write: () => [], read: (_, __, unheld) => unheld(2) };

test('a codec reads what is as it should be, and tells for what the model has no place', () => {
  const kept: number[] = [];
  const rule = segment('SVC', 'service', [text('R', 2), text('S', 5)], { codec: own });
  expect(readAtOnce('SVC*A*B', rule, kept)).toEqual({});
  expect(kept).toEqual([2]);
});

const ITEMS = segment(
  'SVC',
  'adjustments',
  [code('R', ['CO', 'PR']), ...[0, 1].flatMap(() => [text('S', 5), amount('S'), decimal('S', 15)])],
  {
    codec: {
      ...own,
      items: { list: 'items', shared: ['group'], own: ['reason', 'amount', 'quantity'], needed: 2 },
    },
  },
);

test('a segment of items adds each of them to its list, with what they share', () => {
  expect(readAtOnce('SVC*CO*45*1.5*2*96*3', ITEMS)).toEqual({
    items: [
      { group: 'CO', reason: '45', amount: 150, quantity: 2 },
      { group: 'CO', reason: '96', amount: 300 },
    ],
  });
  expect(readAtOnce('SVC*PR****1*3', ITEMS)).toEqual({ items: [{ group: 'PR', reason: '1', amount: 300 }] });
});

test('an item of which something is missing is left to who explains', () => {
  expect(readAtOnce('SVC*CO*45', ITEMS)).toBeUndefined();
  expect(readAtOnce('SVC*CO*45*1**96', ITEMS)).toBeUndefined();
});

test.each([
  ['object', { place: { kind: 'HC', note: 'SAID' } }],
  ['list', { place: [{ kind: 'HC', note: 'SAID' }] }],
  ['values', { place: ['SAID'] }],
])('a segment that stands for an %s of its own is put there', (kind, expected) => {
  const elements =
    kind === 'values' ? [literal('HC'), text('R', 5, '')] : [code('R', ['HC'], 'kind'), text('R', 5, 'note')];
  expect(readAtOnce('SVC*HC*SAID', segment('SVC', 'service', elements, { [kind]: 'place' }))).toEqual(
    expected,
  );
});
