import { expect, test } from 'vitest';
import { FindingList, type Segment, SegmentReader } from '../../x12/index.ts';
import { planElements } from './element-plan.ts';
import { amount, code, composite, date, decimal, text } from './elements.ts';
import { item } from './fields.ts';
import { QuickSegment } from './quick-segment.ts';
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

/** What a segment says when it is read at once; undefined when it is left to who explains. */
function readAtOnce(body: string): Record<string, unknown> | undefined {
  const quick = new QuickSegment(RULE, planElements(RULE.elements));
  const target: Record<string, unknown> = {};
  let isTaken = false;
  const take = (read: Segment) => {
    if (read.id === 'SVC') isTaken = quick.take(read);
    if (isTaken) quick.tell(target, () => {});
  };
  const reader = new SegmentReader(new FindingList(), take);
  reader.push(Buffer.from(`${ISA}${body}~`, 'latin1'));
  reader.end();
  return isTaken ? target : undefined;
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
