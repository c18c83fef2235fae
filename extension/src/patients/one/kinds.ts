/** The kinds of text that a patient's data is made of, beside those of the practice's. */
import { parseMoney } from '@claimside/shared/values';
import type { Kind } from '../../options/form/kinds.ts';

const tidy = (typed: string): string => typed.trim().replace(/\s+/g, ' ');

/** Of the home: a P.O. box is one. */
export const STREET: Kind = {
  tidy,
  isRight: (text) => text.length > 0 && text.length <= 55,
  words: 'Enter the street or P.O. box, at most 55 characters.',
};

export const ZIP: Kind = {
  tidy: (typed) => typed.replace(/[\s-]/g, ''),
  isRight: (text) => /^(\d{5}|\d{9})$/.test(text),
  words: 'Enter the five or nine digits of the ZIP.',
};

export const MEMBER_ID: Kind = {
  tidy,
  isRight: (text) => text.length >= 2 && text.length <= 80,
  words: 'Enter the member ID as it stands on the card.',
};

export const COPAY: Kind = {
  tidy,
  isRight: (text) => {
    const amount = parseMoney(text);
    return amount !== undefined && amount >= 0 && amount <= 9_999_999;
  },
  words: 'Enter dollars and cents, such as 25.00.',
};

export const LINES: Kind = {
  tidy: (typed) => typed.trim(),
  isRight: (text) => text.length <= 500,
  words: 'At most 500 characters.',
};
