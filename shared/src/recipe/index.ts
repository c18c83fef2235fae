export { literal } from './literal.ts';
export { withMeantColumns } from './meant-columns.ts';
export { holdsTelling, tellingWords, valuesOfPatient } from './patient-words.ts';
export {
  POINTED_AT,
  type Pointed,
  type PointedAt,
  type PointedColumn,
  PointedSchema,
  type WhyNot,
} from './pointed.ts';
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
export { isLike, shapeOf } from './shape.ts';
