/** Stores the practice's account at a clearinghouse: settings as read, the password sealed. */
import { recordAudit, type ServerKey } from '../access/index.ts';
import type { ConnectionSettings } from '../clearinghouse/index.ts';
import type { Runtime } from '../runtime.ts';
import { saveConnection } from '../store/connections.ts';
import type { Store } from '../store/store.ts';

/** `byDevice` null: a person at the server's console. A running server takes it up at its next round. */
export async function connectClearinghouse(
  deps: {
    readonly store: Store;
    readonly runtime: Runtime;
    readonly key: Pick<ServerKey, 'seal'>;
    readonly practiceId: string;
  },
  byDevice: string | null,
  settings: ConnectionSettings,
  secret: string,
): Promise<void> {
  const { store, runtime, key, practiceId } = deps;
  await store.transaction(async (db) => {
    const scope = { db, practiceId };
    await saveConnection(scope, { settings, sealedSecret: key.seal(secret), at: runtime.now() });
    await recordAudit(runtime, scope, byDevice, 'connection-changed', practiceId);
  });
}
