/** What a person pointed at in a page, as it may become part of a recipe. It comes from a page: untrusted. */
import { z } from 'zod';
import { CAPTURE_FIELDS, type CaptureField } from '../capture/index.ts';
import {
  COLUMNS,
  type Column,
  type DiagnosisList,
  type LineList,
  type Locator,
  type RowPart,
} from './recipe.ts';
import {
  DiagnosisListSchema,
  LineListSchema,
  LocatorSchema,
  PatternSchema,
  RowPartSchema,
} from './schema.ts';

/** What can be pointed at. */
export const POINTED_AT = ['value', 'lines', 'diagnoses'] as const;
export type PointedAt = (typeof POINTED_AT)[number];

/** One column of a table, or one part of repeated rows. */
export interface PointedColumn {
  /** Its header, or the words of its own name. */
  readonly text: string;
  /** What stands there in the first row. */
  readonly sample: string;
  /** So many columns stand under this header, where it is not just one. */
  readonly alike?: number;
  /** What it seems to mean. */
  readonly column?: Column;
  /** That is told by what stands below, not by the header. */
  readonly byValues?: true;
  /** Its header names a price, and not whether of one unit or of the line: a person says. */
  readonly isVaguePrice?: true;
  /** Where it is in a row that is no table's. */
  readonly part?: RowPart;
}

export interface Pointed {
  /** The document it stands in. */
  readonly document: { readonly address: string; readonly name: string };
  /** None when the place has nothing that a page would keep from patient to patient. */
  readonly value?: {
    readonly raw: string;
    readonly locators: readonly Locator[];
    /** What label and names of the place say that it is, best first. */
    readonly suggestions: readonly CaptureField[];
  };
  readonly lines?: { readonly list: LineList; readonly headers: readonly PointedColumn[] };
  readonly diagnoses?: { readonly list: DiagnosisList; readonly samples: readonly string[] };
  /** Why nothing there can be learnt, where that is more than that nothing stands there. */
  readonly why?: WhyNot;
}

export const WHY_NOT = [
  /** A table without headers that nothing tells from other tables. */
  'unnamed-table',
  /** Part of a component that the page keeps closed. */
  'closed-part',
  /** A frame of another site. */
  'other-site',
] as const;
export type WhyNot = (typeof WHY_NOT)[number];

const text = z.string().max(400);

export const PointedSchema = z.strictObject({
  document: z.strictObject({ address: PatternSchema, name: z.string().min(1).max(80) }),
  value: z
    .strictObject({
      raw: text,
      locators: z.array(LocatorSchema).max(8),
      suggestions: z.array(z.enum(CAPTURE_FIELDS)).max(8),
    })
    .optional(),
  lines: z
    .strictObject({
      list: LineListSchema,
      headers: z
        .array(
          z.strictObject({
            text,
            sample: text,
            alike: z.int().min(2).max(100).optional(),
            column: z.enum(COLUMNS).optional(),
            byValues: z.literal(true).optional(),
            isVaguePrice: z.literal(true).optional(),
            part: RowPartSchema.optional(),
          }),
        )
        .max(60),
    })
    .optional(),
  diagnoses: z.strictObject({ list: DiagnosisListSchema, samples: z.array(text).max(60) }).optional(),
  why: z.enum(WHY_NOT).optional(),
}) as unknown as z.ZodType<Pointed>;
