/** What news makes old is asked for again: a claim at once, lists together, so that a busy clinic's browsers don't ask all day. */
import type { LiveEvent, ShownClaim } from '@claimside/shared/api';
import type { QueryClient } from '@tanstack/preact-query';

type LiveEventType = Exclude<LiveEvent['type'], 'much-changed'>;

const LISTS: Readonly<Record<LiveEventType, readonly string[]>> = {
  'claim-changed': ['claims'],
  'exchange-changed': ['files', 'exchange', 'unmatched'],
  'remittance-added': ['files', 'exchange', 'remittances'],
};

/** All browsers hear of a thing in the same moment: each asks at a moment of its own within this. */
export const SPREAD_MS = 300;
/** Lists are asked for no more often. */
export const PAUSE_MS = 2_000;

export interface AskAgainOptions {
  readonly queries: QueryClient;
  /** 0 to 1. */
  random(): number;
  /** Resolves after `ms`, sooner when the signal aborts. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  readonly signal: AbortSignal;
}

/** The claim and those that follow it: what is said under an earlier number changes the money and the status of the last. */
function askForAccount(queries: QueryClient, claimId: string): void {
  void queries.invalidateQueries({ queryKey: ['claim', claimId] });
  const shown = queries.getQueriesData<ShownClaim>({
    queryKey: ['claim'],
    // Notes and the history of a claim have longer keys.
    predicate: ({ queryKey }) => queryKey.length === 2 && queryKey[1] !== claimId,
  });
  for (const [queryKey, claim] of shown)
    if (claim?.submissions.some(({ id }) => id === claimId)) void queries.invalidateQueries({ queryKey });
}

/** Returns what to call with each event. The next round waits for the answers of the one before. */
export function askAgainAfter({ queries, random, wait, signal }: AskAgainOptions) {
  const old = new Set<string>();
  let isAsking = false;
  const askAll = async (): Promise<void> => {
    isAsking = true;
    await wait(random() * SPREAD_MS, signal);
    while (old.size > 0 && !signal.aborted) {
      const keys = [...old];
      old.clear();
      await Promise.all(keys.map((key) => queries.invalidateQueries({ queryKey: [key] })));
      await wait(PAUSE_MS, signal);
    }
    isAsking = false;
  };
  return (event: LiveEvent): void => {
    if (event.type === 'much-changed') {
      old.add('claim');
      for (const lists of Object.values(LISTS)) for (const list of lists) old.add(list);
    } else {
      if (event.type === 'claim-changed') askForAccount(queries, event.claimId);
      for (const list of LISTS[event.type]) old.add(list);
    }
    if (!isAsking) void askAll();
  };
}
