/** What a person wrote in one cell or field of a fee schedule: the value, or what is wrong with it and what to write. */
import { PROCEDURE_CODE, type Procedure } from '../api/index.ts';
import { type Cents, cents, parseMoney } from '../values/index.ts';

export interface CellFault {
  readonly message: string;
  readonly fix: string;
}

export type Cell<T> = { readonly value: T } | { readonly fault: CellFault };

const wrong = (message: string, fix: string) => ({ fault: { message, fix } });

/** A code of five; anesthesia's and surgery's zeros at the front are put back. */
export function codeIn(text: string): Cell<{ readonly code: string; readonly isMended: boolean }> {
  const typed = text.toUpperCase().replaceAll(/\s/g, '');
  const isCut = /^\d{3,4}$/.test(typed);
  const code = isCut ? typed.padStart(5, '0') : typed;
  if (code === '') return wrong('The row has no code.', 'Fill it in, or take the row out.');
  if (!PROCEDURE_CODE.test(code))
    return wrong(
      `“${text}” is no procedure code.`,
      'Write the five letters and digits; modifiers have a column of their own.',
    );
  return { value: { code, isMended: isCut } };
}

export function descriptionIn(text: string): Cell<string> {
  const description = text
    .replaceAll(/\s+/g, ' ')
    // As our own export writes what a program would take for a formula.
    .replace(/^'(?=[=+\-@])/, '');
  return description.length > 80
    ? wrong('The description is longer than 80 characters.', 'Shorten it.')
    : { value: description };
}

const MOST = 99_999_999;

export function amountIn(text: string): Cell<Cents> {
  // Spreadsheet programs keep 48.1 as 48.100000000000001.
  const amount = /^\d+\.\d{6,}$/.test(text)
    ? cents(Math.round(Number(text) * 100))
    : parseMoney(text.replace(/^US\$|USD$/i, ''));
  if (amount === undefined)
    return wrong(`“${text}” is no amount.`, 'Write dollars and cents, such as 185.00, or leave it empty.');
  if (amount < 0) return wrong(`${text} is less than nothing.`, 'Write what one unit costs.');
  if (amount > MOST) return wrong(`${text} is too much.`, 'Write dollars and cents, such as 185.00.');
  return { value: amount };
}

export function modifiersIn(text: string): Cell<string[]> {
  const modifiers = text
    .toUpperCase()
    .split(/[\s,;/]+/)
    .filter((part) => part !== '');
  const odd = modifiers.find((modifier) => !/^[A-Z0-9]{2}$/.test(modifier));
  if (odd !== undefined)
    return wrong(`“${odd}” is no modifier.`, 'Write two letters or digits for each, such as RT 59.');
  if (modifiers.length > 4) return wrong('More than four modifiers.', 'A line takes four at most.');
  return { value: modifiers };
}

export function placeIn(text: string): Cell<{ readonly place: string; readonly isMended: boolean }> {
  if (/^\d{1,2}$/.test(text)) return { value: { place: text.padStart(2, '0'), isMended: text.length < 2 } };
  return wrong(`“${text}” is no place of service.`, 'Write its two digits, such as 11 for an office.');
}

export function numberIn(text: string, most: number): Cell<number> {
  const number = Math.round(Number(text) * 1_000) / 1_000;
  if (/^\d*\.?\d+$/.test(text) && number > 0 && number <= most) return { value: number };
  return wrong(`“${text}” is no number above zero.`, 'Write digits, such as 1 or 0.5.');
}

/** Eleven digits; the ten of a package with hyphens get the zero that 5-4-2 wants. */
export function ndcIn(text: string): Cell<string> {
  const parts = text.trim().split('-');
  const [labeler = '', product = '', packaged = ''] = parts;
  const code =
    parts.length === 3
      ? labeler.padStart(5, '0') + product.padStart(4, '0') + packaged.padStart(2, '0')
      : text.replaceAll(/\s/g, '');
  if (/^\d{11}$/.test(code)) return { value: code };
  return wrong(`“${text}” is no NDC.`, 'Write its eleven digits (5-4-2), as text so that no zero is lost.');
}

type DrugUnit = NonNullable<NonNullable<Procedure['drug']>['unit']>;
const DRUG_UNITS: readonly DrugUnit[] = ['F2', 'GR', 'ME', 'ML', 'UN'];

export function drugUnitIn(text: string): Cell<DrugUnit> {
  const unit = DRUG_UNITS.find((known) => known === text.toUpperCase());
  return unit === undefined
    ? wrong(`“${text}” is no unit of a drug.`, 'Write F2, GR, ME, ML or UN.')
    : { value: unit };
}
