/** What acknowledgements to us (277CA, 999 with TA1) are made of, as loop tables: only so much as files are made up from. */
import {
  amount,
  code,
  composite,
  computed,
  count,
  date,
  literal,
  openCode,
  text,
  unusedTimes,
} from '../../src/transactions/guide/elements.ts';
import type { ElementRule, LoopRule, SegmentRule } from '../../src/transactions/guide/rules.ts';
import { dtp, loop, nm1, ref, segment } from '../../src/transactions/guide/segments.ts';

const required = { usage: 'R' } as const;
const many = { max: 9 } as const;
const NUMBER = computed('set-control-number', text('R', 9, undefined, { min: 4 }));
const VERSION = computed('version', text('S', 35));

const header = (set: string, more: readonly ElementRule[] = []) =>
  segment('ST', 'header', [literal(set), NUMBER, ...more], required);
const TRAILER = segment('SE', 'trailer', [computed('segment-count', count('R', 10)), NUMBER], required);
const procedure = composite('R', [
  code('R', ['HC', 'N4', 'WK']),
  text('R', 48),
  ...Array.from({ length: 4 }, () => openCode('S', 2, 2)),
  text('S', 80),
]);

const status = composite('R', [openCode('R', 2, 2), openCode('R', 1, 3), openCode('S', 2, 3)]);
const STATUS = segment(
  'STC',
  'status',
  [status, date('S'), code('S', ['U', 'WQ']), amount('S'), ...unusedTimes(5), status, status, text('S', 264)],
  many,
);
const levelOf = (kind: string): SegmentRule =>
  segment(
    'HL',
    'level',
    [
      computed('level-number', text('R', 12)),
      computed('level-parent', text('S', 12)),
      literal(kind),
      code('R', ['0', '1']),
    ],
    required,
  );
const named = (entity: string) =>
  nm1(entity, 'name', { type: 'either', id: [code('S', ['46', 'XX', 'MI']), text('S', 80)] });
const trace = segment('TRN', 'trace', [code('R', ['1', '2']), text('R', 50)], required);

const LINE_ANSWER = loop(
  '2220D',
  'line',
  [
    segment('SVC', 'line', [procedure, amount('S')]),
    STATUS,
    ref('FJ', 'line number', 'line'),
    dtp('472', 'service', 'day'),
  ],
  { max: 50 },
);
const ANSWER = loop(
  '2200D',
  'claim',
  [
    trace,
    STATUS,
    ref('1K', 'payer number', 'payer'),
    ref('D9', 'own number', 'own'),
    dtp('472', 'service', 'day'),
    LINE_ANSWER,
  ],
  { usage: 'R', max: 9 },
);

export const CLAIM_ACKNOWLEDGEMENT: LoopRule = loop('', '277CA', [
  header('277', [VERSION]),
  segment(
    'BHT',
    'beginning',
    [literal('0085'), literal('08'), text('R', 50), date('R'), text('R', 8), literal('TH')],
    required,
  ),
  loop(
    '2000A',
    'source',
    [levelOf('20'), named('AY'), trace, dtp('050', 'received', 'r'), dtp('009', 'processed', 'p')],
    {
      usage: 'R',
    },
  ),
  loop('2000B', 'receiver', [levelOf('21'), named('41'), trace, STATUS], { usage: 'R', max: 2 }),
  loop('2000C', 'provider', [levelOf('19'), named('85'), trace, STATUS], { usage: 'R', max: 3 }),
  loop('2000D', 'patient', [levelOf('PT'), named('QC'), ANSWER], { usage: 'R', max: 9 }),
  TRAILER,
]);

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
