/** What each step of a round works with: one of a practice's connections. */
import type { ClearinghouseProfile, ConnectionSettings } from '../clearinghouse/index.ts';
import type { News } from '../news.ts';
import type { Runtime } from '../runtime.ts';
import { findConnection } from '../store/connections.ts';
import type { Db, Scope, Store } from '../store/store.ts';
import type { HeldLease } from './lease.ts';

export interface ExchangeContext {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly news: News;
  readonly practiceId: string;
  /** Through which it sends and fetches. */
  readonly connectionId: string;
  /** Of its account, as the round found it. */
  readonly version: string;
  readonly settings: ConnectionSettings;
  readonly profile: ClearinghouseProfile;
  /** Aborted when the worker stops: each step ends at its next safe point. */
  readonly stopping: AbortSignal;
  /** This process's turn at the practice's exchange. */
  readonly lease: HeldLease;
}

/** What reading a file works with, wherever that came from. */
export type ReadingContext = Omit<ExchangeContext, 'settings' | 'lease' | 'connectionId' | 'version'> & {
  readonly lease?: HeldLease;
};

/** Runs `work` in one transaction for this practice; rejects, with nothing stored, once the turn it works under is over. */
export function inTransaction<T>(
  context: Pick<ReadingContext, 'store' | 'practiceId' | 'lease'>,
  work: (scope: Scope) => Promise<T>,
): Promise<T> {
  return context.store.transaction(async (db: Db) => {
    const scope = { db, practiceId: context.practiceId };
    await context.lease?.assertHeld(scope);
    return work(scope);
  });
}

/** False once a person paused or changed the account since the round began: nothing more goes out by it as it was. */
export async function isAsItWas(
  scope: Scope,
  { connectionId, version }: Pick<ExchangeContext, 'connectionId' | 'version'>,
): Promise<boolean> {
  return (await findConnection(scope, connectionId))?.version === version;
}

/** Committed rows of this practice. */
export function reading(context: Pick<ExchangeContext, 'store' | 'practiceId'>): Scope {
  return { db: context.store.db, practiceId: context.practiceId };
}

/** Tells open sidebars; call after the commit. */
export function publishClaims(
  context: Pick<ExchangeContext, 'news' | 'practiceId'>,
  claimIds: readonly string[],
): void {
  for (const claimId of claimIds)
    context.news.publish(context.practiceId, { type: 'claim-changed', claimId });
}

export function publishExchange(context: Pick<ExchangeContext, 'news' | 'practiceId'>): void {
  context.news.publish(context.practiceId, { type: 'exchange-changed' });
}
