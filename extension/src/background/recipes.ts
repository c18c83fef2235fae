/** The recipes of this browser: those that come with the extension, as the practice's own server changed them. */
import type { Recipe } from '@claimside/shared/recipe';
import { BUILT_IN } from '../ehr/built-in.ts';
import { isHost } from '../ehr/recipe-of.ts';

/** Those that may read pages of this origin; ones for any host come last. */
export async function recipesFor(origin: string): Promise<readonly Recipe[]> {
  const { hostname } = new URL(origin);
  const named = BUILT_IN.filter(({ hosts }) => hosts.some((host) => isHost(hostname, host)));
  return [...named, ...BUILT_IN.filter(({ hosts }) => hosts.length === 0)];
}
