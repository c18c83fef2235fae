/** Drives every connection of every practice: one round at a time each, when claims are due to leave, at its interval or after its backoff. */
import { setTimeout as delay } from 'node:timers/promises';
import type { UtcInstant } from '@claimside/shared/values';
import { type ClearinghouseProfile, hasStarted } from '../clearinghouse/index.ts';
import { describeError } from '../error-text.ts';
import { newId } from '../runtime.ts';
import { findConnection, listAllConnections, setNextTry } from '../store/connections.ts';
import { listOutboundFiles, listSentInstants } from '../store/outbound-files.ts';
import { readQueue } from '../store/outbox.ts';
import { listTrialsToWrite } from '../store/trials.ts';
import { reading } from './context.ts';
import { createLeases, LeaseLost } from './lease.ts';
import { LIMITS } from './limits.ts';
import { type RoundOutcome, runRound } from './round.ts';
import { backoff, pollInterval, untilFreeze, untilNextPoll } from './schedule.ts';
import { connectSftp } from './sftp-transport.ts';
import { isTrialOpen } from './trial/start.ts';
import type { ExchangeOptions, ExchangeWorker } from './worker-types.ts';

/** None waits for another: one that is silent holds up only itself. */
interface Schedule {
  readonly practiceId: string;
  readonly connectionId: string;
  /** Milliseconds since 1970. */
  dueAt: number;
  /** Of the last plan, in milliseconds. */
  wait: number;
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
  const schedules = new Map<string, Schedule>();
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
  const chance = () => (runtime.randomBytes(1)[0] ?? 0) / 255;

  async function round(schedule: Schedule): Promise<void> {
    const { practiceId, connectionId } = schedule;
    schedule.again = false;
    try {
      const lease = await leases.take(practiceId);
      schedule.standsBy = lease === undefined;
      if (!lease) return standBy(schedule);
      const stopping = AbortSignal.any([stop.signal, lease.over]);
      const tools = { store, runtime, news, practiceId, connectionId, openSecret, connect, stopping, lease };
      await plan(schedule, await runRound(tools));
    } catch (error) {
      if (error instanceof LeaseLost) return standBy(schedule);
      schedule.failures += 1;
      waitFor(schedule, backoff({ state: 'trouble' }, schedule.failures, 0, chance()));
      // A broken store takes no word of it.
      await tellNextTry(schedule, dueInstant(schedule)).catch(() => {});
      runtime.log.error({ practiceId, connectionId, error: describeError(error) }, 'exchange round failed');
    } finally {
      schedule.running = undefined;
      if (schedule.again) schedule.dueAt = 0;
      wake.abort();
    }
  }

  function waitFor(schedule: Schedule, milliseconds: number): void {
    schedule.wait = milliseconds;
    schedule.dueAt = present() + milliseconds;
  }

  function standBy(schedule: Schedule): void {
    schedule.failures = 0;
    waitFor(schedule, LIMITS.standByMilliseconds);
  }

  async function plan(schedule: Schedule, { context, report }: RoundOutcome): Promise<void> {
    const { practiceId, connectionId } = schedule;
    schedule.profile = context?.profile;
    if (!context) {
      waitFor(schedule, LIMITS.defaultPollMilliseconds);
      return;
    }
    const { profile, settings } = context;
    const usual = pollInterval(profile, settings, options.pollMilliseconds);
    // Somebody sits and waits for it.
    const isTried = await isTrialOpen(reading({ store, practiceId }), connectionId, runtime.now());
    const interval = isTried ? Math.min(usual, profile.minimumPollMilliseconds) : usual;
    const well = report === undefined || report.state === 'ok';
    schedule.failures = well ? 0 : schedule.failures + 1;
    const next = well
      ? untilNextPoll(
          interval,
          profile.pollAfterUploadMilliseconds,
          await listSentInstants(reading({ store, practiceId }), connectionId, oldestLookedAfter(profile)),
          runtime.now(),
        )
      : backoff(report, schedule.failures, interval, chance());
    waitFor(schedule, next);
    await tellNextTry(schedule, well ? null : dueInstant(schedule));
  }

  const dueInstant = ({ dueAt }: Schedule) => new Date(dueAt).toISOString() as UtcInstant;

  async function tellNextTry({ practiceId, connectionId }: Schedule, at: UtcInstant | null): Promise<void> {
    // Another process may have told it otherwise.
    const told = await findConnection(reading({ store, practiceId }), connectionId);
    if (!told || told.nextTryAt === at) return;
    await store.transaction((db) => setNextTry({ db, practiceId }, connectionId, at));
    news.publish(practiceId, { type: 'exchange-changed' });
  }

  /** Files sent before it have had their last look. */
  function oldestLookedAfter({ pollAfterUploadMilliseconds }: ClearinghouseProfile): UtcInstant {
    return new Date(present() - Math.max(0, ...pollAfterUploadMilliseconds)).toISOString() as UtcInstant;
  }

  /** Never two rounds of one connection at once: a second asker waits for the first. */
  async function startRound(schedule: Schedule): Promise<void> {
    schedule.running ??= round(schedule);
    await schedule.running;
  }

  /** Asked with the account's present version: a changed account is tried at once. */
  function scheduleOf(of: Pick<Schedule, 'practiceId' | 'connectionId' | 'version'>): Schedule {
    const { version } = of;
    const key = `${of.practiceId} ${of.connectionId}`;
    const known = schedules.get(key);
    if (known?.version === version) return known;
    if (known) return Object.assign(known, { version, dueAt: 0, failures: 0, again: true });
    const fresh = {
      ...of,
      dueAt: 0,
      wait: 0,
      failures: 0,
      running: undefined,
      profile: undefined,
      again: false,
      standsBy: false,
    };
    schedules.set(key, fresh);
    return fresh;
  }

  /** Milliseconds until the next round. Trouble keeps its backoff: a hundred nudges must not become a hundred log-ins. */
  async function untilDue(schedule: Schedule): Promise<number> {
    const { practiceId, connectionId } = schedule;
    // The clock was set back since: what was planned by the old one would be waited for as long.
    if (schedule.dueAt - present() > schedule.wait) waitFor(schedule, schedule.wait);
    const planned = schedule.dueAt - present();
    if (planned <= 0 || schedule.failures > 0 || schedule.standsBy || !schedule.profile) return planned;
    const now = runtime.now();
    const scope = reading({ store, practiceId });
    if ((await listTrialsToWrite(scope, connectionId)).length > 0) return 0;
    const isBegun = hasStarted(schedule.profile, now);
    const ready = await listOutboundFiles(scope, ['ready'], connectionId);
    if (ready.some(({ isTrial }) => isBegun || isTrial)) return 0;
    if (!isBegun) return planned;
    const queue = await readQueue(scope, connectionId, now);
    return Math.min(planned, untilFreeze(schedule.profile, queue, now) ?? planned);
  }

  /** Starts every round that is due; gives the milliseconds until the next one is. */
  async function startDue(): Promise<number> {
    let next: number = LIMITS.standByMilliseconds;
    for (const connection of await listAllConnections(store.db)) {
      const schedule = scheduleOf(connection);
      if (schedule.running) continue;
      const until = await untilDue(schedule);
      if (until <= 0) void startRound(schedule);
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
      const rounds = (await listAllConnections(store.db)).map(async (connection) => {
        const schedule = scheduleOf(connection);
        await schedule.running;
        await startRound(schedule);
      });
      await Promise.all(rounds);
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
