/** The shape of an implementation guide as data: loops, segments and elements, and which field of the model each element is. */
import type { Cents } from '@claimside/shared/values';

/** R required, S situational, N not used. */
export type Usage = 'R' | 'S' | 'N';

/** X12 element types. */
export type ElementType = 'AN' | 'ID' | 'R' | 'N0' | 'DT' | 'TM';

type Snip = 1 | 2 | 4 | 5;

/** A value that has more to it than characters and length; `fault` says in a sentence what is wrong, or nothing. */
export interface Shape {
  /** Stable, such as `NPI`. */
  readonly code: string;
  /** SNIP type, which may depend on what is wrong. */
  readonly snip: Snip | ((text: string) => Snip);
  /** IK403; 7 (bad code) unless said otherwise. */
  readonly acknowledgement?: string;
  readonly severity?: 'warning';
  readonly fault: (text: string, segment: SegmentSource, element: number) => string | undefined;
  readonly fix: string;
}

/** One place in the model, seen from the object that the loop or segment stands for. */
export interface Field {
  /** Such as `payer.name`, or `modifiers.0`; empty for a plain value of a list. */
  readonly path: string;
  /** The second place of an element that says one thing or another, such as the name of a person or an organization. */
  readonly otherPath?: string;
  /** Where it is nothing more than a property of the target: its name. */
  readonly name?: string;
  get(target: Fields): unknown;
  set(target: Fields, value: unknown): void;
  /** False when another place has said something else already; of a field that only repeats it. */
  agrees?(target: Fields, value: unknown): boolean;
}

/** The model while it is read or written: validated before or afterwards, not here. */
export type Fields = Record<string, unknown>;

/** Text to value and back. `parse` gives undefined for what it can't read. */
export interface Codec {
  /** The text for which the model has no value. */
  readonly usual?: string;
  parse(text: string): unknown;
  format(value: unknown, fold: (text: string) => string): string;
}

/** What an element or component is in the model. */
export type Binding =
  | { readonly kind: 'field'; readonly field: Field; readonly codec: Codec }
  /** Always the same text, written when the segment has anything else to say, or when `beside` has. */
  | { readonly kind: 'literal'; readonly text: string; readonly beside?: Field }
  /** Known to the writer and the reader of the transaction: counts, sums, control numbers. */
  | { readonly kind: 'computed'; readonly name: string };

export interface SimpleElement {
  readonly kind: 'simple';
  readonly usage: Usage;
  readonly type: ElementType;
  readonly min: number;
  readonly max: number;
  /** The only codes allowed. */
  readonly codes?: ReadonlySet<string>;
  readonly shape?: Shape;
  readonly binding?: Binding;
  /** It may be repeated: each repetition is an item of the list that its field is. */
  readonly isRepeated?: true;
}

export interface CompositeElement {
  readonly kind: 'composite';
  readonly usage: Usage;
  readonly components: readonly SimpleElement[];
  /** It may be repeated; read and written by a codec. */
  readonly isRepeated?: true;
}

/** A composite element that stands several times in its place. */
export interface RepeatedText {
  readonly repetitions: readonly (readonly string[])[];
}

/** An element as text, as its components, or as repetitions of those. */
export type ElementText = string | readonly string[] | RepeatedText;

export type ElementRule = SimpleElement | CompositeElement;

/** Syntax notes of X12: P all or none, R at least one, E at most one, C the first needs the others, L the first needs one of the others. */
export interface Condition {
  readonly kind: 'P' | 'R' | 'E' | 'C' | 'L';
  readonly elements: readonly number[];
}

/** Which element tells a segment from others of the same id. */
export interface Qualifier {
  readonly element: number;
  readonly component?: number;
  readonly codes: ReadonlySet<string>;
}

/** How a segment that the element bindings can't describe is read and written. */
export interface SegmentCodec {
  /** The elements of each segment to write, none when the target has nothing for it. */
  write(target: Fields, fold: (text: string) => string): readonly (readonly ElementText[])[];
  /** Takes the segment in; `unheld` is called for what the model has no place for, with element 0 when that is all of it. */
  read(source: SegmentSource, target: Fields, unheld: (element: number, component?: number) => void): void;
  /** Paths that it fills, as bindings would name them; `*` for any item of a list. */
  readonly paths: readonly string[];
  /** Where it does no more than this with a segment that is as it should be. */
  readonly items?: SegmentItems;
  /** The segment only stands around others: what is written has its own, so one that strayed is not kept. */
  readonly isBound?: true;
}

/** A segment that is read as items of a list: each has what the first elements say, then some of the following ones. */
export interface SegmentItems {
  readonly list: string;
  /** Names in each item of the elements that all of them share. */
  readonly shared: readonly string[];
  /** Names of the elements that come again for each item. */
  readonly own: readonly string[];
  /** So many of its own must be there, the others need not. */
  readonly needed: number;
}

/** What a codec may ask of a segment. */
export interface SegmentSource {
  readonly elementCount: number;
  element(n: number): string;
  component(n: number, c: number): string;
  cents(n: number): Cents | undefined;
  components(n: number): readonly string[];
  /** Each a text that may hold components. */
  repetitions(n: number): readonly string[];
}

/** Where the values of a segment or loop go, seen from the object around it: one object, a list of objects, or of plain values. */
export interface Into {
  readonly kind: 'object' | 'list' | 'values';
  readonly field: Field;
  /** What the object has of required elements where the file lacks them, in their order. */
  readonly empty?: Readonly<Fields>;
}

export interface SegmentRule {
  readonly kind: 'segment';
  readonly id: string;
  /** In our words, such as `prior authorization number`. */
  readonly name: string;
  readonly usage: Usage;
  readonly max: number;
  readonly qualifier?: Qualifier;
  readonly elements: readonly ElementRule[];
  readonly conditions: readonly Condition[];
  readonly into?: Into;
  readonly codec?: SegmentCodec;
}

export interface LoopRule {
  readonly kind: 'loop';
  /** Such as `2310B`. */
  readonly id: string;
  readonly name: string;
  readonly usage: Usage;
  readonly max: number;
  /** The first is the segment that opens the loop. */
  readonly children: readonly [SegmentRule, ...GuideItem[]];
  /** Claims of many share it, or it is the claim: places within are told from here on. */
  readonly isLevel?: true;
  readonly into?: Into;
  /**
   * The child up to which a segment tells the loop where its opening got lost; needed where nothing behind the opening is
   * required. A second one in a loop tells the next.
   */
  readonly sign?: SegmentRule;
}

export type GuideItem = SegmentRule | LoopRule;
