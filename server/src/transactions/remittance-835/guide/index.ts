/** The 835 (005010X221A1) as one guide: the loop table that reading, writing and checking share. */
import { amount, composite, computed, count, date, openCode, text } from '../../guide/elements.ts';
import type { SegmentAddress } from '../../guide/leftovers.ts';
import { loop, segment } from '../../guide/segments.ts';
import { CLAIM_LEVEL } from './claim.ts';
import { GROUP_NUMBER, SUMMARY, SUPPLEMENTAL_SUMMARY } from './claim-group.ts';
import { providerAdjustments } from './codecs.ts';
import { ABOUT_THE_FILE, PAYEE, PAYER, PAYMENT, SET_HEADER, TRACE } from './head.ts';

export { CLAIM_LEVEL } from './claim.ts';

export const VERSION_835 = '005010X221A1';

/** A missing one is reported with the envelope. */
const TRAILER = segment('SE', 'transaction set trailer', [
  computed('segment-count', count('R', 10)),
  computed('set-control-number', text('R', 9, undefined, { min: 4 })),
]);

const PROVIDER_ADJUSTMENT = segment(
  'PLB',
  'provider adjustment',
  [
    text('R', 50),
    date('R'),
    ...Array.from({ length: 6 }, (_, pair) => {
      const usage = pair === 0 ? 'R' : 'S';
      return [composite(usage, [openCode('R', 2, 2), text('S', 50)]), amount(usage)];
    }).flat(),
  ],
  {
    max: Number.POSITIVE_INFINITY,
    codec: providerAdjustments,
    conditions: 'P0506 P0708 P0910 P1112 P1314',
  },
);

const HEAD = [SET_HEADER, PAYMENT, TRACE, ...ABOUT_THE_FILE, PAYER, PAYEE] as const;

export const GROUP_LEVEL = loop(
  '2000',
  'group of claims',
  [GROUP_NUMBER, SUMMARY, SUPPLEMENTAL_SUMMARY, CLAIM_LEVEL],
  { max: Number.POSITIVE_INFINITY, isLevel: true },
);

/** What stands before the first group of claims. */
export const HEAD_LOOP = loop('', 'head', [...HEAD], { isLevel: true });

/** What stands behind the last. */
export const TAIL_LOOP = loop('', 'tail', [PROVIDER_ADJUSTMENT], { isLevel: true });

export const GUIDE_835 = loop('', 'transaction set', [...HEAD, GROUP_LEVEL, PROVIDER_ADJUSTMENT, TRAILER], {
  isLevel: true,
});

/** Where whole segments are left over that stand behind the claims. */
export const SET_END: SegmentAddress = { loop: '', segment: 'end', occurrence: 1 };
