/** A part of the practice's data as a form shows it: fields as data, texts as they are typed, and the way back. */

import type { PracticeSettings } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import type { Kind } from './kinds.ts';

export type Texts = Readonly<Record<string, string>>;
/** What to do, by field; `form` for the whole. */
export type Problems = Readonly<Record<string, string>>;
export type Choices = readonly (readonly [value: string, words: string])[];

export interface FieldSpec {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly kind: Kind;
  readonly isOptional?: true;
  /** To choose one from. */
  readonly choices?: Choices;
  /** To tick any number of; their values stand one a line. */
  readonly ticks?: Choices;
  /** Begins a row of its own. */
  readonly isFirst?: true;
  /** A day. */
  readonly isDate?: true;
  /** Never shown, not as it is typed either. */
  readonly isSecret?: true;
  /** Several lines. */
  readonly isLong?: true;
}

export interface Part<Item> {
  /** `provider`. */
  readonly what: string;
  fields(texts: Texts, practice: PracticeSettings | null): readonly FieldSpec[];
  begin(item: Item | undefined, practice: PracticeSettings | null): Texts;
  /** Of tidy texts that are right; what the form does not show stays as it was. */
  make(texts: Texts, before: Item | undefined): Item;
}

/** What to do about the text of a field; undefined when nothing is. */
export function problemOf({ kind, isOptional }: FieldSpec, typed: string): string | undefined {
  const text = kind.tidy(typed);
  if (isOptional && text === '') return undefined;
  return kind.isRight(text) ? undefined : kind.words;
}

/** The item that the texts make, or what to do at each field. */
export function readPart<Item>(
  part: Part<Item>,
  texts: Texts,
  before: Item | undefined,
  practice: PracticeSettings | null,
): Result<Item, Problems> {
  const fields = part.fields(texts, practice);
  const problems = fields.flatMap((field) => {
    const words = problemOf(field, texts[field.name] ?? '');
    return words === undefined ? [] : [[field.name, words]];
  });
  if (problems.length > 0) return err(Object.fromEntries(problems));
  const tidy = fields.map(({ name, kind }) => [name, kind.tidy(texts[name] ?? '')]);
  return ok(part.make(Object.fromEntries(tidy), before));
}

/** A property that is left out where nothing was typed. */
export const given = <Name extends string>(
  name: Name,
  text: string | undefined,
): Partial<Record<Name, string>> => (text ? { [name]: text } : {}) as Partial<Record<Name, string>>;
