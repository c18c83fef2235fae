/** What is put into a file, by the clock of the server. */
import { expect, test } from 'vitest';
import { findConnection } from '../store/connections.ts';
import { freezeWaiting } from './freeze.ts';
import { unconnected } from './testing.ts';

const HOUR = 60 * 60 * 1000;

test('a visit of 16 November is sent from Guam, where it is that day while the server still has the 15th', async () => {
  const { practice, context } = await unconnected();
  practice.runtime.moveClock(-(6 * 24 + 17) * HOUR);
  expect(practice.runtime.now()).toMatch(/^2026-11-15T22:30/);
  const claim = await practice.bill('C000000001', 'W1');
  await freezeWaiting(context);
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await practice.status(claim)).toBe('queued');
});

test('once the account was paused or set anew, a round that began before makes no file of it; the next one does', async () => {
  const { practice, context } = await unconnected();
  const claim = await practice.bill('C000000001', 'W1');
  await practice.connect(context.settings, 'another secret');
  await freezeWaiting(context);
  expect(await practice.outboundStates()).toEqual([]);
  const { version = '' } = (await findConnection(practice.scope)) ?? {};
  await freezeWaiting({ ...context, version });
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await practice.status(claim)).toBe('queued');
});
