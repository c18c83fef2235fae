/** `pnpm chaos kill`, and its figures. */
import { describeTimes, type SuiteOutcome, type Watching } from '../suite.ts';
import { KILL_POINTS } from './points.ts';
import { killServers } from './run.ts';

/** A figure to judge, and no promise that fails: a busy machine starts nothing in time. */
const BACK_MILLISECONDS = 2_000;

export async function killSuite(
  { times, seed }: { readonly times: number; readonly seed: number },
  { stopped, onProgress, trouble }: Watching,
): Promise<SuiteOutcome> {
  const { kills, points, presses, starts, troubles } = await killServers({
    times,
    seed,
    stopped,
    onProgress,
  });
  for (const line of troubles) trouble(line);
  const soon = starts.filter((milliseconds) => milliseconds < BACK_MILLISECONDS).length;
  return {
    passed: troubles.length === 0 ? kills : 0,
    figures: [
      `${kills} kills, ${times} of them at any moment, and at ${points.size} of ${KILL_POINTS.length} points; ${presses} presses.`,
      `From a start, of code that was compiled before, to the first answer of its health: ${describeTimes(starts)}.`,
      `Back at work within ${BACK_MILLISECONDS / 1_000} s after ${soon} of ${starts.length} starts: ${soon === starts.length ? 'as it should be' : 'not as it should be, unless others were at work here too'}.`,
    ],
  };
}
