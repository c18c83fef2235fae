/** Names a visit without patient data, so that a second press, or another browser, finds the first claim. */
import type { Capture } from '@claimside/shared/capture';

/** SHA-256 in hex over the EHR, the patient and the visit as the page identifies them. */
export async function visitKeyOf(capture: Pick<Capture, 'ehr' | 'binding'>): Promise<string> {
  const { patient, visit } = capture.binding;
  const bytes = new TextEncoder().encode(JSON.stringify([capture.ehr, patient, visit]));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
