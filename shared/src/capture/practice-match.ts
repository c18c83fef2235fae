/** Finds what an EHR page names among the practice's own payers, providers and locations. One match or none: never a guess. */
import type { PracticeLocation, PracticePayer, PracticeProvider } from '../api/index.ts';
import { nameKey } from './names.ts';

/** By name or alias, else by the payer id the page shows; the practice must know it, only once, and an id must not say otherwise. */
export function findPayer(
  payers: readonly PracticePayer[],
  name?: string,
  payerId?: string,
): PracticePayer | undefined {
  const byName = name ? payersNamed(payers, name) : [];
  if (byName.length > 0) {
    const found = only(byName);
    return payerId && found?.payerId !== payerId ? undefined : found;
  }
  return payerId ? only(payers.filter((payer) => payer.payerId === payerId)) : undefined;
}

/** Those that are called so, or that pages call so. */
export const payersNamed = (payers: readonly PracticePayer[], name: string): PracticePayer[] =>
  payers.filter((payer) => [payer.name, ...payer.aliases].some((known) => nameKey(known) === nameKey(name)));

/** Tells the practice's payers apart: several names may share one ID. */
export const payerKey = ({ payerId, name }: Pick<PracticePayer, 'payerId' | 'name'>): string =>
  `${payerId} ${nameKey(name)}`;

/** What a coverage says of its payer, whole: an address that is not known takes away the one of the payer before. */
export const payerOnCoverage = ({ payerId, name, claimFilingIndicator, address }: PracticePayer) => ({
  payerId,
  payerName: name,
  claimFilingIndicator,
  payerAddress: address,
});

/** By NPI and by the name as the EHR writes it, `Last, First` or `First Last`: as far as both are known to the practice, they must name the same one. */
export function findProvider(
  providers: readonly PracticeProvider[],
  name?: string,
  npi?: string,
): PracticeProvider | undefined {
  const byName = name === undefined ? [] : named(providers, name);
  if (npi === undefined) return only(byName);
  const byNpi = only(providers.filter((provider) => provider.npi === npi));
  return byName.length === 0 || (byNpi && byName.includes(byNpi)) ? byNpi : undefined;
}

/** What claims say of the provider. */
export function providerOnClaim({ ehrNames: _, credentials: __, ...onClaim }: PracticeProvider) {
  return onClaim;
}

function named(providers: readonly PracticeProvider[], name: string): PracticeProvider[] {
  const wanted = nameKey(name.replace(/^\*\s*/, '').replace(/\b(dr|md|do|np|pa|dc|pt|phd)\b\.?/gi, ''));
  return providers.filter((provider) =>
    [
      ...provider.ehrNames,
      `${provider.lastName} ${provider.firstName}`,
      `${provider.firstName} ${provider.lastName}`,
    ].some((known) => nameKey(known) === wanted),
  );
}

/** By any name the EHR gives the facility. */
export function findLocation(
  locations: readonly PracticeLocation[],
  name: string,
): PracticeLocation | undefined {
  return only(
    locations.filter((location) =>
      [location.name, ...location.facilityNames].some((known) => nameKey(known) === nameKey(name)),
    ),
  );
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
