/** Brings the ledger of a practice up to date once: with the claims and remittances that were there before it. */
import { remittanceIn } from '../remittance/index.ts';
import type { Runtime } from '../runtime.ts';
import { takeNumber, wasTaken } from '../store/counters.ts';
import { findInboundFile } from '../store/inbound-files.ts';
import { listUnopenedAccounts, openAccount } from '../store/open-accounts.ts';
import { listPostedRemittances } from '../store/remittances.ts';
import { setRemittanceReason } from '../store/remittances-write.ts';
import type { Scope, Store } from '../store/store.ts';
import { postWhole } from './interpret/post-remittance.ts';

const ACCOUNTS_AT_ONCE = 200;
const REMITTANCES_AT_ONCE = 50;

/** Under which it is kept that all of it is there. */
export const LEDGER_OPENED = 'ledger-opened';

interface Opening {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly practiceId: string;
  readonly stopped?: AbortSignal | undefined;
  /** How many claims and remittances were entered so far. */
  readonly onProgress?: (entered: number) => void;
}

/**
 * Gives how many claims and remittances were entered; none where it was done before. Stopped in the midst, it goes on with what is
 * missing when it is called again; nothing is entered twice.
 */
export async function openLedger(opening: Opening): Promise<number> {
  const { store, practiceId, stopped, onProgress } = opening;
  const reading = { db: store.db, practiceId };
  if (await wasTaken(reading, LEDGER_OPENED)) return 0;
  let entered = 0;
  const enter = async (steps: readonly ((scope: Scope) => Promise<void>)[]) => {
    await store.transaction(async (db) => {
      for (const step of steps) await step({ db, practiceId });
    });
    entered += steps.length;
    onProgress?.(entered);
  };
  for (let after = ''; ; ) {
    const accounts = await listUnopenedAccounts(reading, after, ACCOUNTS_AT_ONCE);
    if (stopped?.aborted) return entered;
    if (accounts.length === 0) break;
    await enter(accounts.map((id) => (scope) => openAccount(scope, id)));
    after = accounts.at(-1) ?? '';
  }
  for (let after = ''; ; ) {
    const remittances = await listPostedRemittances(reading, after, REMITTANCES_AT_ONCE);
    if (remittances.length === 0) break;
    for (const remittance of remittances) {
      if (stopped?.aborted) return entered;
      await enter([(scope) => postAgain(scope, opening.runtime, remittance)]);
    }
    after = remittances.at(-1)?.id ?? '';
  }
  await store.transaction((db) => takeNumber({ db, practiceId }, LEDGER_OPENED));
  return entered;
}

/** Its claims have it already: what is added are its provider adjustments, and what fits no claim. */
async function postAgain(
  scope: Scope,
  runtime: Runtime,
  { id, ...stored }: Awaited<ReturnType<typeof listPostedRemittances>>[number],
): Promise<void> {
  const file = await findInboundFile(scope, stored.fileId);
  const remittance = file && remittanceIn(file.bytes, stored);
  if (!remittance) return;
  const { reason } = await postWhole(scope, file, runtime, remittance, stored.paymentKey);
  await setRemittanceReason(scope, id, reason);
}
