/** How this practice's EHR pages are read, where it differs from what the extension brings along. */
import { z } from 'zod';
import { RecipeSchema } from '../recipe/index.ts';

/** A recipe that is to be kept for the practice; it is used from then on. */
export const RecipeToKeep = z.strictObject({ recipe: RecipeSchema });
export type RecipeToKeep = z.infer<typeof RecipeToKeep>;

/** A recipe of the practice, kept also while it is switched off; or just that one of the extension is off. */
export const RecipeChange = z.union([
  z.strictObject({ off: z.literal(true) }),
  RecipeToKeep.extend({ off: z.literal(true).optional() }),
]);
export type RecipeChange = z.infer<typeof RecipeChange>;

export const PracticeRecipe = z.object({
  id: z.string(),
  change: RecipeChange,
  changedAt: z.string(),
});
export type PracticeRecipe = z.infer<typeof PracticeRecipe>;

export const PracticeRecipes = z.array(PracticeRecipe);
