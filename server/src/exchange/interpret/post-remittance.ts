/** Posts one remittance with all that it says, or nothing of it. */
import { partsOfRemittance, postRemittance } from '../../remittance/index.ts';
import type { Runtime } from '../../runtime.ts';
import { attempt } from '../../store/attempt.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import type { Scope } from '../../store/store.ts';
import type { Remittance } from '../../transactions/remittance-835/index.ts';
import { appendLearnt } from '../facts.ts';
import { missingObstacle, type Obstacle } from './obstacles.ts';
import { shareOut } from './share-out.ts';

export interface Posted {
  readonly state: 'posted' | 'needs-person';
  /** Of what waits for a person all the same. */
  readonly reason: string | null;
  /** Claims for which something was new. */
  readonly changed: readonly string[];
}

/**
 * Claims, provider adjustments and what fits no claim yet, together what the payment is; else nothing of it. Done again, it adds
 * only what is not there. `key`: under which its money stands. Call inside a transaction of the store.
 */
export async function postWhole(
  scope: Scope,
  stored: Pick<StoredInboundFile, 'id' | 'name'>,
  runtime: Runtime,
  remittance: Remittance,
  key: string,
): Promise<Posted | Obstacle> {
  const at = runtime.now();
  const source = { kind: 'inbound-file', fileId: stored.id, fileName: stored.name } as const;
  const { changed, shared, missing } = await attempt(scope, async () => {
    // What fits no claim yet is posted too: it waits for one under the payment's key.
    const shared = await shareOut(scope, stored, runtime, partsOfRemittance(remittance, key));
    const changed = await appendLearnt(scope, source, at, shared.facts);
    const missing = await postRemittance(scope, remittance, key, { at, source });
    return { keep: missing === 0, changed, shared, missing };
  });
  if (missing !== 0) return missingObstacle(missing);
  return { state: shared.unmatched > 0 ? 'needs-person' : 'posted', reason: shared.reason, changed };
}
