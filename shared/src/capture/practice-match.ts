/** Finds what an EHR page names among the practice's own payers, providers and locations. One match or none: never a guess. */
import type { PracticeLocation, PracticePayer, PracticeProvider } from '../api/index.ts';

/** Compares names without case, accents, punctuation and runs of blanks; letters of every script count. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** By name or alias, else by the payer id the page shows; the practice must know it, only once, and an id must not say otherwise. */
export function findPayer(
  payers: readonly PracticePayer[],
  name?: string,
  payerId?: string,
): PracticePayer | undefined {
  const byName = name
    ? payers.filter((payer) =>
        [payer.name, ...payer.aliases].some((known) => nameKey(known) === nameKey(name)),
      )
    : [];
  if (byName.length > 0) {
    const found = only(byName);
    return payerId && found?.payerId !== payerId ? undefined : found;
  }
  return payerId ? only(payers.filter((payer) => payer.payerId === payerId)) : undefined;
}

/** By NPI, else by the name as the EHR writes it, `Last, First` or `First Last`. */
export function findProvider(
  providers: readonly PracticeProvider[],
  name?: string,
  npi?: string,
): PracticeProvider | undefined {
  if (npi) return only(providers.filter((provider) => provider.npi === npi));
  if (!name) return undefined;
  const wanted = nameKey(name.replace(/^\*\s*/, '').replace(/\b(dr|md|do|np|pa|dc|pt|phd)\b\.?/gi, ''));
  return only(
    providers.filter((provider) =>
      [
        ...provider.ehrNames,
        `${provider.lastName} ${provider.firstName}`,
        `${provider.firstName} ${provider.lastName}`,
      ].some((known) => nameKey(known) === wanted),
    ),
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

/** `Last, First Middle` or `First Middle Last`; a proposal that a person looks at. */
export function splitName(name: string): { lastName?: string; firstName?: string; middleName?: string } {
  const text = name.replace(/\s+/g, ' ').trim();
  const comma = /^([^,]+),\s*(\S+)(?:\s+(.+))?$/.exec(text);
  if (comma) return parts(comma[1], comma[2], comma[3]);
  const words = text.split(' ');
  if (words.length < 2) return parts(text);
  return parts(words.at(-1), words[0], words.slice(1, -1).join(' ') || undefined);
}

function parts(lastName?: string, firstName?: string, middleName?: string) {
  return {
    ...(lastName && { lastName }),
    ...(firstName && { firstName }),
    ...(middleName && { middleName }),
  };
}

function only<T>(found: readonly T[]): T | undefined {
  return found.length === 1 ? found[0] : undefined;
}
