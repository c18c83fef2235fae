/**
 * All words that the readers know. Data, as recipes are: a page is handed it, and the script that is put into every page
 * has none of it.
 */
import type { Column } from '@claimside/shared/recipe';
import { DRAWN, type OddDrawing } from './drawn-words.ts';
import { FIELD_WORDS } from './field-words.ts';
import { GENERIC_WORDS, type GenericWords } from './generic/words.ts';
import { LOOKED_AT } from './looked-at.ts';
import { NATIVE_ROLES } from './native-roles.ts';
import { AROUND } from './normalise/around.ts';
import { FIELD_KINDS } from './normalise/field-kinds.ts';
import { NAME_PATTERNS } from './normalise/name-patterns.ts';
import { PLACE_OF_SERVICE } from './normalise/place-of-service.ts';
import { SPOKEN, type Spoken } from './normalise/spoken.ts';
import { PART_NAMES, SENTENCES, type Sentences } from './sentences.ts';

export interface Vocabulary extends GenericWords {
  /** Elements that have a role without saying so, by role. */
  readonly roles: Readonly<Record<string, string>>;
  readonly sentences: Sentences;
  readonly fieldKinds: typeof FIELD_KINDS;
  /** Parts of a row, as places are named. */
  readonly parts: Readonly<Record<Column, string>>;
  readonly fieldWords: Readonly<Record<keyof typeof FIELD_WORDS, string>>;
  readonly drawn: OddDrawing;
  readonly lookedAt: Readonly<Record<keyof typeof LOOKED_AT, string>>;
  readonly around: Readonly<Record<Exclude<keyof typeof AROUND, 'dateParts' | 'namedIn'>, RegExp>> & {
    readonly dateParts: readonly RegExp[];
    readonly namedIn: readonly string[];
  };
  /** A code of CMS's list in front, alone or behind its label, or in brackets. */
  readonly placeOfService: RegExp;
  readonly namePatterns: Readonly<Record<keyof typeof NAME_PATTERNS, RegExp>>;
  readonly spoken: Readonly<Record<keyof typeof SPOKEN, Spoken>>;
}

export const VOCABULARY: Vocabulary = {
  ...GENERIC_WORDS,
  roles: NATIVE_ROLES,
  sentences: SENTENCES,
  fieldKinds: FIELD_KINDS,
  parts: PART_NAMES,
  fieldWords: FIELD_WORDS,
  drawn: DRAWN,
  lookedAt: LOOKED_AT,
  around: AROUND,
  placeOfService: PLACE_OF_SERVICE,
  namePatterns: NAME_PATTERNS,
  spoken: SPOKEN,
};

/** As text for a message; patterns keep their flags. */
export const vocabularyText = (vocabulary: Vocabulary): string =>
  JSON.stringify(vocabulary, (_, value: unknown) =>
    value instanceof RegExp ? { pattern: value.source, flags: value.flags } : value,
  );
