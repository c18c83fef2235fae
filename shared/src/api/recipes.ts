/** How this practice's EHR pages are read, where it differs from what the extension brings along. */
import { z } from 'zod';
import { CAPTURE_FIELDS } from '../capture/index.ts';
import { RecipeSchema, SHAPE } from '../recipe/index.ts';

/** What values looked like when the page was taught: kinds of letters and digits, never a value. */
export const RecipeShapes = z.partialRecord(
  z.enum([...CAPTURE_FIELDS, 'procedureCode', 'diagnosis']),
  z.string().regex(SHAPE, 'must be a shape such as 9999-99-99'),
);
export type RecipeShapes = z.infer<typeof RecipeShapes>;

/** A recipe of the practice, or a recipe of the extension switched off. */
export const RecipeChange = z.union([
  z.strictObject({ off: z.literal(true) }),
  z.strictObject({ recipe: RecipeSchema, shapes: RecipeShapes }),
]);
export type RecipeChange = z.infer<typeof RecipeChange>;

export const PracticeRecipe = z.object({
  id: z.string(),
  change: RecipeChange,
  changedAt: z.string(),
});
export type PracticeRecipe = z.infer<typeof PracticeRecipe>;

export const PracticeRecipes = z.array(PracticeRecipe);
