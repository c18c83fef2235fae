/** Whether a page is bare: nothing on it, seen or hidden, that a value could stand beside. */
import type { Recipe } from '@claimside/shared/recipe';
import { reachableDocuments } from './documents.ts';
import { labelText } from './labels.ts';
import { documentIn, recipeOf } from './recipe-of.ts';
import { queryAll, rootsOf, textsIn } from './roots.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * True where only elements or words that come can let a reading find anything: no frame is a page that the recipe itself
 * reads, and no label, header or heading of the vocabulary stands in any, drawn or not.
 */
export function isBare(top: Document, recipes: readonly Recipe[], { telling, around }: Vocabulary): boolean {
  const ehr = recipeOf(top, recipes);
  const tells = (text: string): boolean =>
    text.split(around.mark).some((part) => telling.test(labelText(part)));
  return reachableDocuments(top).every((reachable) => {
    const recipe = ehr && documentIn(ehr, reachable);
    // A page that a recipe leaves out is not read.
    if (!recipe && ehr && ehr.documents.length > 0) return true;
    if (recipe?.fields ?? recipe?.lines ?? recipe?.diagnoses ?? recipe?.codesElsewhere) return false;
    const roots = rootsOf(reachable.document);
    const tellsByText = textsIn(roots, Infinity).some(({ text }) => tells(text));
    return !tellsByText && !queryAll(roots, '[aria-label]').some(({ ariaLabel }) => tells(`${ariaLabel}`));
  });
}
