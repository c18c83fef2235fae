/** 837P drugs (2410), earlier adjudication (2430) and forms (2440) of a line. */
import { unless } from '../../guide/codecs.ts';
import { amount, code, composite, count, date, decimal, text, unused } from '../../guide/elements.ts';
import { amt, dtp, loop, ref, segment } from '../../guide/segments.ts';
import { ADJUSTMENTS } from './other-payer.ts';
import { procedureComponents } from './situations.ts';

export const DRUG = loop(
  '2410',
  'drug',
  [
    segment(
      'LIN',
      'drug',
      [
        unused,
        code('R', ['EN', 'EO', 'HI', 'N4', 'ON', 'UK', 'UP'], 'qualifier', unless('N4')),
        text('R', 48, 'code'),
      ],
      { usage: 'R' },
    ),
    segment(
      'CTP',
      'drug quantity',
      [
        unused,
        unused,
        unused,
        decimal('R', 15, 'quantity'),
        composite('R', [code('R', ['F2', 'GR', 'ME', 'ML', 'UN'], 'unit')]),
      ],
      { usage: 'R' },
    ),
    ref('VY', 'link sequence number', 'linkSequenceNumber'),
    ref('XZ', 'prescription number', 'prescriptionNumber'),
  ],
  { object: 'drug' },
);

export const LINE_ADJUDICATION = loop(
  '2430',
  'line adjudication',
  [
    segment(
      'SVD',
      'line adjudication',
      [
        text('R', 80, 'payerId', { min: 2 }),
        amount('R', 'paidAmount'),
        composite('R', procedureComponents()),
        unused,
        decimal('R', 15, 'paidUnits'),
        count('S', 6, 'bundledLineNumber'),
      ],
      { usage: 'R' },
    ),
    ADJUSTMENTS,
    dtp('573', 'adjudication date', 'adjudicationDate', { usage: 'R' }),
    amt('EAF', 'remaining patient liability', 'remainingPatientLiability'),
  ],
  { max: 15, list: 'adjudications' },
);

export const FORM = loop(
  '2440',
  'form',
  [
    segment('LQ', 'form', [code('R', ['AS', 'UT'], 'kind'), text('R', 30, 'id')], { usage: 'R' }),
    segment(
      'FRM',
      'answer',
      [
        text('R', 20, 'question'),
        code('S', ['N', 'W', 'Y'], 'yesNo'),
        text('S', 50, 'text'),
        date('S', 'date'),
        decimal('S', 6, 'percent'),
      ],
      { usage: 'R', max: 99, list: 'answers', conditions: 'R02030405' },
    ),
  ],
  { max: 99, list: 'forms' },
);
