/** 277CA claim (2200D) and service line (2220D). */
import { amount, decimal, text, unused } from '../../guide/elements.ts';
import { loop, ref, segment } from '../../guide/segments.ts';
import { traceSegment } from '../../parts/answers/head.ts';
import { periodSegment } from '../../parts/period.ts';
import { PROCEDURE } from '../../parts/service.ts';
import { statusSegment } from '../../parts/status.ts';

/** A line is only ever named when it is rejected; senders that accept one are read all the same. */
const LINE_LOOP = loop(
  '2220D',
  'service line',
  [
    segment(
      'SVC',
      'service line',
      [
        PROCEDURE,
        amount('R', 'chargeAmount'),
        unused,
        text('S', 48, 'revenueCode'),
        unused,
        unused,
        decimal('S', 15, 'units'),
      ],
      { usage: 'R' },
    ),
    statusSegment('status of the line', { action: ['U', 'WQ'], amount: 'S', message: 'S' }),
    ref('FJ', 'our number of the line', 'lineControlNumber'),
    ref('XZ', 'prescription number', 'prescriptionNumber'),
    periodSegment('472', 'service date of the line', ['serviceDate', 'serviceDateEnd']),
  ],
  { max: Number.POSITIVE_INFINITY, list: 'lines' },
);

export const CLAIM_LOOP = loop(
  '2200D',
  'claim',
  [
    traceSegment('2', 'claim', 'patientControlNumber'),
    statusSegment('status of the claim', { action: ['U', 'WQ'], message: 'S' }),
    ref('1K', "payer's number of the claim", 'payerClaimControlNumber'),
    ref('D9', "clearinghouse's number of the claim", 'clearinghouseTraceNumber'),
    ref('BLT', 'bill type', 'billType'),
    periodSegment('472', 'service date of the claim', ['serviceDate', 'serviceDateEnd'], { usage: 'R' }),
    LINE_LOOP,
  ],
  { max: Number.POSITIVE_INFINITY, isLevel: true, list: 'claims' },
);
