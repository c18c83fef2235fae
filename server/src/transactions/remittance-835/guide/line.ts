/** 835 service line (2110). */
import { amount, composite, decimal, literal, text, unused } from '../../guide/elements.ts';
import { item } from '../../guide/fields.ts';
import { amt, loop, qualifierBeside, ref, segment } from '../../guide/segments.ts';
import { ADJUSTMENTS, amounts, dtm, quantities, references } from './parts.ts';

/** SVC01-1, SVC06-1: HC unless the model says otherwise. */
const PROCEDURE_KINDS = ['HC', 'AD', 'ER', 'HP', 'IV', 'N4', 'N6', 'NU', 'UI', 'WK'] as const;

interface ProcedurePaths {
  readonly qualifier: string;
  readonly code: string;
  readonly modifiers: string;
  readonly description: string;
}

const procedure = (paths: ProcedurePaths) => [
  qualifierBeside(paths.code, 'R', PROCEDURE_KINDS, paths.qualifier),
  text('R', 48, paths.code),
  ...[0, 1, 2, 3].map((index) => text('S', 2, item(paths.modifiers, index), { min: 2 })),
  text('S', 80, paths.description),
  unused,
];

const PAYMENT = segment(
  'SVC',
  'service payment',
  [
    composite(
      'R',
      procedure({
        qualifier: 'procedureQualifier',
        code: 'procedureCode',
        modifiers: 'modifiers',
        description: 'procedureDescription',
      }),
    ),
    amount('R', 'chargeAmount'),
    amount('R', 'paidAmount'),
    text('S', 48, 'revenueCode'),
    decimal('S', 15, 'units'),
    composite(
      'S',
      procedure({
        qualifier: 'submittedProcedureQualifier',
        code: 'submittedProcedureCode',
        modifiers: 'submittedModifiers',
        description: 'submittedProcedureDescription',
      }),
    ),
    decimal('S', 15, 'submittedUnits'),
  ],
  { usage: 'R' },
);

const remark = (list: 'HE' | 'RX', name: string, values: string) =>
  segment('LQ', name, [literal(list), text('R', 30, '')], {
    max: 99,
    values,
    qualifiedBy: { element: 1 },
  });

/** A day of service tells a line whose SVC got lost. */
const LAST_DAY = dtm('151', 'last day of service', 'serviceEnd');

export const SERVICE = loop(
  '2110',
  'service line',
  [
    PAYMENT,
    dtm('472', 'service date', 'serviceDate'),
    dtm('150', 'first day of service', 'serviceStart'),
    LAST_DAY,
    ADJUSTMENTS,
    references(
      ['1S', 'APC', 'BB', 'E9', 'G1', 'G3', 'LU', 'RB'],
      'other number of the line',
      'identifiers',
      8,
    ),
    ref('6R', 'our number of the line', 'lineControlNumber'),
    references(
      ['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'HPI', 'SY', 'TJ'],
      'number of the rendering provider',
      'renderingProviderIds',
      10,
    ),
    ref('0K', 'rule of the payer', '', { max: 5, values: 'policies' }),
    amt('B6', 'allowed amount', 'allowedAmount'),
    amounts(['KH', 'T', 'T2', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'], 8),
    quantities(['ZK', 'ZL', 'ZM', 'ZN', 'ZO'], 6),
    remark('HE', 'remark code', 'remarkCodes'),
    remark('RX', 'pharmacy reject code', 'pharmacyRejectCodes'),
  ],
  { max: 999, list: 'lines', sign: LAST_DAY },
);
