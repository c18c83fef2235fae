/** Which claims the page of worklists begins with, as its address says it. Nothing of a patient. */
import { CLAIM_LISTS, type ClaimListName } from '@claimside/shared/api';

export interface ClaimsWanted {
  readonly list: ClaimListName;
  /** By its name. */
  readonly payer?: string | undefined;
  /** The NPI of who treated. */
  readonly provider?: string | undefined;
  /** On lists with deadlines: due in so many days, or past. */
  readonly within?: string | undefined;
}

const NARROWED = ['payer', 'provider', 'within'] as const;

/** `worklists.html?list=denied&payer=Aetna`. */
export function addressOfClaims({ list, ...narrowed }: ClaimsWanted): string {
  const query = new URLSearchParams({ list });
  for (const name of NARROWED) if (narrowed[name]) query.set(name, narrowed[name]);
  return `worklists.html?${query}`;
}

/** What needs somebody, where the address names no list that there is. */
export function claimsWantedIn(search: string): ClaimsWanted {
  const query = new URLSearchParams(search);
  const list = CLAIM_LISTS.find((name) => name === query.get('list')) ?? 'needs-you';
  return { list, ...Object.fromEntries(NARROWED.map((name) => [name, query.get(name) ?? undefined])) };
}
