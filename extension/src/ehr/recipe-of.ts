/** Which recipe a page is read by, and which of its documents a document is. A page that none knows is read without. */
import type { Recipe, RecipeDocument } from '@claimside/shared/recipe';
import type { ReachableDocument } from './documents.ts';
import { regExpOf } from './patterns.ts';

/** The recipe of a top document: by its host, then by its signs. */
export function recipeOf(top: Document, recipes: readonly Recipe[]): Recipe | undefined {
  const { hostname, pathname, search, hash } = top.location;
  const address = pathname + search + hash;
  return recipes.find(
    ({ hosts, signs }) =>
      (hosts.length === 0 || hosts.some((host) => isHost(hostname, host))) &&
      (signs.address === undefined || regExpOf(signs.address).test(address)) &&
      hasAll(top, signs.selectors),
  );
}

/** True when the host is this one, or below it where it begins with `*.`. */
export function isHost(hostname: string, host: string): boolean {
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host;
}

/** The first kind that its address and what is in it make it. */
export function documentIn(
  recipe: Recipe,
  { document, address }: ReachableDocument,
): RecipeDocument | undefined {
  return recipe.documents.find(
    (kind) => regExpOf(kind.address).test(address) && hasAll(document, kind.selectors ?? []),
  );
}

/** A selector that the browser does not know finds nothing: a recipe cannot stop the reading. */
function hasAll(document: Document, selectors: readonly string[]): boolean {
  try {
    return selectors.every((selector) => document.querySelector(selector) !== null);
  } catch {
    return false;
  }
}
