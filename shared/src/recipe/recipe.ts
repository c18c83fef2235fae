/**
 * A recipe: how one EHR's pages are read, as data only. It can be written down as JSON, replaced by the practice's own
 * server or switched off; nothing in it runs.
 */
import type { CaptureField } from '../capture/index.ts';

/** A regular expression as text, tried without regard to case. Its first group, where it has one, is the value. */
export type Pattern = string;

/**
 * Where an element stands, best kind first: what the page's makers put there for such uses (`data-testid`, `data-element`,
 * a field's name), its role and accessible name, the label a person reads beside it. Never its position.
 */
export type Where =
  | {
      readonly css: string;
      /** Only right behind an element with this text: label and value in pairs. */
      readonly after?: Pattern;
      /** Only under such a heading. */
      readonly heading?: Pattern;
    }
  | { readonly role: string; readonly name: Pattern }
  /** The value that stands beside or under this label, as the generic reader pairs them. */
  | { readonly label: Pattern /** Only under such a heading. */; readonly heading?: Pattern }
  /** A path into the page's own state (`pageState`), such as `patient.name[0].family`. */
  | { readonly state: string };

/** What of an element is the value. A field's value, else its text, when left out. */
export type Take =
  | 'value'
  | 'text'
  /** Without the text of child elements. */
  | 'own-text'
  /** The text split at `<br>` and blocks. */
  | 'lines'
  | { readonly attribute: string };

/** How to find one value in a document. The first locator of a list that gives a readable value wins. */
export type Locator = Where & {
  readonly take?: Take;
  /** An element that doesn't match is passed over. */
  readonly pattern?: Pattern;
  /** With `lines`: the value is the line after the one that matches, or the n-th line of an element that has such a line. */
  readonly lineAfter?: Pattern;
  readonly lineAt?: { readonly index: number; readonly having: Pattern };
  /** Only the first element with such a line, or any text: those after it are of somebody or something else. */
  readonly first?: true;
  /** Several boxes that make one value, in order: `css` of each, `{}` being what `css` of the locator names. */
  readonly boxes?: { readonly css: readonly string[]; readonly joinedBy: string };
  /** How the product writes dates; what the page's own dates tell outranks it. */
  readonly dateOrder?: DateOrder;
  /** 0 to 1; that of an exact address when left out. Lower for what a person should glance at. */
  readonly confidence?: number;
};

export type DateOrder = 'ymd' | 'mdy' | 'dmy';

export type FieldLocators = Partial<Record<CaptureField, readonly Locator[]>>;

/** What a column of a line table means. */
export const COLUMNS = [
  'type',
  'code',
  'description',
  'modifiers',
  'unitPrice',
  'chargeAmount',
  'units',
  'pointers',
  'serviceDate',
  'serviceDateEnd',
  'placeOfService',
  'status',
  'drugCode',
  'drugQuantity',
  'drugUnit',
] as const;
export type Column = (typeof COLUMNS)[number];

/** How one part of a row is found within it. */
export interface RowPart {
  /** The row itself when left out. `{n}` is the row's number where rows are counted. */
  readonly css?: string;
  /** With rows of so many cells: in these, counted from 0. */
  readonly cells?: readonly number[];
  readonly take?: Take;
  /** Tried on the text of each element that `css` finds; those without a match are left out. */
  readonly pattern?: Pattern;
  readonly state?: string;
  /** With rows by label: beside this label, where the document has just one. */
  readonly label?: Pattern;
}

export type RowParts<Part extends string> = Partial<Record<Part, RowPart | readonly RowPart[]>>;

/** What the rows of a list are. */
export type Rows =
  /** Rows of every table whose headers name the required columns: `table` elements and ARIA grids alike. */
  | 'table'
  /** Each such element, under such a heading only, is a row. */
  | { readonly css: string; readonly heading?: Pattern }
  /** Each such element with just so many cells is a row of a table without headers. */
  | { readonly css: string; readonly heading?: Pattern; readonly cells: number }
  /** Rows have no element of their own: their fields are numbered. `css` with `{n}` must find something in a row. */
  | { readonly css: string; readonly from: number; readonly to: number }
  /** A list in the page's own state. */
  | { readonly state: string }
  /** One row for each value with such a label: an appointment with its one service. */
  | { readonly label: Pattern; readonly heading?: Pattern };

