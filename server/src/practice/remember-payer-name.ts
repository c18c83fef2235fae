/** Keeps what an EHR page calls a payer, once a person has chosen the payer for a visit and billed it. */
import type { PayerNameChosen } from '@claimside/shared/api';
import { nameKey, payerKey, payersNamed } from '@claimside/shared/capture';
import { recordAudit } from '../access/index.ts';
import type { Runtime } from '../runtime.ts';
import { getPractice, savePracticeSettings } from '../store/practices.ts';
import type { Store } from '../store/store.ts';

/** A name that is known stays with whom it is known for: nobody moves it unseen. */
export async function rememberPayerName(
  { store, runtime }: { readonly store: Store; readonly runtime: Runtime },
  practiceId: string,
  byDevice: string,
  { name, payerId, payerName }: PayerNameChosen,
): Promise<'remembered' | 'known-already' | 'not-found'> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const { settings } = await getPractice(scope);
    const chosen = payerKey({ payerId, name: payerName });
    if (!settings?.payers.some((payer) => payerKey(payer) === chosen)) return 'not-found';
    if (nameKey(name) === '' || payersNamed(settings.payers, name).length > 0) return 'known-already';
    await savePracticeSettings(scope, {
      ...settings,
      payers: settings.payers.map((payer) =>
        payerKey(payer) === chosen ? { ...payer, aliases: [...payer.aliases, name] } : payer,
      ),
    });
    await recordAudit(runtime, scope, byDevice, 'payer-name-remembered', payerId);
    return 'remembered';
  });
}
