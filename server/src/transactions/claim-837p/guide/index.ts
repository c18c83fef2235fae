/** The 837P (005010X222A1) as one guide: the loop table that reading, writing and checking share. */
import { computed, count, text } from '../../guide/elements.ts';
import { loop, segment } from '../../guide/segments.ts';
import { billingLevel } from './billing.ts';
import { claimLoop } from './claim.ts';
import { BEGINNING, RECEIVER, SET_HEADER, SUBMITTER } from './head.ts';
import { LINE_LOOP } from './line.ts';
import { OTHER_PAYER_LOOP } from './other-payer.ts';
import { patientLevel, subscriberLevel } from './subscriber.ts';

/** A missing one is reported with the envelope. */
const TRAILER = segment('SE', 'transaction set trailer', [
  computed('segment-count', count('R', 10)),
  computed('set-control-number', text('R', 9, undefined, { min: 4 })),
]);

export const CLAIM_LOOP = claimLoop(OTHER_PAYER_LOOP, LINE_LOOP);
export const PATIENT_LEVEL = patientLevel(CLAIM_LOOP);
export const SUBSCRIBER_LEVEL = subscriberLevel(CLAIM_LOOP, PATIENT_LEVEL);
export const BILLING_LEVEL = billingLevel(SUBSCRIBER_LEVEL);

/** What stands before the first level. */
export const HEAD_LOOP = loop('', 'head', [SET_HEADER, BEGINNING, SUBMITTER, RECEIVER], { isLevel: true });

export const GUIDE_837P = loop(
  '',
  'transaction set',
  [SET_HEADER, BEGINNING, SUBMITTER, RECEIVER, BILLING_LEVEL, TRAILER],
  { isLevel: true },
);
