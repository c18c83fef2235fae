/** 277 claim (2200D, 2200E) and service line (2220D, 2220E): the same below a subscriber and below a dependent. */
import { amount, decimal, text, unused } from '../../guide/elements.ts';
import type { LoopRule } from '../../guide/rules.ts';
import { loop, ref, segment } from '../../guide/segments.ts';
import { traceSegment } from '../../parts/answers/head.ts';
import { periodSegment } from '../../parts/period.ts';
import { PROCEDURE } from '../../parts/service.ts';
import { statusSegment } from '../../parts/status.ts';

const lineLoop = (level: 'D' | 'E'): LoopRule =>
  loop(
    `2220${level}`,
    'service line',
    [
      segment(
        'SVC',
        'service line',
        [
          PROCEDURE,
          amount('R', 'chargeAmount'),
          amount('R', 'paidAmount'),
          text('S', 48, 'revenueCode'),
          unused,
          unused,
          decimal('S', 15, 'units'),
        ],
        { usage: 'R' },
      ),
      statusSegment('status of the line', { amount: 'S', isDecided: true }),
      ref('FJ', 'our number of the line', 'lineControlNumber'),
      periodSegment('472', 'service date of the line', ['serviceDate', 'serviceDateEnd']),
    ],
    { max: Number.POSITIVE_INFINITY, list: 'lines' },
  );

export const claimLoop = (level: 'D' | 'E'): LoopRule =>
  loop(
    `2200${level}`,
    'claim',
    [
      traceSegment('2', 'number of the request'),
      statusSegment('status of the claim', { amount: 'S', isDecided: true }),
      ref('1K', "payer's number of the claim", 'payerClaimControlNumber'),
      ref('BLT', 'bill type', 'billType'),
      ref('EJ', 'our number of the claim', 'patientControlNumber'),
      ref('XZ', 'prescription number', 'prescriptionNumber'),
      ref('VV', 'voucher number', 'voucherNumber'),
      ref('D9', "clearinghouse's number of the claim", 'clearinghouseTraceNumber'),
      periodSegment('472', 'service date of the claim', ['serviceDate', 'serviceDateEnd']),
      lineLoop(level),
    ],
    { max: Number.POSITIVE_INFINITY, isLevel: true, list: 'claims' },
  );
