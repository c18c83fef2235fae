/** `pnpm chaos kill`, and its figures. */
import { describeTimes, type SuiteOutcome, type Watching } from '../suite.ts';
import { KILL_POINTS } from './points.ts';
import { killServers } from './run.ts';

export async function killSuite(
  { times, seed }: { readonly times: number; readonly seed: number },
  { stopped, onProgress, trouble }: Watching,
): Promise<SuiteOutcome> {
  const { kills, points, presses, starts, troubles } = await killServers({
    times,
    seed,
    stopped,
    onProgress: (done) => onProgress(done, times),
  });
  for (const line of troubles) trouble(line);
  return {
    passed: troubles.length === 0 ? kills : 0,
    figures: [
      `${kills} kills, at ${points.size} of ${KILL_POINTS.length} points and at any moment between; ${presses} presses.`,
      `From a start, of code that was compiled before, to the first answer of its health: ${describeTimes(starts)}.`,
    ],
  };
}
