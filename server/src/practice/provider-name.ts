/** What the practice calls who renders services. */
import type { PracticeSettings } from '@claimside/shared/api';

/** Of a provider, or of the practice that bills in its own name; null where the practice has nobody of this NPI (any more). */
export function nameOfProvider(practice: PracticeSettings | null, npi: string): string | null {
  const provider = practice?.providers.find((one) => one.npi === npi);
  if (provider) return [provider.lastName, provider.firstName].filter(Boolean).join(', ');
  return practice?.billingProvider.npi === npi ? practice.name : null;
}
