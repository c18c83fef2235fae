/** Each statement of a day fails once, in each way. */
import { openStage } from '../../sim/world/run-seed.ts';
import type { Checked, Watching } from '../suite.ts';
import { FAILURES } from './statements.ts';
import { liveStory } from './story.ts';

/** `every`: only each so-manieth statement. */
export async function failEach(every: number, { stopped, onProgress, trouble }: Watching): Promise<Checked> {
  const stage = await openStage();
  let passed = 0;
  try {
    const { asked, troubles: before } = await liveStory(stage, 0, 'refused');
    for (const line of before) trouble(`a day in which nothing failed: ${line}`);
    const cases = FAILURES.flatMap((failure) =>
      Array.from({ length: Math.ceil(asked / every) }, (_, index) => ({ failure, at: 1 + index * every })),
    );
    for (const [index, { failure, at }] of cases.entries()) {
      if (stopped.aborted) break;
      const { troubles } = await liveStory(stage, at, failure);
      for (const line of troubles) trouble(`statement ${at} ${failure}: ${line}`);
      if (troubles.length === 0) passed += 1;
      onProgress(index + 1, cases.length);
    }
    return {
      passed,
      figure: `${cases.length} days of ${asked} statements, in each of which one failed: ${FAILURES.join(', ')}.`,
    };
  } finally {
    stage.close();
  }
}
