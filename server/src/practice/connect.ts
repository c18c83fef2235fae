/** Stores the practice's account at a clearinghouse: settings as read, the password sealed. */
import { recordAudit, type ServerKey } from '../access/index.ts';
import type { ConnectionSettings } from '../clearinghouse/index.ts';
import type { Runtime } from '../runtime.ts';
import { findConnection, saveConnection } from '../store/connections.ts';
import type { Store } from '../store/store.ts';

/** `byDevice` null: a person at the server's console. A running server takes it up at its next round. */
export async function connectClearinghouse(
  deps: {
    readonly store: Store;
    readonly runtime: Runtime;
    readonly key: Pick<ServerKey, 'seal' | 'openSecret'>;
    readonly practiceId: string;
  },
  byDevice: string | null,
  settings: ConnectionSettings,
  secret: string,
): Promise<void> {
  const { store, runtime, key, practiceId } = deps;
  await store.transaction(async (db) => {
    const scope = { db, practiceId };
    const at = runtime.now();
    const before = await findConnection(scope);
    const isSame =
      before?.settings.username === settings.username && isSecret(key, before.sealedSecret, secret);
    const passwordSince = isPrivateKey(secret) ? null : isSame ? before.passwordSince : at;
    await saveConnection(scope, { settings, sealedSecret: key.seal(secret), passwordSince, at });
    await recordAudit(runtime, scope, byDevice, 'connection-changed', practiceId);
  });
}

const isPrivateKey = (secret: string): boolean => secret.startsWith('-----BEGIN');

/** False too for one that was sealed by another key. */
function isSecret({ openSecret }: Pick<ServerKey, 'openSecret'>, sealed: string, secret: string): boolean {
  try {
    return openSecret(sealed) === secret;
  } catch {
    return false;
  }
}
