/** The kinds of text that the practice's data is made of: how each is tidied, what is right, and what to do when it is not. */
import { isPostOfficeBox } from '@claimside/shared/claim';
import { isState } from '@claimside/shared/codes';
import { isEmail, isIsoDate, isNpi } from '@claimside/shared/values';

export interface Kind {
  /** Format is repaired, content is not. */
  tidy(typed: string): string;
  isRight(text: string): boolean;
  /** What to do. */
  readonly words: string;
}

const trimmed = (typed: string): string => typed.trim().replace(/\s+/g, ' ');
const bare = (typed: string): string => typed.replace(/[\s().-]/g, '');
const capitals = (typed: string): string => typed.trim().toUpperCase();

/** Some text of at most so many characters. */
export const some = (max: number, words: string): Kind => ({
  tidy: trimmed,
  isRight: (text) => text.length > 0 && text.length <= max,
  words: `${words} At most ${max} characters.`,
});

/** One of a list to choose from. */
export const chosen = (words: string): Kind => ({
  tidy: (typed) => typed,
  isRight: (text) => text !== '',
  words,
});

export const ANY: Kind = { tidy: (typed) => typed, isRight: () => true, words: '' };

/** A name a line. */
export const NAMES: Kind = {
  tidy: (typed) => linesOf(typed).join('\n'),
  isRight: () => true,
  words: '',
};
export const linesOf = (text: string): string[] => text.split('\n').map(trimmed).filter(Boolean);

export const NPI: Kind = {
  tidy: bare,
  isRight: isNpi,
  words:
    'Enter the 10 digits of the NPI. If there are 10, one is mistyped: the last does not fit the others.',
};

export const TAX_ID: Kind = {
  tidy: bare,
  isRight: (text) => /^\d{9}$/.test(text),
  words: 'Enter the 9 digits of the tax ID.',
};

export const TAXONOMY: Kind = {
  tidy: capitals,
  isRight: (text) => /^[A-Z0-9]{9}X$/.test(text),
  words: 'Enter the ten characters of the taxonomy code, the last an X; NPPES shows it beside the NPI.',
};

export const STREET: Kind = {
  tidy: trimmed,
  isRight: (text) => text.length > 0 && text.length <= 55 && !isPostOfficeBox(text),
  words: 'Enter the street, at most 55 characters. Claims may not name a P.O. box here.',
};

export const CITY: Kind = {
  tidy: trimmed,
  isRight: (text) => text.length >= 2 && text.length <= 30,
  words: 'Enter the city, at most 30 characters.',
};

export const STATE_CODE: Kind = {
  tidy: capitals,
  isRight: isState,
  words: 'Enter the two letters of the state.',
};

export const ZIP: Kind = {
  tidy: bare,
  isRight: (text) => /^\d{9}$/.test(text) && !text.endsWith('0000'),
  words: 'Enter all nine digits of the ZIP; usps.com finds the last four by the street.',
};

export const PHONE: Kind = {
  tidy: (typed) => bare(typed).replace(/^\+?1(?=\d{10}$)/, ''),
  isRight: (text) => /^\d{10}$/.test(text),
  words: 'Enter the ten digits of the phone number.',
};

export const PAYER_ID: Kind = {
  tidy: capitals,
  isRight: (text) => /^[A-Z0-9]{2,80}$/.test(text),
  words: 'Enter the payer’s ID for professional claims, as the clearinghouse’s payer list has it.',
};

/** Two digits, the letter D, seven digits. */
export const CLIA: Kind = {
  tidy: (typed) => bare(typed).toUpperCase(),
  isRight: (text) => /^\d{2}D\d{7}$/.test(text),
  words: 'Enter the ten characters of the CLIA number, such as 05D0123456; the certificate shows it.',
};

/** Where letters go: a P.O. box is right, too. */
export const POSTAL_STREET: Kind = {
  tidy: trimmed,
  isRight: (text) => text.length > 0 && text.length <= 55,
  words: 'Enter the street or P.O. box, at most 55 characters.',
};

export const POSTAL_ZIP: Kind = {
  tidy: bare,
  isRight: (text) => /^(\d{5}|\d{9})$/.test(text),
  words: 'Enter the five or nine digits of the ZIP.',
};

export const MODIFIER: Kind = {
  tidy: capitals,
  isRight: (text) => /^[A-Z0-9]{2}$/.test(text),
  words: 'Enter the two characters of the modifier.',
};

export const EMAIL: Kind = {
  tidy: (typed) => typed.trim(),
  isRight: (text) => isEmail(text) && text.length <= 100,
  words: 'Enter an e-mail address, such as billing@clinic.example.',
};

export const DAYS: Kind = {
  tidy: (typed) => typed.trim(),
  isRight: (text) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= 3_660,
  words: 'Enter a number of days, such as 180, or leave it empty.',
};

export const DAY: Kind = {
  tidy: (typed) => typed.trim(),
  isRight: isIsoDate,
  words: 'Choose a day.',
};
