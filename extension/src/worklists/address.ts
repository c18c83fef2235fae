/** Which claims the page of worklists begins with, as its address says it. Nothing of a patient. */
import { CLAIM_LISTS } from '@claimside/shared/api';
import { WORK_REASONS } from '@claimside/shared/worklists';
import type { ClaimsWanted } from '../sidebar/claims/lists/filter-choice.ts';

const NARROWED = ['payer', 'provider', 'within'] as const;

/** `worklists.html?list=denied&payer=Aetna`. */
export function addressOfClaims({ list, why, ...narrowed }: ClaimsWanted): string {
  const query = new URLSearchParams({ list });
  for (const name of NARROWED) if (narrowed[name]) query.set(name, narrowed[name]);
  if (why) query.set('why', why);
  return `worklists.html?${query}`;
}

/** What needs somebody, where the address names no list that there is. */
export function claimsWantedIn(search: string): ClaimsWanted {
  const query = new URLSearchParams(search);
  const list = CLAIM_LISTS.find((name) => name === query.get('list')) ?? 'needs-you';
  const why = WORK_REASONS.find((reason) => reason === query.get('why'));
  return { list, why, ...Object.fromEntries(NARROWED.map((name) => [name, query.get(name) ?? undefined])) };
}
