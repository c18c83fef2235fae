/** 277CA levels: who answers (2000A), who sent the claims (2000B), billing provider (2000C), patient (2000D). */
import { unless } from '../../guide/codecs.ts';
import { code, decimal, literal, openCode, text, unusedTimes } from '../../guide/elements.ts';
import type { SegmentRule, Shape } from '../../guide/rules.ts';
import { amt, dtp, idPair, loop, nm1, segment } from '../../guide/segments.ts';
import { NPI_IN_ANSWER } from '../../guide/shapes.ts';
import { traceSegment } from '../../parts/answers/head.ts';
import { levelSegment } from '../../parts/level-segment.ts';
import { statusSegment } from '../../parts/status.ts';
import { CLAIM_LOOP } from './claim.ts';

const MANY = Number.POSITIVE_INFINITY;

const quantity = (qualifier: string, name: string, place: string): SegmentRule =>
  segment('QTY', name, [literal(qualifier), decimal('R', 15, place)], { qualifiedBy: { element: 1 } });

const totals = (accepted: string, rejected: string): readonly SegmentRule[] => [
  quantity(accepted, 'number of accepted claims', 'acceptedCount'),
  quantity(rejected, 'number of rejected claims', 'rejectedCount'),
  amt('YU', 'charges of accepted claims', 'acceptedAmount'),
  amt('YY', 'charges of rejected claims', 'rejectedAmount'),
];

/** HL03: other levels of patients are those of the answer to a request (277), which some senders have here. */
const PATIENT_LEVELS = ['PT', '22', '23'];
const ONLY_PT: Shape = {
  code: 'ELEMENT-CODE',
  snip: 2,
  severity: 'warning',
  fault: (level) => (level === 'PT' ? undefined : 'the level of a patient is PT here.'),
  fix: 'Write PT.',
};

const PATIENT_LEVEL = loop(
  '2000D',
  'patient level',
  [
    levelSegment('PT', 'patient level', {
      isLowest: true,
      level: openCode('R', 1, 2, 'level', { codec: unless('PT'), shape: ONLY_PT }),
      codes: PATIENT_LEVELS,
    }),
    loop(
      '2100D',
      'patient',
      [
        nm1('QC', 'patient', {
          type: '1',
          namePrefix: 'prefix',
          id: idPair(['MI', 'II'], 'memberId', { qualifier: 'memberIdQualifier' }),
        }),
      ],
      { usage: 'R', object: 'party' },
    ),
    CLAIM_LOOP,
  ],
  { max: MANY, isLevel: true, list: 'patients' },
);

const PROVIDER_LEVEL = loop(
  '2000C',
  'billing provider level',
  [
    levelSegment('19', 'billing provider level'),
    loop(
      '2100C',
      'billing provider',
      [
        nm1('85', 'billing provider', {
          type: 'either',
          namePrefix: 'prefix',
          id: idPair(['XX', 'FI', 'SV'], 'id', {
            qualifier: 'idQualifier',
            usage: 'R',
            shape: NPI_IN_ANSWER,
          }),
        }),
      ],
      { usage: 'R', object: 'party' },
    ),
    loop(
      '2200C',
      'answer about the provider',
      [
        traceSegment('1', 'trace of the provider'),
        statusSegment('status of the provider', { date: 'S', action: ['U', 'WQ'] }),
        ...totals('QA', 'QC'),
      ],
      { object: 'answer' },
    ),
    PATIENT_LEVEL,
  ],
  // A batch that is rejected as a whole names none.
  { max: MANY, isLevel: true, list: 'providers' },
);

const RECEIVER_LEVEL = loop(
  '2000B',
  'receiver level',
  [
    levelSegment('21', 'receiver level'),
    loop(
      '2100B',
      'receiver',
      [
        nm1('41', 'receiver', {
          type: 'either',
          namePrefix: 'prefix',
          id: [literal('46', 'id'), text('R', 80, 'id', { min: 2 })],
        }),
      ],
      { usage: 'R', object: 'party' },
    ),
    loop(
      '2200B',
      'answer about the batch',
      [
        traceSegment('2', 'number of the batch'),
        statusSegment('status of the batch', { action: ['U', 'WQ'] }),
        ...totals('90', 'AA'),
      ],
      { usage: 'R', object: 'answer' },
    ),
    PROVIDER_LEVEL,
  ],
  { usage: 'R', isLevel: true, list: 'receivers' },
);

export const SOURCE_LEVEL = loop(
  '2000A',
  'source level',
  [
    levelSegment('20', 'source level'),
    loop(
      '2100A',
      'source',
      [
        segment(
          'NM1',
          'source of the answer',
          [
            code('R', ['AY', 'PR'], 'entity'),
            literal('2'),
            text('R', 60, 'name'),
            ...unusedTimes(4),
            code('R', ['46', 'FI', 'PI', 'XV'], 'idQualifier'),
            text('R', 80, 'id', { min: 2 }),
            ...unusedTimes(3),
          ],
          { usage: 'R', conditions: 'P0809', qualifiedBy: { element: 1 } },
        ),
      ],
      { usage: 'R', object: 'party' },
    ),
    loop(
      '2200A',
      'receipt',
      [
        traceSegment('1', 'number of the source'),
        dtp('050', 'date of receipt', 'receivedDate', { usage: 'R' }),
        dtp('009', 'date of processing', 'processedDate', { usage: 'R' }),
      ],
      { usage: 'R', object: 'receipt' },
    ),
    RECEIVER_LEVEL,
  ],
  { usage: 'R', max: MANY, isLevel: true, list: 'sources' },
);
