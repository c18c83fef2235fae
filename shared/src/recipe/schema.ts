/** The check of a recipe that comes from outside: the practice's server takes and gives no other. */
import { z } from 'zod';
import { CAPTURE_FIELDS } from '../capture/index.ts';
import { isBrittle } from './brittle.ts';
import { mayTakeForEver } from './pattern-cost.ts';
import { COLUMNS, type Recipe } from './recipe.ts';
import { SHAPE } from './shape.ts';

const text = z.string().min(1).max(300);
export const PatternSchema = z
  .string()
  .max(300)
  .refine(isPattern, 'must be a regular expression')
  .refine((pattern) => !mayTakeForEver(pattern), 'must not repeat what can be read in several ways');
const Css = z
  .string()
  .min(1)
  .max(600)
  .refine((css) => !isBrittle(css), 'must not name an element by its position');
const Confidence = z.number().min(0).max(1);
const Take = z.union([
  z.enum(['value', 'text', 'own-text', 'lines']),
  z.strictObject({ attribute: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/) }),
]);

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

const DateOrder = z.enum(['ymd', 'mdy', 'dmy']);

const LocatorParts = {
  take: Take.optional(),
  pattern: PatternSchema.optional(),
  lineAfter: PatternSchema.optional(),
  lineAt: z.strictObject({ index: z.int().min(0).max(50), having: PatternSchema }).optional(),
  first: z.literal(true).optional(),
  boxes: z.strictObject({ css: z.array(Css).min(2).max(6), joinedBy: z.string().max(3) }).optional(),
  dateOrder: DateOrder.optional(),
  confidence: Confidence.optional(),
};
export const LocatorSchema = z.union([
  z.strictObject({
    css: Css,
    after: PatternSchema.optional(),
    heading: PatternSchema.optional(),
    ...LocatorParts,
  }),
  z.strictObject({ role: text, name: PatternSchema, ...LocatorParts }),
  z.strictObject({ label: PatternSchema, heading: PatternSchema.optional(), ...LocatorParts }),
  z.strictObject({ state: text, ...LocatorParts }),
]);
const Locators = z.array(LocatorSchema).min(1).max(20);

const MOST_CELLS = 60;
export const RowPartSchema = z.strictObject({
  css: Css.optional(),
  cells: z.array(z.int().min(0).max(MOST_CELLS)).min(1).max(8).optional(),
  take: Take.optional(),
  pattern: PatternSchema.optional(),
  state: text.optional(),
  label: PatternSchema.optional(),
});
const partsOf = <Part extends string>(parts: readonly Part[]) =>
  z.partialRecord(z.enum(parts), z.union([RowPartSchema, z.array(RowPartSchema).max(10)]));
const FreeRows = z.union([
  z.strictObject({ css: Css, heading: PatternSchema.optional() }),
  z.strictObject({
    css: Css,
    heading: PatternSchema.optional(),
    cells: z.int().min(2).max(MOST_CELLS),
  }),
  z.strictObject({ css: Css, from: z.int().min(0), to: z.int().max(500) }),
  z.strictObject({ state: text }),
  z.strictObject({ label: PatternSchema, heading: PatternSchema.optional() }),
]);

export const LineListSchema = z.strictObject({
  rows: z.union([z.literal('table'), FreeRows]),
  columns: z.partialRecord(z.enum(COLUMNS), PatternSchema).optional(),
  required: z.array(z.enum(COLUMNS)).max(40).optional(),
  looseCode: z.strictObject({ header: PatternSchema, besides: z.array(z.enum(COLUMNS)) }).optional(),
  vaguePrice: PatternSchema.optional(),
  notUnder: PatternSchema.optional(),
  notBeside: PatternSchema.optional(),
  parts: partsOf(COLUMNS).optional(),
  kinds: z.strictObject({ procedure: PatternSchema, diagnosis: PatternSchema }).optional(),
  statuses: z.strictObject({ gone: PatternSchema, open: PatternSchema }).optional(),
  deleted: Css.optional(),
  billed: Css.optional(),
  pointers: z
    .union([
      z.strictObject({ as: z.literal('codes'), pattern: PatternSchema }),
      z.strictObject({ as: z.literal('positions') }),
    ])
    .optional(),
  confidence: Confidence.optional(),
  goesOn: Css.optional(),
  dateOrder: DateOrder.optional(),
  counted: Css.optional(),
  unitsNotShown: z.literal(true).optional(),
});

export const DiagnosisListSchema = z.strictObject({
  rows: FreeRows,
  parts: partsOf(['code', 'description'] as const),
  confidence: Confidence.optional(),
});

const Fields = z.partialRecord(z.enum(CAPTURE_FIELDS), Locators);

const StateFilter = z.strictObject({
  own: text,
  is: z.union([
    z.strictObject({ address: PatternSchema }),
    z.strictObject({ state: text, rank: text.optional() }),
  ]),
});

const RecipeDocument = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: text,
  address: PatternSchema,
  selectors: z.array(Css).max(10).optional(),
  fields: Fields.optional(),
  witness: Fields.optional(),
  lines: LineListSchema.optional(),
  diagnoses: DiagnosisListSchema.optional(),
  rest: z.literal('generic').optional(),
  visitNumber: Locators.optional(),
  codesElsewhere: z.strictObject({ css: Css, message: text }).optional(),
});

export const RecipeSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: text,
  revision: z.int().min(0),
  hosts: z.array(z.string().regex(/^(\*\.)?[a-z0-9.-]{1,200}$/i)).max(50),
  signs: z.strictObject({ address: PatternSchema.optional(), selectors: z.array(Css).max(10) }),
  documents: z.array(RecipeDocument).max(40),
  banner: text.optional(),
  pageState: z
    .strictObject({
      kind: z.literal('react-props'),
      css: Css,
      props: z.array(z.string().regex(/^\w{1,40}$/)).max(30),
      only: z.record(z.string().regex(/^\w{1,40}$/), StateFilter).optional(),
    })
    .optional(),
  noVisit: text,
  elsewhere: z
    .array(
      z.strictObject({
        fields: z.array(z.enum(CAPTURE_FIELDS)).min(1),
        message: text,
        link: z.strictObject({ css: Css }).optional(),
        unless: z.strictObject({ field: z.enum(CAPTURE_FIELDS), is: z.string().max(80) }).optional(),
      }),
    )
    .max(30),
  shapes: z
    .partialRecord(
      z.enum([...CAPTURE_FIELDS, 'procedureCode', 'diagnosis']),
      z.string().regex(SHAPE, 'must be a shape such as 9999-99-99'),
    )
    .optional(),
}) as unknown as z.ZodType<Recipe>;
