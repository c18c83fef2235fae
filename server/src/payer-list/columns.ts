/** What Office Ally calls the columns of its payer list, now and formerly, and how their cells are read. */
import type { ListedPayer, ListedTransaction } from './entry.ts';

type Flag = 'isAvailable' | 'isNonPar' | 'needsEnrollment' | 'takesSecondary' | 'takesAttachments';
export type Column = Flag | 'name' | 'payerId' | 'transaction' | 'accidentKind' | 'notes' | 'era';

/** Headings in capitals, without blanks and punctuation. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  name: ['PAYERNAME', 'PAYER', 'NAME'],
  payerId: ['PAYERID', 'ID'],
  transaction: ['TRANSACTION', 'TRANSACTIONTYPE'],
  isAvailable: ['AVAILABLE'],
  isNonPar: ['NONPAR', 'TYP', 'TYPE'],
  needsEnrollment: ['ENROLLMENT', 'ENROLLMENTREQUIRED', 'ENR'],
  takesSecondary: ['SECONDARY', 'SEC'],
  takesAttachments: ['ATTACHMENT', 'ATTACHMENTS'],
  accidentKind: ['WCAUTO', 'WC'],
  notes: ['NOTES', 'NOTE'],
  era: ['ERA'],
};

const plain = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

/** Where each column stands; those that the list does not have are left out. */
export function columnsOf(headings: readonly string[]): ReadonlyMap<Column, number> {
  const texts = headings.map(plain);
  const found = new Map<Column, number>();
  for (const [column, names] of Object.entries(HEADINGS) as [Column, readonly string[]][]) {
    const at = texts.findIndex((text) => names.includes(text));
    if (at >= 0) found.set(column, at);
  }
  return found;
}

export function isHeading(cells: readonly string[]): boolean {
  const columns = columnsOf(cells);
  return columns.has('name') && columns.has('payerId');
}

/** Undefined: it is none of the words that are known. Null: nothing is said. */
export function flagOf(text: string): boolean | null | undefined {
  const word = plain(text);
  if (word === '') return null;
  // The older list says P, NP and G/NP of the fee.
  if (['YES', 'Y', 'TRUE', 'NP', 'GNP'].includes(word)) return true;
  return ['NO', 'N', 'FALSE', 'P'].includes(word) ? false : undefined;
}

export function accidentKindOf(text: string): ListedPayer['accidentKind'] | undefined {
  const word = plain(text);
  if (word === '' || word === 'NO' || word === 'N') return null;
  const [work, auto] = [word.includes('WORK') || word.includes('WC'), word.includes('AUTO')];
  if (work) return auto ? 'work-and-auto' : 'work';
  return auto ? 'auto' : undefined;
}

/** By the numbers that stand in the text, such as `Eligibility 270/271`. */
export function transactionOf(text: string): ListedTransaction | undefined {
  const word = plain(text);
  const known: readonly (readonly [RegExp, ListedTransaction])[] = [
    [/837P/, '837P'],
    [/837I/, '837I'],
    [/837D/, '837D'],
    [/835/, '835'],
    [/270/, '270'],
    [/276/, '276'],
  ];
  return known.find(([pattern]) => pattern.test(word))?.[1];
}
