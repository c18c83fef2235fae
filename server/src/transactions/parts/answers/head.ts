/** ST, BHT and SE of an answer, and the TRN of its levels. */
import { DATE } from '../../guide/codecs.ts';
import { computed, count, literal, text, unused } from '../../guide/elements.ts';
import type { SegmentRule, SimpleElement, Usage } from '../../guide/rules.ts';
import { segment } from '../../guide/segments.ts';

const NUMBER = computed('set-control-number', text('R', 9, undefined, { min: 4 }));

export function setHeader(identifier: string): SegmentRule {
  const version = computed('version', text('R', 35));
  return segment('ST', 'transaction set header', [literal(identifier), NUMBER, version], { usage: 'R' });
}

/** A missing one is reported with the envelope. */
export const TRAILER = segment('SE', 'transaction set trailer', [
  computed('segment-count', count('R', 10)),
  NUMBER,
]);

/** BHT; what it says tells one kind of 277 from the other. `type` is BHT06, where the guide has it. */
export function beginningSegment(
  structure: string,
  {
    purpose = literal('08'),
    reference = 'R',
    type = unused,
  }: { purpose?: SimpleElement; reference?: Usage; type?: SimpleElement } = {},
): SegmentRule {
  return segment(
    'BHT',
    'beginning of the hierarchical transaction',
    [
      literal(structure),
      purpose,
      text(reference, 50, 'referenceId'),
      { ...text('R', 8, 'date', { min: 8, codec: DATE }), type: 'DT' },
      { ...text('R', 8, 'time', { min: 4 }), type: 'TM' },
      type,
    ],
    { usage: 'R' },
  );
}

/** TRN; `kind` is 1 where the sender counts, 2 where it repeats our number. */
export function traceSegment(kind: '1' | '2', name: string, place = 'traceNumber'): SegmentRule {
  return segment('TRN', name, [literal(kind), text('R', 50, place), unused, unused], { usage: 'R' });
}
