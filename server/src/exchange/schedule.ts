/** When a connection is looked at next. Pure: instants in, milliseconds out. */
import type { UtcInstant } from '@claimside/shared/values';
import type { ClearinghouseProfile, ConnectionSettings } from '../clearinghouse/index.ts';
import type { ConnectionReport } from './connection-state.ts';
import { LIMITS } from './limits.ts';

/** The connection's own interval, else the server's, else the profile's; never below what the clearinghouse bears. */
export function pollInterval(
  profile: Pick<ClearinghouseProfile, 'pollMilliseconds' | 'minimumPollMilliseconds'>,
  settings: Pick<ConnectionSettings, 'overrides'>,
  serverPollMilliseconds: number | undefined,
): number {
  const wanted = settings.overrides.pollMilliseconds ?? serverPollMilliseconds ?? profile.pollMilliseconds;
  return Math.max(wanted, profile.minimumPollMilliseconds);
}

/** Milliseconds from `now` to the next look: the interval, or earlier when an upload's answers are due. */
export function untilNextPoll(
  interval: number,
  afterUpload: readonly number[],
  sentAt: readonly UtcInstant[],
  now: UtcInstant,
): number {
  const present = Date.parse(now);
  const looks = sentAt
    .flatMap((sent) => afterUpload.map((delay) => Date.parse(sent) + delay - present))
    .filter((delay) => delay > 0);
  return Math.min(interval, ...looks);
}

/**
 * Milliseconds from `now` until the waiting claims become a file: 0 when the oldest is old enough or the file is full,
 * undefined when none waits. A clock that was set back makes no claim wait longer.
 */
export function untilFreeze(
  profile: Pick<ClearinghouseProfile, 'freezeAfterMilliseconds' | 'maximumClaimsPerFile'>,
  queue: { readonly waiting: number; readonly oldest: UtcInstant | null },
  now: UtcInstant,
): number | undefined {
  if (queue.oldest === null) return undefined;
  const age = Date.parse(now) - Date.parse(queue.oldest);
  if (age < 0 || queue.waiting >= profile.maximumClaimsPerFile) return 0;
  return Math.max(profile.freezeAfterMilliseconds - age, 0);
}

/**
 * Waits after trouble, longer each time; a stopped log-in is only looked at again at the usual interval. `chance`, from 0 to
 * 1, takes up to half of a wait away, so that not all practices of the world come back at once.
 */
export function backoff(
  report: Pick<ConnectionReport, 'state'>,
  failuresInARow: number,
  interval: number,
  chance: number,
): number {
  if (report.state === 'login-stopped' || report.state === 'host-key-changed') return interval;
  const doubled = LIMITS.firstBackoffMilliseconds * 2 ** Math.min(failuresInARow - 1, 20);
  const longest = Math.max(LIMITS.firstBackoffMilliseconds, LIMITS.longestBackoffMilliseconds);
  const wait = Math.round(Math.min(doubled, longest) * (1 - chance / 2));
  // Each refused log-in brings the account nearer to its lock: no hurry.
  return report.state === 'login-refused' ? Math.max(wait, interval) : wait;
}
