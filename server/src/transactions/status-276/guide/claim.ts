/** 276 claim (2200D, 2200E) and service line (2210D, 2210E): the same below a subscriber and below a dependent. */
import { amount, decimal, text, unused } from '../../guide/elements.ts';
import type { LoopRule } from '../../guide/rules.ts';
import { amt, loop, ref, segment } from '../../guide/segments.ts';
import { traceSegment } from '../../parts/answers/head.ts';
import { periodSegment } from '../../parts/period.ts';
import { PROCEDURE } from '../../parts/service.ts';

const MANY = Number.POSITIVE_INFINITY;

const lineLoop = (level: 'D' | 'E'): LoopRule =>
  loop(
    `2210${level}`,
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
          decimal('R', 15, 'units'),
        ],
        { usage: 'R' },
      ),
      ref('FJ', 'our number of the line', 'lineControlNumber'),
      periodSegment('472', 'service date of the line', ['serviceDate', 'serviceDateEnd'], { usage: 'R' }),
    ],
    { max: MANY, list: 'lines' },
  );

/** Nothing behind the TRN must be there; a second charge tells the next claim. */
const CHARGE = amt('T3', 'charge of the claim', 'chargeAmount');

export const claimLoop = (level: 'D' | 'E'): LoopRule =>
  loop(
    `2200${level}`,
    'claim',
    [
      traceSegment('1', 'our number of the inquiry'),
      ref('1K', "payer's number of the claim", 'payerClaimControlNumber'),
      ref('BLT', 'bill type', 'billType'),
      ref('LU', 'location number', 'locationNumber'),
      ref('6P', 'group number', 'groupNumber'),
      ref('EJ', 'our number of the claim', 'patientControlNumber'),
      ref('XZ', 'prescription number', 'prescriptionNumber'),
      ref('D9', "clearinghouse's number of the claim", 'clearinghouseTraceNumber'),
      CHARGE,
      periodSegment('472', 'service date of the claim', ['serviceDate', 'serviceDateEnd']),
      lineLoop(level),
    ],
    { max: MANY, isLevel: true, list: 'claims', sign: CHARGE },
  );
