/** What the answers to us (835, 277CA, 999 with TA1) are made of, as loop tables: only so much as files are made up from. */
import {
  amount,
  code,
  composite,
  computed,
  count,
  date,
  decimal,
  literal,
  openCode,
  text,
  unused,
  unusedTimes,
} from '../../src/transactions/guide/elements.ts';
import type { ElementRule, LoopRule, SegmentRule } from '../../src/transactions/guide/rules.ts';
import { amt, dtp, loop, nm1, ref, segment } from '../../src/transactions/guide/segments.ts';

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
const day = (id: string, kinds: readonly string[]) =>
  segment(id, 'date', [code('R', kinds), date('R')], many);
const adjustments = segment(
  'CAS',
  'adjustments',
  [
    code('R', ['CO', 'CR', 'OA', 'PI', 'PR']),
    ...[0, 1, 2, 3, 4, 5].flatMap((at) => [
      openCode(at === 0 ? 'R' : 'S', 1, 5),
      amount(at === 0 ? 'R' : 'S'),
      decimal('S', 15),
    ]),
  ],
  many,
);
const remarks = openCode('S', 2, 5);
const party = (kind: 'PR' | 'PE'): LoopRule =>
  loop(
    kind,
    'party',
    [
      segment(
        'N1',
        'name',
        [literal(kind), text('R', 60), code('S', ['XV', 'XX', 'FI']), text('S', 80)],
        required,
      ),
      segment('N3', 'street', [text('R', 55), text('S', 55)]),
      segment('N4', 'city', [text('R', 30), openCode('S', 2, 2), openCode('S', 3, 15)]),
      ref('TJ', 'tax id', 'taxId'),
      segment('PER', 'contact', [literal('CX'), text('S', 60), literal('TE'), text('S', 256)], many),
    ],
    { ...required, max: 2 },
  );

const SERVICE = loop(
  '2110',
  'service',
  [
    segment('SVC', 'service', [procedure, amount('R'), amount('S'), unused, decimal('S', 15), procedure]),
    day('DTM', ['150', '151', '472']),
    adjustments,
    ref('6R', 'line', 'line'),
    amt('B6', 'allowed', 'allowed'),
    segment('QTY', 'quantity', [literal('ZK'), decimal('R', 15)]),
    segment('LQ', 'remark', [code('R', ['HE', 'RX']), text('R', 30)], many),
  ],
  { max: 50 },
);

const PAYMENT = loop(
  '2100',
  'claim payment',
  [
    segment('CLP', 'claim payment', [
      text('R', 38),
      code('R', ['1', '2', '3', '4', '19', '20', '21', '22', '23', '25']),
      amount('R'),
      amount('R'),
      amount('S'),
      openCode('R', 1, 2),
      text('R', 50),
      text('S', 2),
      openCode('S', 1, 1),
    ]),
    adjustments,
    nm1('QC', 'patient', { type: '1', id: [code('S', ['MI', 'HN']), text('S', 80)] }),
    nm1('74', 'corrected patient', { type: '1', usage: 'S' }),
    segment('MIA', 'inpatient', [decimal('R', 15), ...unusedTimes(3), remarks, ...unusedTimes(14), remarks]),
    segment('MOA', 'outpatient', [
      decimal('S', 10),
      amount('S'),
      remarks,
      remarks,
      remarks,
      remarks,
      remarks,
    ]),
    ref('1L', 'group', 'group', many),
    day('DTM', ['232', '233', '050', '036']),
    amt('AU', 'coverage', 'coverage'),
    SERVICE,
  ],
  { max: 50 },
);

export const REMITTANCE: LoopRule = loop('', '835', [
  header('835'),
  segment(
    'BPR',
    'payment',
    [
      code('R', ['C', 'D', 'H', 'I', 'P', 'U', 'X']),
      amount('R'),
      code('R', ['C', 'D']),
      code('R', ['ACH', 'BOP', 'CHK', 'FWT', 'NON']),
      ...unusedTimes(11),
      date('R'),
    ],
    required,
  ),
  segment('TRN', 'trace', [literal('1'), text('R', 50), text('R', 10), text('S', 50)], required),
  day('DTM', ['405']),
  party('PR'),
  party('PE'),
  loop(
    '2000',
    'header number',
    [segment('LX', 'number', [count('R', 6)]), segment('TS3', 'summary', [text('R', 50)]), PAYMENT],
    { usage: 'R', max: 3 },
  ),
  segment(
    'PLB',
    'provider adjustment',
    [
      text('R', 50),
      date('R'),
      ...Array.from({ length: 6 }, (_, at) => {
        const usage = at === 0 ? 'R' : 'S';
        return [composite(usage, [openCode('R', 2, 2), text('S', 50)]), amount(usage)];
      }).flat(),
    ],
    many,
  ),
  TRAILER,
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
