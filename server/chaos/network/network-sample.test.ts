/** The sample of the tests; `pnpm chaos network` is the whole. */
import { expect, test } from 'vitest';
import { SERVERS } from './clearinghouse.ts';
import { Lane } from './lane.ts';
import { SAMPLE_PLACES, sampleCases } from './matrix.ts';

test.each(SERVERS)(
  '%s: sessions that break off at any phase lose nothing and double nothing',
  async (server) => {
    const lane = new Lane(server, SAMPLE_PLACES);
    const troubles: string[] = [];
    for (const each of sampleCases(server === 'openssh' ? 1 : 0)) {
      const report = await lane.live(each);
      if (!report.isDone) troubles.push(`${report.what}: never done`);
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
