/** Stores new settings of a practice, with who did it. */
import type { PracticeSettings } from '@claimside/shared/api';
import { recordAudit } from '../access/index.ts';
import type { Runtime } from '../runtime.ts';
import { getPractice, savePracticeSettings } from '../store/practices.ts';
import type { Store } from '../store/store.ts';
import { noteWorklistSettings } from '../store/worklists-upkeep.ts';

/** `byDevice` null: a person at the server's console. Gives the settings before: payments may wait that the new ones let through. */
export async function changePractice(
  { store, runtime }: { readonly store: Store; readonly runtime: Runtime },
  practiceId: string,
  byDevice: string | null,
  settings: PracticeSettings,
): Promise<PracticeSettings | null> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const { settings: before } = await getPractice(scope);
    if (JSON.stringify(before?.payers) !== JSON.stringify(settings.payers)) await noteWorklistSettings(scope);
    await savePracticeSettings(scope, settings);
    await recordAudit(runtime, scope, byDevice, 'practice-changed', practiceId);
    return before;
  });
}
