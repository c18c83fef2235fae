/** What a 999 is made of, as a loop table: only so much as files are made up from. */
import {
  code,
  composite,
  computed,
  count,
  literal,
  openCode,
  text,
} from '../../src/transactions/guide/elements.ts';
import type { ElementRule, LoopRule } from '../../src/transactions/guide/rules.ts';
import { loop, segment } from '../../src/transactions/guide/segments.ts';

const required = { usage: 'R' } as const;
const many = { max: 9 } as const;
const NUMBER = computed('set-control-number', text('R', 9, undefined, { min: 4 }));
const VERSION = computed('version', text('S', 35));

const header = (set: string, more: readonly ElementRule[] = []) =>
  segment('ST', 'header', [literal(set), NUMBER, ...more], required);
const TRAILER = segment('SE', 'trailer', [computed('segment-count', count('R', 10)), NUMBER], required);
const position = composite('R', [count('R', 2), count('S', 2), count('S', 4)]);
const SET_ANSWER = loop(
  'AK2',
  'set',
  [
    segment('AK2', 'set', [text('R', 3), text('R', 9), text('S', 35)]),
    loop(
      'IK3',
      'segment error',
      [
        segment('IK3', 'segment', [text('R', 3), count('R', 10), text('S', 6), openCode('S', 1, 3)]),
        segment(
          'CTX',
          'context',
          [
            composite('R', [text('R', 35), text('S', 35)]),
            text('S', 3),
            count('S', 10),
            text('S', 6),
            position,
          ],
          many,
        ),
        loop(
          'IK4',
          'element error',
          [
            segment('IK4', 'element', [position, count('S', 4), openCode('R', 1, 3), text('S', 99)]),
            segment('CTX', 'context', [composite('R', [text('R', 35), text('S', 35)])]),
          ],
          many,
        ),
      ],
      many,
    ),
    segment(
      'IK5',
      'verdict',
      [code('R', ['A', 'E', 'M', 'R', 'W', 'X']), openCode('S', 1, 3), openCode('S', 1, 3)],
      required,
    ),
  ],
  { max: 9 },
);

export const IMPLEMENTATION_ACKNOWLEDGEMENT: LoopRule = loop('', '999', [
  header('999', [VERSION]),
  segment('AK1', 'group', [openCode('R', 2, 2), count('R', 9), text('S', 12)], required),
  SET_ANSWER,
  segment(
    'AK9',
    'verdict',
    [
      code('R', ['A', 'E', 'M', 'P', 'R', 'W', 'X']),
      count('R', 6),
      count('R', 6),
      count('R', 6),
      openCode('S', 1, 3),
    ],
    required,
  ),
  TRAILER,
]);
