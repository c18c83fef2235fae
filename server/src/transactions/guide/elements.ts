/** The words in which a guide names its elements: usage first, then what is allowed, then the field of the model. */
import { CENTS, COUNT, DATE, QUANTITY, TEXT } from './codecs.ts';
import { field, items, itself } from './fields.ts';
import type {
  Binding,
  Codec,
  CompositeElement,
  ElementType,
  Field,
  Shape,
  SimpleElement,
  Usage,
} from './rules.ts';
import { WHOLE_CENTS } from './shapes.ts';

/** A path of the model, or a place made by `item`. */
export type Place = string | Field;

export interface More {
  readonly min?: number;
  readonly shape?: Shape;
  readonly codec?: Codec;
}

/** Free text (AN). */
export function text(usage: Usage, max: number, place?: Place, more: More = {}): SimpleElement {
  return simple(usage, 'AN', more.min ?? 1, max, place, more.codec ?? TEXT, more);
}

/** A code of a closed list (ID). */
export function code(
  usage: Usage,
  codes: Iterable<string>,
  place?: Place,
  codec: Codec = TEXT,
): SimpleElement {
  const list = new Set(codes);
  const lengths = [...list].map(({ length }) => length);
  const rule = simple(usage, 'ID', Math.min(...lengths), Math.max(...lengths), place, codec);
  return { ...rule, codes: list };
}

/** A code whose list is licensed, long or moving (ID): only its length and shape are known here. */
export function openCode(
  usage: Usage,
  min: number,
  max: number,
  place?: Place,
  more: More = {},
): SimpleElement {
  return simple(usage, 'ID', min, max, place, more.codec ?? TEXT, more);
}

/** Codes of an open list that stand one beside another in an element that may be repeated: a list of the model. */
export function openCodes(usage: Usage, min: number, max: number, list: string): SimpleElement {
  return { ...openCode(usage, min, max, items(list)), isRepeated: true };
}

/** Money (R), whole cents in the model. */
export function amount(usage: Usage, place?: Place): SimpleElement {
  return { ...simple(usage, 'R', 1, 18, place, CENTS), shape: WHOLE_CENTS };
}

/** A decimal number (R). */
export function decimal(usage: Usage, max: number, place?: Place): SimpleElement {
  return simple(usage, 'R', 1, max, place, QUANTITY);
}

/** A whole number (N0). */
export function count(usage: Usage, max: number, place?: Place): SimpleElement {
  return simple(usage, 'N0', 1, max, place, COUNT);
}

/** A date `CCYYMMDD`. In DTP, DMG and PAT it stands in an AN element behind its format. */
export function date(usage: Usage, place?: Place): SimpleElement {
  return simple(usage, 'DT', 8, 8, place, DATE);
}

/** Always the same code, written when its segment has anything to say or, with `beside`, when that field has a value. */
export function literal(code: string, beside?: Place): SimpleElement {
  const binding: Binding =
    beside === undefined
      ? { kind: 'literal', text: code }
      : { kind: 'literal', text: code, beside: placeOf(beside) };
  const { length } = code;
  return {
    kind: 'simple',
    usage: beside === undefined ? 'R' : 'S',
    type: 'ID',
    min: length,
    max: length,
    codes: new Set([code]),
    binding,
  };
}

/** A value that writer and reader work out: a count, a sum, a number of the envelope. */
export function computed(name: string, rule: SimpleElement): SimpleElement {
  return { ...rule, binding: { kind: 'computed', name } };
}

export function composite(usage: Usage, components: readonly SimpleElement[]): CompositeElement {
  return { kind: 'composite', usage, components };
}

/** An element that this guide does not use. */
export const unused: SimpleElement = { kind: 'simple', usage: 'N', type: 'AN', min: 0, max: 0 };

/** `n` unused elements, to be spread. */
export const unusedTimes = (n: number): SimpleElement[] => Array.from({ length: n }, () => unused);

function simple(
  usage: Usage,
  type: ElementType,
  min: number,
  max: number,
  place: Place | undefined,
  codec: Codec,
  { shape }: More = {},
): SimpleElement {
  return {
    kind: 'simple',
    usage,
    type,
    min,
    max,
    ...(shape ? { shape } : {}),
    ...(place === undefined ? {} : { binding: { kind: 'field', field: placeOf(place), codec } as const }),
  };
}

function placeOf(place: Place): Field {
  if (typeof place !== 'string') return place;
  return place === '' ? itself : field(place);
}
