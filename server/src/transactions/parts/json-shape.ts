/** The schema of a model as JSON Schema, walked by the keys of a path: what may stand there, and in which words to ask for it. */
import { isNpi } from '@claimside/shared/values';
import { z } from 'zod';

export interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly items?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

export function shapeOf(schema: z.core.$ZodType): Shape {
  return z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Shape;
}

/** The forms that one place may have: the shape itself, or what it is one of. */
export function formsOf(shape: Shape): readonly Shape[] {
  const forms = shape.anyOf ?? shape.oneOf;
  return forms === undefined ? [shape] : forms.flatMap(formsOf);
}

/** One step of a path: what may stand under a key in any of these forms. */
export function below(forms: readonly Shape[], key: string): readonly Shape[] {
  return forms
    .flatMap(({ properties = {}, items }) =>
      Object.hasOwn(properties, key) ? (properties[key] ?? []) : /^\d+$/.test(key) ? (items ?? []) : [],
    )
    .flatMap(formsOf);
}

/** Whether a single value has one of these forms, as far as JSON Schema says it. */
export function fits(value: unknown, forms: readonly Shape[]): boolean {
  return forms.some((form) => fitsOne(value, form));
}

function fitsOne(value: unknown, form: Shape): boolean {
  if (form.const !== undefined) return value === form.const;
  if (typeof value === 'string') {
    if (form.type !== 'string') return false;
    if (form.enum) return form.enum.includes(value);
    if (form.format === 'npi') return isNpi(value);
    const { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = form;
    const length = value.trim().length;
    return length >= minLength && length <= maxLength && (!pattern || new RegExp(pattern).test(value));
  }
  if (typeof value !== 'number') return typeof value === form.type;
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = form;
  const isFineEnough = form.type === 'number' ? hasDigitsOf(value, form) : Number.isSafeInteger(value);
  return value >= minimum && value <= maximum && isFineEnough;
}

/** No more decimals than the form has; told by rounding, as a third of a thousandth is no number of the machine. */
function hasDigitsOf(value: number, { multipleOf = 0 }: Shape): boolean {
  return multipleOf === 0 || Number(value.toFixed(decimalsOf(multipleOf))) === value;
}

const decimalsOf = (step: number) => String(step).split('.')[1]?.length ?? 0;

/** What is wrong with a value that has none of these forms: `must be 9 digits`; `is too large: at most 9999`. */
export function misformOf(value: unknown, forms: readonly Shape[]): string {
  if (typeof value === 'number') {
    const numbers = forms.filter(({ type }) => type === 'number' || type === 'integer');
    const most = Math.max(...numbers.map(({ maximum = Number.POSITIVE_INFINITY }) => maximum));
    if (numbers.length > 0 && value > most) return `is too large: at most ${most}`;
    const finest = numbers.find(({ multipleOf }) => multipleOf !== undefined);
    if (finest && !hasDigitsOf(value, finest))
      return `has too many digits: at most ${decimalsOf(finest.multipleOf ?? 1)} behind the point`;
  }
  return `must be ${wordsFor(forms)}`;
}

/** `one of Y, N, W`; `9 digits`: what to write where one of these forms is wanted. */
export function wordsFor(forms: readonly Shape[]): string {
  const words = forms.filter(({ maxLength }) => maxLength !== 0).map(wordsForOne);
  return [...new Set(words)].join(', or ') || 'left out';
}

function wordsForOne(form: Shape): string {
  const { type, format, description, minLength = 0, maxLength, minimum, maximum } = form;
  if (form.const !== undefined) return JSON.stringify(form.const);
  if (form.enum) return `one of ${form.enum.join(', ')}`;
  if (format === 'date') return 'a date written YYYY-MM-DD, such as 2026-11-26';
  if (format === 'npi') return 'an NPI: 10 digits, the last a check digit';
  if (form.pattern) return wordsForPattern(form.pattern);
  if (description?.startsWith('whole cents')) return 'whole cents, such as 18500 for $185.00';
  switch (type) {
    case 'object':
      return 'an object: { }';
    case 'array':
      return 'a list: [ ]';
    case 'boolean':
      return 'true or false';
    case 'string':
      return maxLength === undefined ? 'a text' : `a text of ${minLength} to ${maxLength} characters`;
    default:
      return `a ${type === 'integer' ? 'whole number' : 'number'}${minimum === undefined ? '' : ` from ${minimum} to ${maximum}`}`;
  }
}

function wordsForPattern(pattern: string): string {
  const [, signs, least, most] = /^\^(\\d|\[A-Z\]|\[A-Z0-9\])\{(\d+)(?:,(\d+))?\}\$$/.exec(pattern) ?? [];
  if (signs !== undefined) {
    const what = signs === '\\d' ? 'digits' : signs === '[A-Z]' ? 'capital letters' : 'capitals or digits';
    return `${most === undefined || most === least ? least : `${least} to ${most}`} ${what}`;
  }
  return OTHER_PATTERNS[pattern] ?? 'of the form that its field has';
}

const OTHER_PATTERNS: Readonly<Record<string, string>> = {
  '^(\\d{5}|\\d{9})$': '5 or 9 digits',
  '^[A-Z0-9]{9}X$': '10 capitals or digits, the last an X',
  '^([A-Z]\\d[0-9A-Z](\\.?[0-9A-Z]{1,4})?|(\\d{3}|V\\d{2}|E\\d{3})(\\.?\\d{1,2})?)$':
    'a diagnosis code such as M54.50',
};
