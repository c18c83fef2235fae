/** What an EHR looks like to us: a recipe, data first, read by one small engine (read.ts). */
import type { CaptureField } from '@claimside/shared/capture';

/** How to find one value in a document. The first locator of a list that gives a readable value wins. */
export interface Locator {
  /** Elements to look at, in document order. */
  readonly selector: string;
  /**
   * What of the element is the value: `value` (a field's value, or its chosen option's text), `text`, `own-text`
   * (without that of child elements), `lines` (text split at `<br>`), or an attribute.
   */
  readonly take?: 'value' | 'text' | 'own-text' | 'lines' | { readonly attribute: string };
  /** Only the first group of this pattern is the value; an element that doesn't match is passed over. */
  readonly pattern?: RegExp;
  /** With `lines`: the value is the line after the one that matches, or the n-th line of an element that has such a line. */
  readonly lineAfter?: RegExp;
  readonly lineAt?: { readonly index: number; readonly having: RegExp };
  /** 0 to 1; 0.98 when left out. Lower for what a person should glance at. */
  readonly confidence?: number;
}

export type FieldLocators = Partial<Record<CaptureField, readonly Locator[]>>;

/** What a column of a line table means. */
export type Column =
  | 'type'
  | 'code'
  | 'description'
  | 'modifiers'
  | 'unitPrice'
  | 'chargeAmount'
  | 'units'
  | 'pointers'
  | 'serviceDate'
  | 'placeOfService';

/** Where the service lines (and perhaps the diagnoses) stand. */
export interface LineTable {
  /** Header text of each column, whole and case-insensitive; header cells may be `th` or `td`. */
  readonly columns: Partial<Record<Column, RegExp>>;
  /** How sure a readable cell is, 0 to 1; 0.98 when left out. */
  readonly confidence?: number;
  /** Columns without which a table is not the line table. */
  readonly required: readonly Column[];
  /** A header that means a code only beside one of these columns, which only a visit's lines have. */
  readonly looseCode?: { readonly header: RegExp; readonly besides: readonly Column[] };
  /** A header over a price that may be of one unit or of the line: sure only where the units are 1. */
  readonly vaguePrice?: RegExp;
  /** A table under such a heading holds other lines than this visit's. */
  readonly notUnder?: RegExp;
  /** Fields inside a row that outrank the column's cell. */
  readonly fields?: Partial<Record<Column, string>>;
  /** How `type` tells procedures from diagnoses; without it every row is a procedure. */
  readonly kinds?: { readonly procedure: RegExp; readonly diagnosis: RegExp };
  /** A ticked box here means that the row goes at the next save. */
  readonly deleted?: string;
  /** A field here with any value means that the row was billed. */
  readonly billed?: string;
  /** `codes`: pointers are diagnosis codes, of which the first group of this pattern is taken, repeatedly. */
  readonly pointers?: { readonly as: 'codes'; readonly pattern: RegExp } | { readonly as: 'positions' };
}

/** One kind of document of the EHR: a page, or a frame of one. */
export interface EhrDocument {
  readonly id: string;
  /** As the person knows it: `Fee sheet`. */
  readonly name: string;
  /** Tested against path, query and hash of the document's own address, never a frame's `src`. */
  readonly address: RegExp;
  readonly fields?: FieldLocators;
  readonly lines?: LineTable;
  /** Identity of the visit where the document tells it (a visit number). */
  readonly visitNumber?: readonly Locator[];
}

export interface Ehr {
  readonly id: string;
  readonly name: string;
  /** The top document is one of this EHR: its address matches and each selector finds something. */
  readonly signs: { readonly address: RegExp; readonly selectors: readonly string[] };
  /** The first matching kind counts. */
  readonly documents: readonly EhrDocument[];
  /** The kind whose patient every other document must agree with; none when a page has just one document. */
  readonly banner?: string;
  /** What to say when no service line is in sight: where the visit's codes are. */
  readonly noVisit: string;
  /** Which page holds what is missing; the first field of a group that is missing brings the sentence. */
  readonly elsewhere: readonly Elsewhere[];
}

export interface Elsewhere {
  readonly fields: readonly CaptureField[];
  readonly message: string;
  /** Not asked for when this field has this value. */
  readonly unless?: { readonly field: CaptureField; readonly is: string };
}
