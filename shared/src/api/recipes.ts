/** How this practice's EHR pages are read, where it differs from what the extension brings along. */
import { z } from 'zod';
import { RecipeSchema } from '../recipe/index.ts';

/** A recipe of the practice, or a recipe of the extension switched off. */
export const RecipeChange = z.union([
  z.strictObject({ off: z.literal(true) }),
  z.strictObject({ recipe: RecipeSchema }),
]);
export type RecipeChange = z.infer<typeof RecipeChange>;

export const PracticeRecipe = z.object({
  id: z.string(),
  change: RecipeChange,
  changedAt: z.string(),
});
export type PracticeRecipe = z.infer<typeof PracticeRecipe>;

export const PracticeRecipes = z.array(PracticeRecipe);
