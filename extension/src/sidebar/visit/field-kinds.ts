/** How each kind of value is shown in a field, and read from what a person typed. */
import {
  type Cents,
  err,
  formatMoney,
  ok,
  parseDate,
  parseMoney,
  type Result,
} from '@claimside/shared/values';

export interface FieldKind {
  show(value: unknown): string;
  /** The value, undefined for an empty field, or the sentence why it can't be one. */
  read(typed: string): Result<unknown, string>;
  readonly inputMode?: 'numeric' | 'decimal' | 'text';
}

const showText = (value: unknown) => (typeof value === 'string' ? value : '');
const readText = (change: (text: string) => string) => (typed: string) => {
  const value = change(typed.replace(/\s+/g, ' ').trim());
  return ok(value === '' ? undefined : value);
};

export const text: FieldKind = { show: showText, read: readText((value) => value) };

/** Codes and ids: upper case, no blanks. */
export const code: FieldKind = {
  show: showText,
  read: readText((value) => value.replace(/\s/g, '').toUpperCase()),
};

/** Digits only: phone, ZIP, NPI. */
export const digits: FieldKind = {
  show: showText,
  read: readText((value) => value.replace(/[\s().-]/g, '')),
  inputMode: 'numeric',
};

/** Any way of writing a date; what is no date stays as typed, and the edits say so. */
export const date: FieldKind = { show: showText, read: readText((value) => parseDate(value) ?? value) };

const amountOf = (isWanted: (amount: Cents) => boolean, problem: string): FieldKind => ({
  show: (value) => (typeof value === 'number' ? formatMoney(value as Cents) : ''),
  read: (typed) => {
    if (typed.trim() === '') return ok(undefined);
    const amount = parseMoney(typed);
    return amount !== undefined && isWanted(amount) ? ok(amount) : err(problem);
  },
  inputMode: 'decimal',
});

export const money = amountOf((amount) => amount >= 0, 'Write an amount such as 185.00.');

/** What payers paid or took off: may be a takeback. */
export const signedMoney = amountOf(() => true, 'Write an amount such as 185.00 or -20.00.');

const numberOf = (shape: RegExp, problem: string): FieldKind => ({
  show: (value) => (typeof value === 'number' ? String(value) : ''),
  read: (typed) => {
    const value = typed.replaceAll(',', '').trim();
    if (value === '') return ok(undefined);
    return shape.test(value) ? ok(Number(value)) : err(problem);
  },
  inputMode: 'decimal',
});

export const units = numberOf(/^\d{1,5}(\.\d{1,3})?$/, 'Write a number of units such as 1 or 2.5.');
export const number = numberOf(/^\d{1,9}(\.\d{1,6})?$/, 'Write a number such as 12 or 2.5.');

/** Two characters each, however they are separated. */
export const modifiers: FieldKind = {
  show: (value) => (Array.isArray(value) ? value.join(' ') : ''),
  read: (typed) => {
    const parts = typed
      .toUpperCase()
      .split(/[\s,:;/]+/)
      .filter(Boolean);
    return ok(
      parts.flatMap((part) => (part.length > 2 && part.length % 2 === 0 ? (part.match(/../g) ?? []) : part)),
    );
  },
};

/** Codes of any length, however they are separated. */
export const codes: FieldKind = {
  show: (value) => (Array.isArray(value) ? value.join(' ') : ''),
  read: (typed) => {
    const parts = typed
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter(Boolean);
    return ok(parts.length > 0 ? parts : undefined);
  },
};

/** Lines of text; a line without any is left out. */
export const texts: FieldKind = {
  show: (value) => (Array.isArray(value) ? value.join('\n') : ''),
  read: (typed) => {
    const lines = typed.split('\n').flatMap((line) => line.trim() || []);
    return ok(lines.length > 0 ? lines : undefined);
  },
};

const LETTERS = 'ABCDEFGHIJKL';

/** The letter of the diagnosis at a 1-based position: 1 is A. */
export function diagnosisLetter(position: number): string {
  return LETTERS[position - 1] ?? '?';
}

/** Pointers to diagnoses as letters: `BC`, `B C`, `2,3` all mean the second and the third. */
export const pointers: FieldKind = {
  show: (value) => (Array.isArray(value) ? value.map(diagnosisLetter).join(' ') : ''),
  read: (typed) => {
    const marks = typed.toUpperCase().match(/\d+|[^\s,:;/\d]/g) ?? [];
    const positions = marks.map((mark) => (/^\d+$/.test(mark) ? Number(mark) : LETTERS.indexOf(mark) + 1));
    return positions.some((position) => position < 1 || position > 12)
      ? err('Write the letters of the diagnoses, such as A or B C.')
      : ok(positions);
  },
};

/** By the names that the editor's description uses. */
export const FIELD_KINDS = {
  text,
  code,
  digits,
  date,
  money,
  'signed-money': signedMoney,
  number,
  units,
  modifiers,
  codes,
  pointers,
} as const satisfies Record<string, FieldKind>;
