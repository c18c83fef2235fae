/** The sample of the tests; `pnpm chaos network` is the whole. */
import { expect, test } from 'vitest';
import { SERVERS } from './clearinghouse.ts';
import { Lane } from './lane.ts';
import { casesOf } from './matrix.ts';
import { PHASES } from './phases.ts';

/** Each fault and each phase several times, no two samples of a server the same. */
const EVERY = 17;

test.each(SERVERS)(
  '%s: sessions that break off at any phase lose nothing and double nothing',
  async (server) => {
    const lane = new Lane(server, 1);
    const cases = casesOf(1, PHASES).filter((_, index) => index % EVERY === 0);
    const troubles: string[] = [];
    for (const each of cases) {
      const report = await lane.live(each);
      troubles.push(...report.troubles.map((trouble) => `${report.what}: ${trouble}`));
    }
    troubles.push(...(await lane.end()));
    expect(troubles).toEqual([]);
  },
);

test('a clearinghouse that falls silent as a session is opened does not hold up the rounds', async () => {
  const lane = new Lane('in-process', 1);
  const report = await lane.live({ fault: 'silence', phase: 'session', mode: 'direct', place: 0 });
  expect(report).toMatchObject({ troubles: [], said: 'unreachable' });
  await lane.end();
});
