/** A process's turns at the exchange of practices: taken, kept up while it lives, and over at once when it does not. */
import type { UtcInstant } from '@claimside/shared/values';
import { describeError } from '../error-text.ts';
import type { Runtime } from '../runtime.ts';
import { beginLease, findLease, isLeaseHeld, type Lease, renewLease } from '../store/leases.ts';
import type { Scope, Store } from '../store/store.ts';
import { LIMITS } from './limits.ts';

/** Thrown in a transaction of a turn that is over: nothing of it is stored. */
export class LeaseLost extends Error {}

/** A turn, as the round that works under it sees it. */
export interface HeldLease {
  /** Throws when the turn is over. Call inside each transaction, so that what is stored and the turn are one. */
  assertHeld(scope: Scope): Promise<void>;
  /** False from shortly before the turn runs out unless it is renewed. */
  readonly mayGoOn: () => boolean;
  /** Aborted when the turn is over. */
  readonly over: AbortSignal;
}

export interface Leases {
  /** This process's turn for the practice; undefined while another one has it. */
  take(practiceId: string): Promise<HeldLease | undefined>;
  /** From here on turns are renewed in time. */
  start(): void;
  /** Ends all turns, so that another process need not wait. Call when no round runs any more. */
  stop(): Promise<void>;
}

const LONG_OVER = '1970-01-01T00:00:00.000Z' as UtcInstant;

interface Turn extends HeldLease {
  lease: Lease;
  readonly end: AbortController;
}

export function createLeases(options: {
  readonly store: Store;
  readonly runtime: Pick<Runtime, 'now' | 'log'>;
  /** Names this process, and never another one. */
  readonly holder: string;
  /** False once it is sure that the process of that name has ended: nobody then waits for its turn to run out. */
  readonly isAlive: (holder: string) => boolean;
}): Leases {
  const { store, runtime, holder, isAlive } = options;
  const turns = new Map<string, Turn>();
  let timer: NodeJS.Timeout | undefined;
  let renewing: Promise<void> = Promise.resolve();
  const present = () => Date.parse(runtime.now());
  const until = () => new Date(present() + LIMITS.leaseMilliseconds).toISOString() as UtcInstant;

  function begin(practiceId: string, lease: Lease): Turn {
    const end = new AbortController();
    const turn: Turn = {
      lease,
      end,
      over: end.signal,
      async assertHeld(scope) {
        if (!end.signal.aborted && (await isLeaseHeld(scope, turn.lease, runtime.now()))) return;
        end.abort();
        throw new LeaseLost('another process works for this practice now');
      },
      mayGoOn: () =>
        !end.signal.aborted && present() < Date.parse(turn.lease.until) - LIMITS.leaseMarginMilliseconds,
    };
    turns.set(practiceId, turn);
    return turn;
  }

  function isOver({ holder: other, until: end }: Lease): boolean {
    const left = Date.parse(end) - present();
    // Longer than any turn lasts: the clock was set back.
    return left <= 0 || left > LIMITS.leaseMilliseconds || (other !== holder && !isAlive(other));
  }

  const taking = new Map<string, Promise<HeldLease | undefined>>();

  /** One after another for each practice: its connections share its turn. */
  function take(practiceId: string): Promise<HeldLease | undefined> {
    const before = taking.get(practiceId)?.catch(() => undefined) ?? Promise.resolve();
    const taken = before.then(() => takeNow(practiceId));
    taking.set(practiceId, taken);
    return taken;
  }

  async function takeNow(practiceId: string): Promise<HeldLease | undefined> {
    const own = turns.get(practiceId);
    const lease = await store.transaction(async (db): Promise<Lease | undefined> => {
      const scope = { db, practiceId };
      const end = until();
      if (own && !own.over.aborted && (await renewLease(scope, own.lease, end))) {
        return { ...own.lease, until: end };
      }
      const found = await findLease(scope);
      return found && !isOver(found) ? undefined : beginLease(scope, holder, end);
    });
    if (own && lease?.fence === own.lease.fence) {
      own.lease = lease;
      return own;
    }
    own?.end.abort();
    turns.delete(practiceId);
    return lease && begin(practiceId, lease);
  }

  async function renewAll(): Promise<void> {
    for (const [practiceId, turn] of [...turns]) {
      const end = until();
      const isHeld = await store.transaction((db) => renewLease({ db, practiceId }, turn.lease, end));
      if (isHeld) turn.lease = { ...turn.lease, until: end };
      else turn.end.abort();
    }
  }

  return {
    take,
    start() {
      timer ??= setInterval(() => {
        renewing = renewAll().catch((error: unknown) =>
          runtime.log.error({ error: describeError(error) }, 'turns of the exchange could not be renewed'),
        );
      }, LIMITS.leaseRenewalMilliseconds);
    },
    async stop() {
      clearInterval(timer);
      await renewing;
      for (const [practiceId, turn] of turns) {
        turn.end.abort();
        await store
          .transaction((db) => renewLease({ db, practiceId }, turn.lease, LONG_OVER))
          // Then it runs out by itself.
          .catch((error: unknown) =>
            runtime.log.error({ error: describeError(error) }, 'a turn of the exchange could not be ended'),
          );
      }
      turns.clear();
    },
  };
}
