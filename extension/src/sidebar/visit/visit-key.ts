/** Names a visit without patient data, so that a second press, or another browser, finds the first claim. */
import type { Capture } from '@claimside/shared/capture';

/**
 * SHA-256 in hex over the EHR, the patient and the visit as the page identifies them. `occasion` tells several visits
 * of one day apart where the page does not: 1 unless a person said that this is another one.
 */
export async function visitKeyOf(capture: Pick<Capture, 'ehr' | 'binding'>, occasion = 1): Promise<string> {
  const { patient, visit } = capture.binding;
  const parts = [capture.ehr, patient, visit, ...(occasion > 1 ? [occasion] : [])];
  const bytes = new TextEncoder().encode(JSON.stringify(parts));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
