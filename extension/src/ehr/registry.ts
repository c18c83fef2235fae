/** The EHRs we have a recipe for. A page that none knows goes to the generic reader. */
import type { Ehr } from './ehr.ts';
import { openEmr } from './openemr/recipe.ts';

export const EHRS: readonly Ehr[] = [openEmr];

/** The EHR of a top document, by the signs of its recipe. */
export function ehrOf(top: Document): Ehr | undefined {
  const { pathname, search, hash } = top.location;
  const address = pathname + search + hash;
  return EHRS.find(
    ({ signs }) =>
      signs.address.test(address) &&
      signs.selectors.every((selector) => top.querySelector(selector) !== null),
  );
}
