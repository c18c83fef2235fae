/** Segments that the guides of 270 and 271 have in common. */
import { code, composite, count, literal, text, unused, unusedTimes } from '../../guide/elements.ts';
import { item } from '../../guide/fields.ts';
import type { CompositeElement, SegmentRule, Shape, SimpleElement } from '../../guide/rules.ts';
import { idPair, nm1, qualifierBeside, segment } from '../../guide/segments.ts';
import {
  PROCEDURES,
  PROVIDER_IDS,
  PROVIDER_ROLES,
  RECEIVER_IDS,
  RECEIVERS,
  SOURCE_IDS,
  SOURCES,
} from './codes.ts';

/** TRN, each an item of `traces`; `type` is TRN01: whose number it is. */
export const traceList = (type: SimpleElement, max: number): SegmentRule =>
  segment(
    'TRN',
    'number of the inquiry',
    [type, text('R', 50, 'number'), text('R', 10, 'originator', { min: 10 }), text('S', 50, 'department')],
    {
      max,
      list: 'traces',
      empty: type.binding?.kind === 'literal' ? { number: '' } : { type: '', number: '' },
    },
  );

/** REF of any kind, each an item of `references`. */
export const referenceList = (name: string, codes: readonly string[]): SegmentRule =>
  segment(
    'REF',
    name,
    [code('R', codes, 'qualifier'), text('R', 50, 'value'), text('S', 80, 'description')],
    {
      max: 9,
      list: 'references',
      empty: { qualifier: '', value: '' },
    },
  );

/** Who answers (2100A). */
export const SOURCE_NAME: SegmentRule = nm1(code('R', SOURCES, 'entity'), 'payer', {
  type: 'either',
  id: idPair(SOURCE_IDS, 'id', { qualifier: 'idQualifier', usage: 'R' }),
});

/** Who asks (2100B). `npi` is what is held against an id that is said to be one. */
export const receiverName = (npi: Shape): SegmentRule =>
  nm1(code('R', RECEIVERS, 'entity'), 'who asks', {
    type: 'either',
    nameUsage: 'S',
    id: idPair(RECEIVER_IDS, 'id', { qualifier: 'idQualifier', usage: 'R', shape: npi }),
  });

/** NM1*IL (2100C). */
export const SUBSCRIBER_NAME: SegmentRule = nm1('IL', 'subscriber', {
  type: 'either',
  nameUsage: 'S',
  id: idPair(['MI', 'II'], 'memberId', { qualifier: 'memberIdQualifier' }),
});

/** NM1*03 (2100D). */
export const DEPENDENT_NAME: SegmentRule = nm1('03', 'dependent', { type: '1', nameUsage: 'S' });

/** PRV. */
export const PROVIDER: SegmentRule = segment(
  'PRV',
  'provider',
  [
    code('R', PROVIDER_ROLES, 'role'),
    qualifierBeside('id', 'S', PROVIDER_IDS, 'idQualifier'),
    text('S', 50, 'id'),
    ...unusedTimes(3),
  ],
  { object: 'provider', empty: { role: '' }, conditions: 'P0203' },
);

/** INS; `insured` is Y of a subscriber. */
export const membershipSegment = (
  insured: 'Y' | 'N',
  relationships: readonly string[],
  changes: readonly [type: SimpleElement, reason: SimpleElement] = [unused, unused],
): SegmentRule =>
  segment(
    'INS',
    'relationship to the subscriber',
    [
      literal(insured),
      code('R', relationships, 'relationship'),
      ...changes,
      ...unusedTimes(12),
      count('S', 9, 'birthSequence'),
    ],
    { object: 'membership', empty: { relationship: '' } },
  );

/** EQ02. */
export const PROCEDURE: CompositeElement = composite('S', [
  qualifierBeside('procedure.code', 'R', PROCEDURES, 'procedure.qualifier'),
  text('R', 48, 'procedure.code'),
  ...[0, 1, 2, 3].map((index) => text('S', 2, item('procedure.modifiers', index), { min: 2 })),
  unused,
]);

/** EB13: one, or all from one to another. */
export const PROCEDURE_RANGE: CompositeElement = composite('S', [
  ...PROCEDURE.components,
  text('S', 48, 'procedure.lastCode'),
]);

/** EB14, EQ05: places in the diagnoses. */
export const DIAGNOSIS_POINTERS: CompositeElement = composite(
  'S',
  [0, 1, 2, 3].map((index) => count(index === 0 ? 'R' : 'S', 2, item('diagnosisPointers', index))),
);
