/** Drives the exchange of every practice: one round at a time each, woken by a nudge, its interval or its backoff. */
import { setTimeout as delay } from 'node:timers/promises';
import { listConnectedPractices } from '../store/connections.ts';
import { listSentInstants } from '../store/outbound-files.ts';
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
  /** A nudge that came during a round: what it announced may have been missed. */
  nudged: boolean;
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
      if (schedule.nudged && schedule.failures === 0) schedule.dueAt = present();
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
    if (known) return Object.assign(known, { version, dueAt: 0, failures: 0, nudged: true });
    const fresh = { version, dueAt: 0, failures: 0, running: undefined, nudged: false };
    schedules.set(practiceId, fresh);
    return fresh;
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      wake = new AbortController();
      for (const { practiceId, version } of await listConnectedPractices(store.db)) {
        const schedule = scheduleOf(practiceId, version);
        if (!schedule.running && schedule.dueAt <= present()) void startRound(practiceId, schedule);
      }
      const idle = [...schedules.values()].filter((schedule) => !schedule.running);
      const next = Math.min(
        LIMITS.defaultPollMilliseconds,
        ...idle.map((schedule) => schedule.dueAt - present()),
      );
      await wait(Math.max(next, 0), AbortSignal.any([wake.signal, stop.signal]));
    }
  }

  return {
    start() {
      loop ??= run();
    },
    nudge() {
      for (const schedule of schedules.values()) {
        schedule.nudged = true;
        // Trouble keeps its backoff: a hundred nudges must not become a hundred log-ins.
        if (schedule.failures === 0) schedule.dueAt = 0;
      }
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
