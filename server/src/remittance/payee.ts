/** Whom a remittance pays: this practice or another. */
import type { PracticeSettings } from '@claimside/shared/api';
import type { Remittance } from '../transactions/remittance-835/index.ts';

/**
 * `another`: beyond doubt, as it names an NPI and a tax ID, and neither is one of ours. `unsure`: the only one that it names is none
 * of ours; it may be another NPI of this practice.
 */
export function payeeOf({ payee }: Remittance, practice: PracticeSettings): 'ours' | 'another' | 'unsure' {
  const { npi, taxId } = payee;
  if (!npi && !taxId) return 'ours';
  const [ownTaxId, ...npis] = payeeNumbers(practice);
  if (npi && npis.includes(npi)) return 'ours';
  if (taxId && taxId.replace(/\D/g, '') === ownTaxId) return 'ours';
  return npi && taxId ? 'another' : 'unsure';
}

/** The numbers under which this practice is paid: its tax ID, and the NPI of whoever bills or renders for it. */
export function payeeNumbers({
  billingProvider,
  providers,
}: PracticeSettings): readonly [taxId: string, ...npis: string[]] {
  return [billingProvider.taxId, billingProvider.npi, ...providers.flatMap(({ npi }) => npi ?? [])];
}
