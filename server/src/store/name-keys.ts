/** The keys by which a patient is found by the beginning of a name: without case, accents, blanks and punctuation. */
import { nameKey } from '@claimside/shared/capture';

/** As they stand in a claim's row. */
export interface NameKeys {
  readonly lastNameKey: string;
  /** Of a last name of several words, from the second on; null where it has one. */
  readonly laterNameKey: string | null;
  readonly firstNameKey: string;
}

export function nameKeys(patient: { readonly lastName: string; readonly firstName: string }): NameKeys {
  const words = nameKey(patient.lastName).split(' ');
  return {
    lastNameKey: words.join(''),
    laterNameKey: words.length > 1 ? words.slice(1).join('') : null,
    firstNameKey: joined(patient.firstName),
  };
}

/** What a person typed, as the beginnings of names that it may mean: every part that is told has to fit. */
export interface NameSought {
  readonly last?: string;
  readonly later?: string;
  readonly first?: string;
}

/** `ann`: any name. `Tester, Ann`, `tester ann` and `ann tester`: both. `van dyke`: a last name of two words, too. */
export function namesSought(text: string): NameSought[] {
  const [before = '', after] = text.split(',');
  if (after !== undefined && joined(before) !== '')
    return [{ last: joined(before), ...(joined(after) !== '' && { first: joined(after) }) }];
  const words = nameKey(text).split(' ');
  const whole = words.join('');
  if (whole === '') return [];
  const pairs = words.slice(1).flatMap((_, index): NameSought[] => {
    const [one, other] = [words.slice(0, index + 1).join(''), words.slice(index + 1).join('')];
    return [
      { last: one, first: other },
      { last: other, first: one },
    ];
  });
  return [{ last: whole }, { later: whole }, { first: whole }, ...pairs];
}

const joined = (name: string): string => nameKey(name).replaceAll(' ', '');
