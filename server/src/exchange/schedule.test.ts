/** When the clearinghouse is asked next. */
import type { UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { PROFILES } from '../clearinghouse/index.ts';
import { backoff, pollInterval, untilFreeze, untilNextPoll } from './schedule.ts';

const MINUTE = 60_000;
const at = (time: string) => `2026-11-22T${time}:00.000Z` as UtcInstant;
const officeAlly = PROFILES['office-ally'];

test.each([
  ['the profile where nobody says otherwise', undefined, {}, 240 * MINUTE],
  ['the server before the profile', 30 * MINUTE, {}, 30 * MINUTE],
  ['the connection before the server', 30 * MINUTE, { pollMilliseconds: 60 * MINUTE }, 60 * MINUTE],
  ['never below what the clearinghouse bears', 1_000, {}, 15 * MINUTE],
])('the interval: %s', (_, server, overrides, expected) => {
  expect(pollInterval(officeAlly, { overrides }, server)).toBe(expected);
});

test('after an upload the clearinghouse is asked earlier, each time once', () => {
  const looks = [60 * MINUTE, 360 * MINUTE];
  const next = (now: string) => untilNextPoll(240 * MINUTE, looks, [at('08:00')], at(now));
  expect(next('08:00')).toBe(60 * MINUTE);
  expect(next('08:45')).toBe(15 * MINUTE);
  expect(next('09:00')).toBe(240 * MINUTE);
  expect(next('13:00')).toBe(60 * MINUTE);
});

test.each([
  ['nothing waits', 0, null, undefined],
  ['the oldest claim is fresh', 3, '08:00', MINUTE],
  ['the oldest claim is as old as the profile says', 1, '07:59', 0],
  ['it is older, after a time without connection', 1, '06:00', 0],
  ['the file is full', 5_000, '08:00', 0],
  ['the clock was set back', 1, '09:00', 0],
] as const)('a file is made: %s', (_, waiting, oldest, expected) => {
  const queue = { waiting, oldest: oldest && at(oldest) };
  expect(untilFreeze(officeAlly, queue, at('08:00'))).toBe(expected);
});

test('trouble is tried again after ever longer waits, up to a bound', () => {
  const report = { state: 'unreachable', message: '', failedLogins: 0 } as const;
  expect([1, 2, 3, 50].map((failures) => backoff(report, failures, 240 * MINUTE, 0))).toEqual([
    5_000,
    10_000,
    20_000,
    15 * MINUTE,
  ]);
});

test('chance takes at most half of a wait away', () => {
  const report = { state: 'unreachable', message: '', failedLogins: 0 } as const;
  const waits = [0, 0.5, 1].map((chance) => backoff(report, 50, 240 * MINUTE, chance));
  expect(waits).toEqual([15 * MINUTE, 11.25 * MINUTE, 7.5 * MINUTE]);
});

test('a refused log-in is not tried again before the usual interval', () => {
  const report = { state: 'login-refused', message: '', failedLogins: 1 } as const;
  expect(backoff(report, 1, 240 * MINUTE, 0)).toBe(240 * MINUTE);
});
