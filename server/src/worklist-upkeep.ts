/** Brings the worklists and the ledger up to date after a new version or new settings, in small steps beside the other work. */
import { describeError } from './error-text.ts';
import type { News } from './news.ts';
import type { Runtime } from './runtime.ts';
import { listPractices } from './store/practices.ts';
import type { Store } from './store/store.ts';
import { noteWorklistsWritten, rewriteSome, staleWorklists } from './store/worklists-upkeep.ts';

/** Claims in one transaction: nobody who bills waits longer than for these. */
const AT_ONCE = 20;

export interface WorklistUpkeep {
  /** Looks whether anything is out of date, and mends it; resolves when it is done or was stopped. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Stopped half way, it begins anew at the next start: each claim's places are the same however often they are derived. */
export function createWorklistUpkeep(options: {
  readonly store: Store;
  readonly runtime: Pick<Runtime, 'log' | 'now'>;
  readonly news: News;
}): WorklistUpkeep {
  const { store, runtime, news } = options;
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();

  async function ofPractice(practiceId: string): Promise<void> {
    const wanted = await staleWorklists({ db: store.db, practiceId });
    if (wanted === null) return;
    let last: string | undefined = '';
    while (last !== undefined && !isStopped) {
      const after: string = last;
      last = await store.transaction((db) => rewriteSome({ db, practiceId }, after, AT_ONCE, runtime.now()));
      // One claim stands for all: open sidebars ask for their lists again.
      if (last !== undefined) news.publish(practiceId, { type: 'claim-changed', claimId: last });
    }
    if (!isStopped) await store.transaction((db) => noteWorklistsWritten({ db, practiceId }, wanted));
  }

  async function all(): Promise<void> {
    try {
      for (const { id } of await listPractices(store.db)) await ofPractice(id);
    } catch (error) {
      runtime.log.error({ error: describeError(error) }, 'worklists could not be brought up to date');
    }
  }

  return {
    run() {
      running = running.then(all);
      return running;
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
