/** Stores new settings of a practice, with who did it. */
import { createHash } from 'node:crypto';
import type { PracticeSettings } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import type { Runtime } from '../runtime.ts';
import { getPractice, savePracticeSettings } from '../store/practices.ts';
import type { Store } from '../store/store.ts';
import { noteWorklistSettings } from '../store/worklists-upkeep.ts';

/** Tells settings from those before and after them. */
export function tagOf(settings: PracticeSettings | null): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 32);
}

/**
 * `byDevice` null: a person at the server's console. Gives the settings before: payments may wait that the new ones let through. With
 * `onlyOver`, the tag of what the person looked at, nothing of another person's is overwritten unseen.
 */
export async function changePractice(
  { store, runtime }: { readonly store: Store; readonly runtime: Runtime },
  practiceId: string,
  byDevice: string | null,
  settings: PracticeSettings,
  onlyOver?: string,
): Promise<Result<PracticeSettings | null, 'changed-meanwhile'>> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const { settings: before } = await getPractice(scope);
    if (onlyOver !== undefined && onlyOver !== tagOf(before)) return err('changed-meanwhile');
    if (JSON.stringify(before?.payers) !== JSON.stringify(settings.payers)) await noteWorklistSettings(scope);
    await savePracticeSettings(scope, settings);
    await recordAudit(runtime, scope, byDevice, 'practice-changed', practiceId);
    return ok(before);
  });
}
