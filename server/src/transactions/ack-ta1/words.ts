/** What the note codes of a TA1 come to, in short words of our own. */
import { said } from '../parts/said.ts';

/** TA105. */
const NOTES: Readonly<Record<string, string>> = {
  '000': 'nothing is wrong',
  '001': 'header and trailer have different numbers',
  '002': 'the standard is not known',
  '003': 'the version is not taken',
  '004': 'the character that ends segments is wrong',
  '005': "the kind of the sender's id is wrong",
  '006': 'the sender is not known',
  '007': "the kind of the receiver's id is wrong",
  '008': 'the receiver is not known',
  '009': 'the receiver is not known here',
  '014': 'the date is wrong',
  '015': 'the time is wrong',
  '016': 'the standard or the repetition separator is wrong',
  '017': 'the version is wrong',
  '018': 'the number of the interchange is wrong',
  '019': 'the wish for an acknowledgement is wrong',
  '020': 'the test indicator is wrong',
  '021': 'the number of groups is wrong',
  '022': 'the envelope is broken',
  '023': 'the file ends too early',
  '024': 'what the file holds is wrong',
  '025': 'the number was used before',
  '026': 'the separator of elements is wrong',
  '027': 'the separator of components is wrong',
};

export function noteWords(code: string): string {
  const own = said(NOTES, code);
  if (own !== undefined) return own;
  if (/^01[0-3]$/.test(code)) return 'the authorization or security data is wrong';
  return /^0(2[89]|3[01])$/.test(code) ? 'the delivery was refused' : `code ${code}`;
}
