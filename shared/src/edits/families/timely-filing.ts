/** Edits on the time since the service: a first claim has a last day. */
import type { ClaimDraft } from '../../claim/index.ts';
import { daysBetween, type IsoDate, isIsoDate } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import { isMedicare } from '../payer-kinds.ts';
import { linePath } from '../walk.ts';

export const timelyFilingEdits: readonly Edit[] = [
  {
    id: 'timely-filing',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.serviceDate'],
    source: "The practice's facts about the payer",
    summary: "A first claim goes out within the payer's filing limit, or says why it is late.",
    check(draft, { payer, today }, report) {
      const limit = payer?.timelyFilingDays;
      if (limit === undefined || isExcused(draft)) return;
      const line = firstLineBefore(draft, (day) => daysBetween(day, today) > limit);
      if (line >= 0)
        report(
          linePath(line, 'serviceDate'),
          `This payer takes claims for ${limit} days after the service, and they are over.`,
          'Send it with proof of an earlier filing or a reason for the delay, or write it off.',
        );
    },
  },
  {
    id: 'medicare-timely-filing',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.serviceDate'],
    source: 'CMS, 42 CFR 424.44',
    summary: 'Medicare takes a claim for one calendar year after the service.',
    check(draft, { payer, today }, report) {
      if (!isMedicare(draft.coverage) || payer?.timelyFilingDays !== undefined || isExcused(draft)) return;
      const line = firstLineBefore(draft, (day) => today > aYearAfter(day));
      if (line >= 0)
        report(
          linePath(line, 'serviceDate'),
          'Medicare takes claims for one year after the service, and it is over.',
          'Send it only with an exception that Medicare knows.',
        );
    },
  },
];

/** Corrections have limits of their own; a delay reason says that it is known. */
function isExcused({ frequency, delayReason }: ClaimDraft): boolean {
  return frequency === '7' || frequency === '8' || Boolean(delayReason);
}

/** Place of the first line whose service (its last day) is too long ago; -1 when none is. */
function firstLineBefore(
  { serviceLines: lines = [] }: ClaimDraft,
  isOver: (day: IsoDate) => boolean,
): number {
  for (let index = 0; index < lines.length; index++) {
    const day = lines[index]?.serviceDateEnd || lines[index]?.serviceDate;
    if (day && isIsoDate(day) && isOver(day)) return index;
  }
  return -1;
}

/** The same day a year later, to compare with; 29 February becomes a day that is never met, which is as good. */
const aYearAfter = (day: IsoDate): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
