/** Why a value that was read is not certain, in words: what a person is to compare. */
import type { Doubt } from '@claimside/shared/capture';
import type { Origin } from './form.ts';

const COMPARE = 'Compare it with the chart.';
const COMPARE_THEM = 'Compare them with the chart.';
/** The one such reason that several share; see `looksToAsk`. */
const OF_SEVERAL = ', but nothing there tells for certain that they are this patient’s';

/** What follows what the page says, as a part of the same sentence. */
const SAYS_BUT: Readonly<Record<Exclude<Doubt, 'telehealth'>, string>> = {
  unreadable: ', which does not read as such a value',
  'drawn-otherwise': ', but you may see something else there, or nothing',
  'unlike-taught': ', which looks otherwise than what stood there when the page was taught',
  contradicted: ', and something else at another place',
  unwitnessed: ', but nothing there tells for certain that it is this patient’s',
  'day-or-month': '; which of its numbers is the month is a guess',
  'name-parts': ' in one piece; where last and first name part is a guess',
};

/** Of one value, or of several that are in doubt for the same reason. */
export function whyUnsure(origins: readonly Pick<Origin, 'raw' | 'rival' | 'doubt'>[]): string {
  const [first, ...others] = origins;
  const { raw, rival, doubt } = first ?? {};
  if (doubt === 'telehealth')
    return `The services are by telehealth, and this is the practice’s only location. ${COMPARE}`;
  if (!raw) return COMPARE;
  if (rival)
    return `The page says “${raw}”, and “${rival}” at another place. See in the chart which is right.`;
  const said = [raw, ...others.map((other) => other.raw)].map((text) => `“${text}”`).join(', ');
  if (others.length > 0) return `The page says ${said}${doubt ? OF_SEVERAL : ''}. ${COMPARE_THEM}`;
  return `The page says ${said}${doubt ? SAYS_BUT[doubt] : ''}. ${COMPARE}`;
}
