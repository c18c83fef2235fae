export type {
  Column,
  DateOrder,
  DiagnosisList,
  Elsewhere,
  FieldLocators,
  LineList,
  Locator,
  PageState,
  Pattern,
  Recipe,
  RecipeDocument,
  RowPart,
  RowParts,
  Rows,
  Shapes,
  StateFilter,
  Take,
  Where,
} from './recipe.ts';
export { COLUMNS } from './recipe.ts';
export { RecipeSchema } from './schema.ts';
export { shapeOf } from './shape.ts';
