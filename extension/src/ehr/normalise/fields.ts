/** Which normaliser each captured field goes through. */
import type { CaptureField } from '@claimside/shared/capture';
import type { Vocabulary } from '../vocabulary.ts';
import { phone, postalCode } from './contact.ts';
import { memberId, payerName } from './coverage.ts';
import { plainName, providerName } from './people.ts';
import { date, money, npi, placeOfService } from './visit.ts';

/** The value in the form the claim uses, or undefined when the text cannot be that. */
export type Normaliser = (text: string, words: Vocabulary) => string | undefined;

const asItIs = (text: string): string | undefined => (text === '' ? undefined : text);
const name: Normaliser = (text) => asItIs(plainName(text));
/** A provider or facility select at rest shows a placeholder, and its options' own values are numbers. */
const chosen: Normaliser = (text, words) =>
  /^(?:-.*|unassigned|none|select.*|please.*|\P{L}*)$/iu.test(text)
    ? undefined
    : asItIs(providerName(text, words));

/** What the claim says by a code. */
const spoken =
  (kind: keyof Vocabulary['spoken']): Normaliser =>
  (text, words) => {
    const word = text.trim().toLowerCase();
    return Object.hasOwn(words.spoken[kind], word) ? words.spoken[kind][word] : undefined;
  };

/** By how the field's name ends: the first that it ends in counts. */
const BY_ENDING: readonly (readonly [string, Normaliser])[] = [
  ['payerName', payerName],
  ['facilityName', chosen],
  ['ProviderName', chosen],
  ['Name', name],
  ['.name', name],
  ['Date', date],
  ['sex', spoken('sex')],
  ['state', spoken('state')],
  ['relationship', spoken('relationship')],
  ['postalCode', postalCode],
  ['phone', phone],
  ['payerId', memberId],
  ['memberId', memberId],
  ['Npi', npi],
  ['placeOfService', placeOfService],
  ['Amount', money],
];

/** Streets, cities and numbers of the page's own are taken as they stand. */
export const normaliserOf = (field: CaptureField): Normaliser =>
  BY_ENDING.find(([ending]) => field.endsWith(ending))?.[1] ?? asItIs;