/** Where the service lines (and perhaps the diagnoses) stand. */
export interface LineList {
  readonly rows: Rows;
  /** With `table`: header text of each column, whole; header cells may be `th` or `td`. */
  readonly columns?: Partial<Record<Column, Pattern>>;
  /** With `table`: columns without which a table is not the line table; modifiers as often as columns of them must be there. */
  readonly required?: readonly Column[];
  /** A header that means a code only beside one of these columns, which only a visit's lines have. */
  readonly looseCode?: { readonly header: Pattern; readonly besides: readonly Column[] };
  /** A header over a price that may be of one unit or of the line: sure only where the units are 1. */
  readonly vaguePrice?: Pattern;
  /** A list under such a heading holds other lines than this visit's. */
  readonly notUnder?: Pattern;
  /** A table with such a column, whole, is a list of several visits. */
  readonly notBeside?: Pattern;
  /** Parts of a row; they outrank the column's cell. */
  readonly parts?: RowParts<Column>;
  /** With `table`: CSS of what only a row has that goes on with the line above it. Its parts are found there too. */
  readonly goesOn?: string;
  /** How `type` tells procedures from diagnoses; without it every row is a procedure. */
  readonly kinds?: { readonly procedure: Pattern; readonly diagnosis: Pattern };
  /** What `status` says of a row that is no service any more, and of one that is; any other word puts the row in doubt. */
  readonly statuses?: { readonly gone: Pattern; readonly open: Pattern };
  /** CSS in a row: a ticked box here means that the row goes at the next save. */
  readonly deleted?: string;
  /** CSS in a row: a field here with any value, or any element that is no field, means that the row was billed. */
  readonly billed?: string;
  /** Pointers are diagnosis codes (each match of the pattern), or letters and numbers as places in the list of diagnoses. */
  readonly pointers?: { readonly as: 'codes'; readonly pattern: Pattern } | { readonly as: 'positions' };
  /** How sure a readable part is, 0 to 1. */
  readonly confidence?: number;
  /** How the product writes dates; what the page's own dates tell outranks it. */
  readonly dateOrder?: DateOrder;
  /** Each line has one such element on screen: when fewer lines are found than that, it is said. */
  readonly counted?: string;
  /** The product shows no units: one is meant unless a person says otherwise, and it is marked for a look. */
  readonly unitsNotShown?: true;
}

/** Where the diagnoses of the visit stand when they are not rows of the lines. Their order is the claim's. */
export interface DiagnosisList {
  readonly rows: Exclude<Rows, 'table'>;
  readonly parts: RowParts<'code' | 'description'>;
  readonly confidence?: number;
}

/** One kind of document of the EHR: a page, a view of it, or a frame of one. */
export interface RecipeDocument {
  readonly id: string;
  /** As the person knows it: `Fee sheet`. */
  readonly name: string;
  /** Tested against path, query and hash of the document's own address, never a frame's `src`. */
  readonly address: Pattern;
  /** Each finds something in it: for views that share an address. */
  readonly selectors?: readonly string[];
  readonly fields?: FieldLocators;
  /**
   * The patient as the page shows it, where `fields` come from the page's state: if the two differ, nothing of the
   * document counts; if these find nobody, nothing of it is sure.
   */
  readonly witness?: FieldLocators;
  readonly lines?: LineList;
  readonly diagnoses?: DiagnosisList;
  /** What is not named here is read as on a page that no recipe knows. */
  readonly rest?: 'generic';
  /** Identity of the visit where the document tells it (a visit number). */
  readonly visitNumber?: readonly Locator[];
  /** Codes are not on this page: what to say when none was read though this finds something. */
  readonly codesElsewhere?: { readonly css: string; readonly message: string };
}

/** Resources that a page's framework holds, read by a small script in the page's own world. As untrusted as its text. */
export interface PageState {
  readonly kind: 'react-props';
  /** Elements to start from; their owners are looked through. */
  readonly css: string;
  /** Names of the properties that hold a resource; `state` paths begin with them, each a list in the page's order. */
  readonly props: readonly string[];
  /** Which resources of a name count; all when left out. Those of an earlier name in `props` may be referred to. */
  readonly only?: Readonly<Record<string, StateFilter>>;
}

/**
 * The text at `own`, or what stands behind its last slash, is what the address says, or one of the texts at a path. Those of
 * a path come in its order, or in that of the numbers at `rank` beside it.
 */
export interface StateFilter {
  readonly own: string;
  readonly is: { readonly address: Pattern } | { readonly state: string; readonly rank?: string };
}

export interface Recipe {
  /** `openemr`; a recipe of the practice has an id of its own. */
  readonly id: string;
  readonly name: string;
  /** The greater one of an id counts. A date as a number: 20261126. */
  readonly revision: number;
  /** Host names, `*.` in front for any below: where the product is. Empty for one that every practice hosts itself. */
  readonly hosts: readonly string[];
  /** A top document is one of this EHR when its address matches and each selector finds something. */
  readonly signs: { readonly address?: Pattern; readonly selectors: readonly string[] };
  /** The first matching kind counts. Without any, the generic reader reads, and says what is below. */
  readonly documents: readonly RecipeDocument[];
  /** The kind whose patient every other document must agree with; none when a page has just one document. */
  readonly banner?: string;
  readonly pageState?: PageState;
  /** What to say when no service line is in sight: where the visit's codes are. */
  readonly noVisit: string;
  /** Which page holds what is missing; the first field of a group that is missing brings the sentence. */
  readonly elsewhere: readonly Elsewhere[];
  /** What values looked like when a person taught the page: what looks otherwise later is asked to be looked at. */
  readonly shapes?: Shapes;
}

/** Kinds of letters and digits, as `shapeOf` gives them; never a value. */
export type Shapes = Partial<Record<CaptureField | 'procedureCode' | 'diagnosis', string>>;

export interface Elsewhere {
  readonly fields: readonly CaptureField[];
  readonly message: string;
  /** What leads there, on the pages that show a visit: pointed at in the page, never pressed. Where it finds several, none is. */
  readonly link?: { readonly css: string };
  /** Not asked for when this field has this value. */
  readonly unless?: { readonly field: CaptureField; readonly is: string };
}
