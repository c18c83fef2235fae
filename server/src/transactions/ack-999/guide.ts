/** The 999 (005010X231A1) as one guide: the loop table that reading, writing and checking share. */
import { code, composite, count, openCode, text } from '../guide/elements.ts';
import { item } from '../guide/fields.ts';
import type { ElementRule, SegmentRule } from '../guide/rules.ts';
import { loop, segment } from '../guide/segments.ts';
import { setHeader, TRAILER } from '../parts/answers/head.ts';
import { context } from './codecs.ts';

/** GS08 and ST03. */
export const VERSION_999 = '005010X231A1';

const MANY = Number.POSITIVE_INFINITY;
const list = (codes: string) => codes.split(' ');

/** IK502-06. */
const SET_ERRORS = list('1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 18 19 23 24 25 26 27 I5 I6');
/** AK905-09. */
const GROUP_ERRORS = list('1 2 3 4 5 6 10 11 12 13 14 15 16 17 18 19 23 24 25 26');
const SEGMENT_ERRORS = list('1 2 3 4 5 6 7 8 I4 I6 I7 I8 I9');
const ELEMENT_ERRORS = list('1 2 3 4 5 6 7 8 9 10 11 12 13 I6 I9 I10 I11 I12 I13');

const errorCodes = (codes: readonly string[]): readonly ElementRule[] =>
  [0, 1, 2, 3, 4].map((index) => code('S', codes, item('errorCodes', index)));

const POSITION = [count('R', 2), count('S', 2), count('S', 4)];

/** CTX: a key of business, or the place that made a condition hold. */
const CONTEXT: SegmentRule = segment(
  'CTX',
  'context',
  [
    { ...composite('R', [text('R', 35), text('S', 35)]), isRepeated: true },
    openCode('S', 2, 3),
    count('S', 10),
    openCode('S', 1, 6),
    composite('S', POSITION),
    composite('S', [count('R', 4), count('S', 4)]),
  ],
  { max: 10, codec: context },
);

const ELEMENT_LOOP = loop(
  '2110',
  'element in error',
  [
    segment(
      'IK4',
      'element in error',
      [
        composite('R', [count('R', 2, 'element'), count('S', 2, 'component'), count('S', 4, 'repetition')]),
        count('S', 4, 'reference'),
        code('R', ELEMENT_ERRORS, 'code'),
        text('S', 99, 'value'),
      ],
      { usage: 'R' },
    ),
    CONTEXT,
  ],
  { max: MANY, list: 'elementErrors' },
);

const SEGMENT_LOOP = loop(
  '2100',
  'segment in error',
  [
    segment(
      'IK3',
      'segment in error',
      [
        openCode('R', 2, 3, 'segmentId'),
        count('R', 10, 'ordinal'),
        openCode('S', 1, 6, 'loop'),
        code('S', SEGMENT_ERRORS, 'code'),
      ],
      { usage: 'R' },
    ),
    CONTEXT,
    ELEMENT_LOOP,
  ],
  { max: MANY, list: 'segmentErrors' },
);

const SET_LOOP = loop(
  '2000',
  'answer about a set',
  [
    segment(
      'AK2',
      'answer about a set',
      [
        openCode('R', 3, 3, 'identifier'),
        text('R', 9, 'controlNumber', { min: 1 }),
        text('S', 35, 'version'),
      ],
      { usage: 'R' },
    ),
    SEGMENT_LOOP,
    segment(
      'IK5',
      'verdict on the set',
      [code('R', list('A E M R W X'), 'code'), ...errorCodes(SET_ERRORS)],
      {
        usage: 'R',
      },
    ),
  ],
  { max: MANY, list: 'transactionSets' },
);

/** Everything between AK1 and AK9; the guide has one in a set. */
const GROUP_LEVEL = loop(
  'AK1',
  'answer about a group',
  [
    segment(
      'AK1',
      'answer about a group',
      [
        openCode('R', 2, 2, 'functionalIdentifier'),
        text('R', 9, 'groupControlNumber'),
        text('R', 35, 'version'),
      ],
      { usage: 'R' },
    ),
    SET_LOOP,
    segment(
      'AK9',
      'verdict on the group',
      [
        code('R', list('A E M P R W X'), 'code'),
        count('R', 6, 'setsIncluded'),
        count('R', 6, 'setsReceived'),
        count('R', 6, 'setsAccepted'),
        ...errorCodes(GROUP_ERRORS),
      ],
      { usage: 'R' },
    ),
  ],
  { usage: 'R', isLevel: true, list: 'groups' },
);

export const GUIDE_999 = loop('', 'transaction set', [setHeader('999'), GROUP_LEVEL, TRAILER], {
  isLevel: true,
});
