/** How the recipes of the extension and those of the practice stand to each other: which reads, which is off, which replaced. */
import type { PracticeRecipe } from '@claimside/shared/api';
import type { Recipe } from '@claimside/shared/recipe';
import { isHost } from '../ehr/recipe-of.ts';
import { isNewest } from './for-site.ts';

/** A recipe of the extension. */
export interface BuiltInStanding {
  readonly recipe: Recipe;
  readonly is:
    | { readonly kind: 'on' | 'off' }
    /** The practice's own of this id reads in its place. */
    | { readonly kind: 'replaced'; readonly own: Recipe; readonly changedAt: string }
    /** It reads though the practice has its own, which is switched off, or older than what an update brought. */
    | { readonly kind: 'put-back' | 'newer'; readonly own: Recipe };
  /** Sites where something taught comes before it, built on it. */
  readonly behind: readonly string[];
}

/** A recipe that the practice taught. */
export interface TaughtStanding {
  readonly recipe: Recipe;
  readonly isOff: boolean;
  readonly changedAt: string;
}

export interface Standings {
  readonly taught: readonly TaughtStanding[];
  readonly builtIn: readonly BuiltInStanding[];
}

/** Of the extension's, those that may read here and those that the practice changed. */
export function standingsOf(
  all: readonly Recipe[],
  mayRead: readonly Recipe[],
  practice: readonly PracticeRecipe[],
): Standings {
  const changes = new Map(practice.map((each) => [each.id, each]));
  const isBuiltIn = (id: string): boolean => all.some((recipe) => recipe.id === id);
  const taught = practice.flatMap(({ id, change, changedAt }): TaughtStanding[] =>
    'recipe' in change && !isBuiltIn(id)
      ? [{ recipe: change.recipe, isOff: change.off === true, changedAt }]
      : [],
  );
  const builtIn = all
    .filter((recipe) => changes.has(recipe.id) || mayRead.includes(recipe))
    .map((recipe) => ({
      recipe,
      is: standing(recipe, changes.get(recipe.id)),
      behind: behind(recipe, taught),
    }));
  return { taught, builtIn };
}

function standing(recipe: Recipe, changed: PracticeRecipe | undefined): BuiltInStanding['is'] {
  if (!changed) return { kind: 'on' };
  const { change, changedAt } = changed;
  if (!('recipe' in change)) return { kind: 'off' };
  const { recipe: own, off } = change;
  if (off) return { kind: 'put-back', own };
  return isNewest(own, [recipe]) ? { kind: 'replaced', own, changedAt } : { kind: 'newer', own };
}

/** What is taught on a site comes first there; built on the extension's recipe, it holds that one's kinds of pages. */
function behind({ hosts, documents }: Recipe, taught: readonly TaughtStanding[]): string[] {
  const isOver = (own: Recipe): boolean =>
    hosts.some((host) => own.hosts.some((name) => isHost(name, host))) ||
    (documents.length > 0 &&
      documents.every(({ id, address }) =>
        own.documents.some((each) => each.id === id && each.address === address),
      ));
  return taught.filter(({ isOff, recipe }) => !isOff && isOver(recipe)).map(({ recipe }) => recipe.name);
}
