/** The sample of the tests; `pnpm chaos kill --times 1000` is the whole. */
import { expect, onTestFinished, test } from 'vitest';
import { Clinic } from './clinic.ts';
import { KILL_POINTS } from './points.ts';
import { makePlace } from './practice.ts';
import { brokenPromises } from './promises.ts';
import { killServers } from './run.ts';
import { ServerProcess } from './server-process.ts';

test('a server that is not killed comes to each named point, and each claim is paid', async () => {
  const place = await makePlace();
  onTestFinished(() => place.close());
  await place.connect('rename');
  const server = await ServerProcess.start(place);
  const clinic = new Clinic(place.token);
  await clinic.bill(server.url);
  expect(await brokenPromises(place, clinic, server)).toEqual([]);
  // Its answers are removed in the rounds of the next one.
  await clinic.bill(server.url);
  expect(await brokenPromises(place, clinic, server)).toEqual([]);
  const [press] = clinic.presses.splice(0, 1);
  const number = press?.claim?.patientControlNumber;
  expect(await brokenPromises(place, clinic, server)).toEqual([
    `${number}: delivered, and nobody pressed for it`,
  ]);
  await server.stop();
  expect(KILL_POINTS.filter(({ name }) => !server.reached.has(name))).toEqual([]);
});

test('killed six times, a server loses no claim and sends none twice', async () => {
  const stopped = new AbortController().signal;
  const points = KILL_POINTS.slice(0, 3);
  const outcome = await killServers({ times: 3, points, seed: 3, stopped, onProgress: () => {} });
  expect(outcome.troubles).toEqual([]);
  expect(outcome.points.size).toBe(3);
  expect(outcome.kills).toBeGreaterThanOrEqual(6);
});
