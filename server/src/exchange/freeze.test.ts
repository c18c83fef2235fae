/** What is put into a file, by the clock of the server. */
import { expect, test } from 'vitest';
import { profileOf } from '../clearinghouse/index.ts';
import { freezeWaiting } from './freeze.ts';
import { LASTING_LEASE, PRACTICE, settingsFor, testPractice } from './testing.ts';

const SETTINGS = settingsFor({
  host: '127.0.0.1',
  port: 2222,
  username: 'TRAINING',
  hostKeySha256: `SHA256:${'A'.repeat(43)}`,
});
const HOUR = 60 * 60 * 1000;

test('a visit of 16 November is sent from Guam, where it is that day while the server still has the 15th', async () => {
  const practice = await testPractice();
  practice.runtime.moveClock(-(6 * 24 + 17) * HOUR);
  expect(practice.runtime.now()).toMatch(/^2026-11-15T22:30/);
  const claim = await practice.bill('C000000001', 'W1');
  await freezeWaiting({
    ...practice,
    practiceId: PRACTICE,
    settings: SETTINGS,
    profile: profileOf(SETTINGS),
    stopping: new AbortController().signal,
    lease: LASTING_LEASE,
  });
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await practice.status(claim)).toBe('queued');
});
