/** The day of a switch from another clearinghouse. */
import { isIsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

const DAY = 24 * 3_600_000;
const startsOn = ['2026-11-24'].find(isIsoDate);

test('before its day nothing is sent or frozen, answers are fetched, and it is told; on its day all goes out', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { startsOn }), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('queued');
  expect(await practice.outboundStates()).toEqual([]);
  expect(await practice.exchange()).toMatchObject({
    state: 'ok',
    claimsWaiting: 1,
    notices: [expect.stringContaining('before 2026-11-24')],
  });
  practice.runtime.moveClock(2 * DAY);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
  expect((await practice.exchange()).notices).toEqual([]);
});

test('a file that was made before the day was set waits for it too', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  sandbox.faults.dropAtConnect = true;
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.connect(settingsFor(sandbox, { startsOn }), sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['ready']);
});
