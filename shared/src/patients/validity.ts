/** Whether a coverage counts on a day, by the dates on its card: both belong to it, and one that is not known bounds nothing. */
import type { KeptCoverage } from '../api/index.ts';

type Dated = Pick<KeptCoverage, 'rank' | 'validFrom' | 'validTo'>;

export const isValidOn = ({ validFrom, validTo }: Omit<Dated, 'rank'>, day: string): boolean =>
  (validFrom === undefined || validFrom <= day) && !isOver({ validTo }, day);

/** By this day it has ended. */
export const isOver = ({ validTo }: Pick<Dated, 'validTo'>, day: string): boolean =>
  validTo !== undefined && validTo < day;

/** The one that pays first on that day. */
export const primaryOn = <Kept extends Dated>(coverages: readonly Kept[], day: string): Kept | undefined =>
  coverages.find((coverage) => coverage.rank === 'P' && isValidOn(coverage, day));
