/** Drives the exchange of every practice: one round at a time each, when claims are due to leave, at its interval or after its backoff. */
import { setTimeout as delay } from 'node:timers/promises';
import type { UtcInstant } from '@claimside/shared/values';
import type { ClearinghouseProfile } from '../clearinghouse/index.ts';
import { describeError } from '../error-text.ts';
import { newId } from '../runtime.ts';
import { listConnectedPractices } from '../store/connections.ts';
import { listOutboundFiles, listSentInstants } from '../store/outbound-files.ts';
import { readQueue } from '../store/outbox.ts';
import { reading } from './context.ts';
import { createLeases, LeaseLost } from './lease.ts';
import { LIMITS } from './limits.ts';
import { type RoundOutcome, runRound } from './round.ts';
import { backoff, hasStarted, pollInterval, untilFreeze, untilNextPoll } from './schedule.ts';
import { connectSftp } from './sftp-transport.ts';
import type { ExchangeOptions, ExchangeWorker } from './worker-types.ts';

interface PracticeSchedule {
  /** Milliseconds since 1970. */
  dueAt: number;
  failures: number;
  running: Promise<void> | undefined;
  /** Of the account's settings, to see when a person changes them. */
  version: string;
  /** As the last round found it; undefined while there is no usable account. */
  profile: ClearinghouseProfile | undefined;
  /** The account was set anew during a round, which knew the old one. */
  again: boolean;
  /** Another process has the turn. */
  standsBy: boolean;
}

export function createExchangeWorker(options: ExchangeOptions): ExchangeWorker {
  const { store, runtime, news, openSecret } = options;
  const connect = options.connect ?? connectSftp;
  const wait = options.wait ?? realWait;
  const schedules = new Map<string, PracticeSchedule>();
  const stop = new AbortController();
  const leases = createLeases({
    store,
    runtime,
    holder: options.process?.id ?? newId(runtime),
    isAlive: options.process?.isAlive ?? (() => true),
  });
  let wake = new AbortController();
  let loop: Promise<void> | undefined;

  const present = () => Date.parse(runtime.now());

  async function round(practiceId: string, schedule: PracticeSchedule): Promise<void> {
    schedule.again = false;
    try {
      const lease = await leases.take(practiceId);
      schedule.standsBy = lease === undefined;
      if (!lease) return standBy(schedule);
      const stopping = AbortSignal.any([stop.signal, lease.over]);
      const tools = { store, runtime, news, practiceId, openSecret, connect, stopping, lease };
      await plan(practiceId, schedule, await runRound(tools));
    } catch (error) {
      if (error instanceof LeaseLost) return standBy(schedule);
      schedule.failures += 1;
      schedule.dueAt = present() + LIMITS.firstBackoffMilliseconds;
      runtime.log.error({ practiceId, error: describeError(error) }, 'exchange round failed');
    } finally {
      schedule.running = undefined;
      if (schedule.again) schedule.dueAt = 0;
      wake.abort();
    }
  }

  function standBy(schedule: PracticeSchedule): void {
    schedule.failures = 0;
    schedule.dueAt = present() + LIMITS.standByMilliseconds;
  }

  async function plan(
    practiceId: string,
    schedule: PracticeSchedule,
    { context, report }: RoundOutcome,
  ): Promise<void> {
    schedule.profile = context?.profile;
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
          await listSentInstants(reading({ store, practiceId }), oldestLookedAfter(profile)),
          runtime.now(),
        )
      : backoff(report, schedule.failures, interval, (runtime.randomBytes(1)[0] ?? 0) / 255);
    schedule.dueAt = present() + next;
  }

  /** Files sent before it have had their last look. */
  function oldestLookedAfter({ pollAfterUploadMilliseconds }: ClearinghouseProfile): UtcInstant {
    return new Date(present() - Math.max(0, ...pollAfterUploadMilliseconds)).toISOString() as UtcInstant;
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
    const fresh = {
      version,
      dueAt: 0,
      failures: 0,
      running: undefined,
      profile: undefined,
      again: false,
      standsBy: false,
    };
    schedules.set(practiceId, fresh);
    return fresh;
  }

  /** Milliseconds until the next round. Trouble keeps its backoff: a hundred nudges must not become a hundred log-ins. */
  async function untilDue(practiceId: string, schedule: PracticeSchedule): Promise<number> {
    const planned = schedule.dueAt - present();
    if (planned <= 0 || schedule.failures > 0 || schedule.standsBy || !schedule.profile) return planned;
    if (!hasStarted(schedule.profile, runtime.now())) return planned;
    const scope = reading({ store, practiceId });
    if ((await listOutboundFiles(scope, ['ready'])).length > 0) return 0;
    return Math.min(planned, untilFreeze(schedule.profile, await readQueue(scope), runtime.now()) ?? planned);
  }

  /** Starts every round that is due; gives the milliseconds until the next one is. */
  async function startDue(): Promise<number> {
    let next: number = LIMITS.standByMilliseconds;
    for (const { practiceId, version } of await listConnectedPractices(store.db)) {
      const schedule = scheduleOf(practiceId, version);
      if (schedule.running) continue;
      const until = await untilDue(practiceId, schedule);
      if (until <= 0) void startRound(practiceId, schedule);
      else next = Math.min(next, until);
    }
    return next;
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      wake = new AbortController();
      const next = await startDue().catch((error: unknown) => {
        runtime.log.error({ error: describeError(error) }, 'exchange schedule failed');
        return LIMITS.firstBackoffMilliseconds;
      });
      await wait(next, AbortSignal.any([wake.signal, stop.signal]));
    }
  }

  return {
    start() {
      leases.start();
      loop ??= run();
    },
    nudge() {
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
      await leases.stop();
    },
  };
}

async function realWait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await delay(milliseconds, undefined, { signal }).catch(() => undefined);
}
