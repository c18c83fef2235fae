/** Drives the exchange of every practice: one round at a time each, woken by a nudge, its interval or its backoff. */
import { setTimeout as delay } from 'node:timers/promises';
import { listConnectedPractices } from '../store/connections.ts';
import { listSentInstants } from '../store/outbound-files.ts';
import { countWaitingClaims } from '../store/outbox.ts';
import { reading } from './context.ts';
import { LIMITS } from './limits.ts';
import { type RoundOutcome, runRound } from './round.ts';
import { backoff, pollInterval, untilNextPoll } from './schedule.ts';
import { connectSftp } from './sftp-transport.ts';
import type { ExchangeOptions, ExchangeWorker } from './worker-types.ts';

interface PracticeSchedule {
  /** Milliseconds since 1970. */
  dueAt: number;
  failures: number;
  running: Promise<void> | undefined;
  /** Of the account's settings, to see when a person changes them. */
  version: string;
  /** Something was queued, by some practice, since its last round began. */
  nudged: boolean;
  /** The account was set anew during a round, which knew the old one. */
  again: boolean;
}

export function createExchangeWorker(options: ExchangeOptions): ExchangeWorker {
  const { store, runtime, news, openSecret } = options;
  const connect = options.connect ?? connectSftp;
  const wait = options.wait ?? realWait;
  const schedules = new Map<string, PracticeSchedule>();
  const stop = new AbortController();
  let wake = new AbortController();
  let loop: Promise<void> | undefined;

  const present = () => Date.parse(runtime.now());

  async function round(practiceId: string, schedule: PracticeSchedule): Promise<void> {
    schedule.nudged = false;
    schedule.again = false;
    try {
      const tools = { store, runtime, news, practiceId, openSecret, connect, stopping: stop.signal };
      await plan(practiceId, schedule, await runRound(tools));
    } catch (error) {
      schedule.failures += 1;
      schedule.dueAt = present() + LIMITS.firstBackoffMilliseconds;
      runtime.log.error(
        { practiceId, error: error instanceof Error ? error.name : 'unknown' },
        'exchange round failed',
      );
    } finally {
      schedule.running = undefined;
      if (schedule.again) schedule.dueAt = 0;
      wake.abort();
    }
  }

  async function plan(
    practiceId: string,
    schedule: PracticeSchedule,
    { context, report }: RoundOutcome,
  ): Promise<void> {
    if (!context) {
      schedule.dueAt = present() + LIMITS.defaultPollMilliseconds;
      return;
    }
    const { profile, settings } = context;
    const interval = pollInterval(profile, settings, options.pollMilliseconds);
    const well = report === undefined || report.state === 'ok';
    schedule.failures = well ? 0 : schedule.failures + 1;
    const next = well
      ? untilNextPoll(
          interval,
          profile.pollAfterUploadMilliseconds,
          await listSentInstants(reading({ store, practiceId })),
          runtime.now(),
        )
      : backoff(report, schedule.failures, interval);
    schedule.dueAt = present() + next;
  }

  /** Never two rounds of one practice at once: a second asker waits for the first. */
  async function startRound(practiceId: string, schedule: PracticeSchedule): Promise<void> {
    schedule.running ??= round(practiceId, schedule);
    await schedule.running;
  }

  /** Asked with the account's present version: a changed account is tried at once. */
  function scheduleOf(practiceId: string, version: string): PracticeSchedule {
    const known = schedules.get(practiceId);
    if (known?.version === version) return known;
    if (known) return Object.assign(known, { version, dueAt: 0, failures: 0, again: true });
    const fresh = { version, dueAt: 0, failures: 0, running: undefined, nudged: false, again: false };
    schedules.set(practiceId, fresh);
    return fresh;
  }

  /** Trouble keeps its backoff: a hundred nudges must not become a hundred log-ins. */
  async function isDue(practiceId: string, schedule: PracticeSchedule): Promise<boolean> {
    if (schedule.dueAt <= present()) return true;
    if (!schedule.nudged || schedule.failures > 0) return false;
    schedule.nudged = false;
    return (await countWaitingClaims(reading({ store, practiceId }))) > 0;
  }

  /** Starts every round that is due; gives the milliseconds until the next one is. */
  async function startDue(): Promise<number> {
    let next: number = LIMITS.defaultPollMilliseconds;
    for (const { practiceId, version } of await listConnectedPractices(store.db)) {
      const schedule = scheduleOf(practiceId, version);
      if (schedule.running) continue;
      if (await isDue(practiceId, schedule)) void startRound(practiceId, schedule);
      else next = Math.min(next, schedule.dueAt - present());
    }
    return Math.max(next, 0);
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      wake = new AbortController();
      const next = await startDue().catch((error: unknown) => {
        runtime.log.error(
          { error: error instanceof Error ? error.name : 'unknown' },
          'exchange schedule failed',
        );
        return LIMITS.firstBackoffMilliseconds;
      });
      await wait(next, AbortSignal.any([wake.signal, stop.signal]));
    }
  }

  return {
    start() {
      loop ??= run();
    },
    nudge() {
      for (const schedule of schedules.values()) schedule.nudged = true;
      wake.abort();
    },
    async runOnce() {
      for (const { practiceId, version } of await listConnectedPractices(store.db)) {
        const schedule = scheduleOf(practiceId, version);
        await schedule.running;
        await startRound(practiceId, schedule);
      }
    },
    async stop() {
      stop.abort();
      await loop;
      await Promise.all([...schedules.values()].map((schedule) => schedule.running));
    },
  };
}

async function realWait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}
