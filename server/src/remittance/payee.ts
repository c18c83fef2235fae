/** Whether a remittance pays this practice. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { Remittance } from '../transactions/remittance-835/index.ts';

/** Of another practice beyond doubt: it names an NPI and a tax ID, and neither is one of ours. */
export function isOfAnotherPractice({ payee }: Remittance, practice: PracticeSettings): boolean {
  const { npi, taxId } = payee;
  if (!npi || !taxId) return false;
  const { billingProvider, providers } = practice;
  const npis = [billingProvider.npi, ...providers.map((provider) => provider.npi)];
  return !npis.includes(npi) && taxId.replace(/\D/g, '') !== billingProvider.taxId;
}
