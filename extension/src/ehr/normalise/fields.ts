/** The normaliser that each captured field goes through. */
import type { CaptureField } from '@claimside/shared/capture';
import { plainName } from '@claimside/shared/capture';
import type { Vocabulary } from '../vocabulary.ts';
import { phone, postalCode } from './contact.ts';
import { memberId, payerName } from './coverage.ts';
import type { FieldKind } from './field-kinds.ts';
import { providerName } from './people.ts';
import { date, money, npi, placeOfService } from './visit.ts';

/** The value in the form the claim uses, or undefined when the text cannot be that. */
export type Normaliser = (text: string, words: Vocabulary) => string | undefined;

const asItIs = (text: string): string | undefined => (text === '' ? undefined : text);
const name: Normaliser = (text) => asItIs(plainName(text));
/** A provider or facility select at rest shows a placeholder, and its options' own values are numbers. */
const chosen: Normaliser = (text, words) =>
  words.namePatterns.placeholder.test(text) ? undefined : asItIs(providerName(text, words));

/** What the claim says by a code. */
export const spoken =
  (kind: keyof Vocabulary['spoken']): Normaliser =>
  (text, words) => {
    const word = text.trim().toLowerCase();
    return Object.hasOwn(words.spoken[kind], word) ? words.spoken[kind][word] : undefined;
  };

/** By kind of value; `FIELD_KINDS` says which field is of which. */
const NORMALISERS = {
  text: asItIs,
  name,
  chosen,
  date,
  money,
  npi,
  phone,
  postalCode,
  payerName,
  id: memberId,
  placeOfService,
  sex: spoken('sex'),
  state: spoken('state'),
  relationship: spoken('relationship'),
} satisfies Record<FieldKind, Normaliser>;

export const normaliserOf = (field: CaptureField, words: Vocabulary): Normaliser =>
  NORMALISERS[words.fieldKinds[field]];
