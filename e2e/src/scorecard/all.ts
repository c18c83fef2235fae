/** Every case of every EHR, as it is and in each variant, by its recipe and without one. */
import { BUILT_IN } from '@claimside/extension/recipes';
import type { Browser } from 'puppeteer';
import { type Case, casesOf, ehrFolders } from './cases.ts';
import { Runner } from './run.ts';
import type { Score } from './score.ts';
import { VARIANTS, type Variant } from './variants.ts';

export const READERS = ['recipe', 'generic'] as const;
export type ReaderName = (typeof READERS)[number];

export interface Scored {
  readonly one: Case;
  /** `as it is`, or the variant's name. */
  readonly variant: string;
  readonly reader: ReaderName;
  readonly score: Score;
}

export const AS_IT_IS = 'as it is';

/** One reading to score. */
export interface ToRead {
  readonly one: Case;
  readonly reader: ReaderName;
  readonly variant: Variant | undefined;
}

/** Each case as it is and in each variant, by each reader. */
export function allReadings(ehrs: readonly string[] = ehrFolders()): ToRead[] {
  const variants = [undefined, ...VARIANTS];
  return ehrs
    .flatMap(casesOf)
    .flatMap((one) =>
      readersOf(one).flatMap((reader) => variants.map((variant) => ({ one, reader, variant }))),
    );
}

/** By the readers of this script. `tell` is called before each reading, with how many there are of how many. */
export async function scoreAll(
  browser: Browser,
  readings: readonly ToRead[],
  script: string,
  tell: (done: number, of: number) => void = () => {},
): Promise<Scored[]> {
  const runner = await Runner.start(browser, script);
  const scored: Scored[] = [];
  for (const [done, { one, reader, variant }] of readings.entries()) {
    tell(done, readings.length);
    const score = await runner.score(one, variant, reader === 'recipe' ? BUILT_IN : []);
    if (score) scored.push({ one, variant: variant?.name ?? AS_IT_IS, reader, score });
  }
  return scored;
}

const readersOf = ({ ehr }: Case): ReaderName[] => (ehr === 'generic' ? ['generic'] : ['recipe', 'generic']);
