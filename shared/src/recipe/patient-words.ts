/** Words and numbers by which a patient could be told: nothing that is written down of a page may hold one. */
import type { Capture, Captured } from '../capture/index.ts';

/** Words of forms that tell nobody, though they stand in addresses, payers' names and choices too. */
const OF_FORMS = new Set(
  'address,and,birth,care,child,city,code,date,female,first,for,group,health,insurance,last,male,medical,member,name,office,other,patient,payer,phone,plan,policy,provider,self,service,sex,spouse,state,street,the,visit'.split(
    ',',
  ),
);
/** So many digits tell by themselves; fewer only when they stand alone: `04` of a birth date in `box-04`. */
const LONG_NUMBER = 4;

/** Of patient, insured person and coverage, as read and as they stood. */
export function valuesOfPatient({ fields }: Pick<Capture, 'fields'>): string[] {
  return (Object.entries(fields) as [string, Captured][])
    .filter(([field]) => /^(patient|subscriber|coverage)\./.test(field))
    .flatMap(([, { value, raw }]) => [value, raw]);
}

/** Of these values in small letters: words of three letters and more, numbers of two digits and more. */
export function tellingWords(values: Iterable<string>): Set<string> {
  const words = [...values].flatMap((value) => plain(value).match(/\p{L}{3,}|\p{Nd}{2,}/gu) ?? []);
  return new Set(words.filter((word) => !OF_FORMS.has(word)));
}

/** True when the text holds one of the words, also within another word: `patQuintero`. */
export function holdsTelling(text: string, words: ReadonlySet<string>): boolean {
  const lower = plain(text);
  const numbers = new Set(lower.match(/\p{Nd}+/gu));
  return [...words].some((word) =>
    /\p{Nd}/u.test(word) && word.length < LONG_NUMBER ? numbers.has(word) : lower.includes(word),
  );
}

const plain = (text: string): string => text.normalize('NFC').toLowerCase();
