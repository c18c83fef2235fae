/** Whom a remittance pays: this practice or another. */
import type { PracticeSettings } from '@claimside/shared/api';
import { billingProvidersOf } from '@claimside/shared/capture';
import type { Remittance } from '../transactions/remittance-835/index.ts';

/**
 * `another`: beyond doubt, as it names an NPI and a tax ID, and neither is one of ours. `unsure`: the only one that it names is none
 * of ours; it may be another NPI of this practice.
 */
export function payeeOf({ payee }: Remittance, practice: PracticeSettings): 'ours' | 'another' | 'unsure' {
  const { npi, taxId } = payee;
  if (!npi && !taxId) return 'ours';
  const { taxIds, npis } = payeeNumbers(practice);
  if (npi && npis.includes(npi)) return 'ours';
  if (taxId && taxIds.includes(taxId.replace(/\D/g, ''))) return 'ours';
  return npi && taxId ? 'another' : 'unsure';
}

/** The numbers under which this practice is paid: its tax IDs, and the NPIs of whoever bills or renders for it. */
export function payeeNumbers(practice: PracticeSettings): {
  readonly taxIds: readonly string[];
  readonly npis: readonly string[];
} {
  const billing = billingProvidersOf(practice);
  return {
    taxIds: billing.map(({ taxId }) => taxId),
    npis: [...billing.map(({ npi }) => npi), ...practice.providers.flatMap(({ npi }) => npi ?? [])],
  };
}
