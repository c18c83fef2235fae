/** The shapes in which the claim editor is described: fields, lists of rows, and the sections that hold them. */
import type { ClaimDraft } from '@claimside/shared/claim';

/** Code to its words; a code without words shows as itself. */
export type Choices = Readonly<Record<string, string>>;

interface FieldBase {
  /** Below the place of the section: `referringProvider.npi`, in a line `drug.code`. */
  readonly path: string;
  readonly label: string;
  readonly width?: 'full' | 'half' | 'third' | 'sixth';
  /** Said under the field: only what its label can't say. */
  readonly help?: string;
  /** One more step away: shows when it has a value, when something was found there, or when more fields are asked for. */
  readonly isRare?: boolean;
  /** The field beside it that must have a value before this one means anything. */
  readonly onlyWith?: string;
  /** Whether the claim as a whole asks for it at all; a value that stands there shows all the same. */
  readonly onlyIf?: (draft: ClaimDraft) => boolean;
  /** What stands before its value in a line of values; ` · ` if not said. */
  readonly before?: string;
}

/** How a value is typed: each has its way of showing and reading in `field-kinds.ts`. */
export type TypedKind =
  | 'text'
  | 'code'
  | 'digits'
  | 'date'
  | 'money'
  | 'signed-money'
  | 'number'
  | 'units'
  | 'modifiers'
  | 'codes'
  | 'pointers';

export interface TypedField extends FieldBase {
  readonly kind: TypedKind;
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  /** A function where they depend on the claim; `base` is the place of the section or row. */
  readonly choices: Choices | ((draft: ClaimDraft, base: string) => Choices);
  /** The words for a value that is left out. */
  readonly blank?: string;
  /** The code is what billers say: it stands before its words. */
  readonly showsCode?: true;
  /** What else follows from a choice, by path below the same place; only where there is one possible result. */
  readonly also?: (draft: ClaimDraft, base: string, value: string | undefined) => Values;
}

/** Several of a few, as an array of codes. */
export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly choices: Choices;
}

/** `flag` is true or left out; `yes-no` may also be a no; `texts` are lines of text. */
export interface PlainField extends FieldBase {
  readonly kind: 'flag' | 'yes-no' | 'texts' | 'state';
}

/** Taken from the practice's own lists; one press fills several values. */
export interface PickField extends FieldBase {
  readonly kind: 'payer' | 'provider' | 'relationship' | 'place' | 'visit-date';
  /** Every value that a pick sets, by path below the same place. */
  readonly fills: Readonly<Record<string, string>>;
}

export interface ListField extends FieldBase {
  readonly kind: 'list';
  /** One row in a biller's word: `attachment`. */
  readonly item: string;
  readonly most: number;
  readonly fields: readonly FieldSpec[];
  /** What few rows need. */
  readonly more?: readonly SectionSpec[];
  /** Asking for its section asks for a first row. */
  readonly opensWithRow?: true;
  /** What a new row says from the start: only what has one likely value, to be seen and changed. */
  readonly start?: (draft: ClaimDraft, base: string) => Values;
  /** The fields that a row is known by in a line of values; the first few if not said. */
  readonly knownBy?: readonly string[];
  /** A computed sentence about one row. */
  readonly note?: Note;
}

export type FieldSpec = TypedField | ChoiceField | ChoicesField | PlainField | PickField | ListField;
export type FieldOf<Kind extends FieldSpec['kind']> = Extract<FieldSpec, { kind: Kind }>;

export type Values = Readonly<Record<string, unknown>>;
export type Note = (draft: ClaimDraft, base: string) => string | undefined;

/** A part of the claim that few visits need: out of sight until it has a value, is asked for, or something is found there. */
export interface SectionSpec {
  /** Unique among its neighbours. */
  readonly id: string;
  readonly name: string;
  /** What else people call it, to be found by: `box 23 REF G1`. */
  readonly words?: string;
  readonly fields: readonly FieldSpec[];
  /** Everything whose findings belong here; the fields' own paths if not said. */
  readonly paths?: readonly string[];
  /** Values that every claim has: they keep it out of sight, and come back when it is removed. */
  readonly usual?: Values;
  /** Its values show in another part already: only a change by hand brings it in sight. */
  readonly isShownElsewhere?: boolean;
  /** A computed sentence about its values. */
  readonly note?: Note;
}
