/** What the codes of a 999 come to, in short words of our own that go on after the name of a place. */
import { said } from '../parts/said.ts';

/** IK304. */
const SEGMENT: Readonly<Record<string, string>> = {
  '1': 'is not known',
  '2': 'was not expected there',
  '3': 'is missing',
  '4': 'begins a part that is repeated too often',
  '5': 'is repeated too often',
  '6': 'does not belong in this transaction',
  '7': 'stands in the wrong order',
  '8': 'has values in error',
  I4: 'is not used by the guide',
  I6: 'is missing under a condition of the guide',
  I7: 'belongs to a part that occurs too seldom',
  I8: 'occurs too seldom',
  I9: 'must not be there under a condition of the guide',
};

/** IK403. */
const ELEMENT: Readonly<Record<string, string>> = {
  '1': 'is missing',
  '2': 'is missing beside a value that it belongs to',
  '3': 'has values behind it that do not belong there',
  '4': 'is too short',
  '5': 'is too long',
  '6': 'has a character that is not allowed',
  '7': 'is not a valid code',
  '8': 'is not a valid date',
  '9': 'is not a valid time',
  '10': 'must not stand beside another value',
  '11': 'is repeated too often',
  '12': 'is repeated too often',
  '13': 'has too many parts',
  I6: 'is a code that the guide does not allow here',
  I9: 'is missing under a condition of the guide',
  I10: 'is not used by the guide',
  I11: 'is repeated too seldom',
  I12: 'does not have the form that the guide asks for',
  I13: 'must not be there under a condition of the guide',
};

/** IK502-06. */
const SET: Readonly<Record<string, string>> = {
  '1': 'this kind of transaction is not taken',
  '2': 'its trailer is missing',
  '3': 'its header and trailer have different numbers',
  '4': 'its number of segments is wrong',
  '5': 'segments are in error',
  '6': 'its identifier is wrong',
  '7': 'its number is missing or wrong',
  '18': 'it does not belong in this group',
  '19': 'its version is wrong',
  '23': 'its number was used before',
  I5: 'segments are against the guide',
  I6: 'this guide is not taken',
};

/** AK905-09. */
const GROUP: Readonly<Record<string, string>> = {
  '1': 'this kind of group is not taken',
  '2': 'this version is not taken',
  '3': 'its trailer is missing',
  '4': 'its header and trailer have different numbers',
  '5': 'its number of transactions is wrong',
  '6': 'its number is wrong',
  '19': 'its number was used before',
};

const SECURITY = 'its security data is in error';

/** IK501, AK901, TA104. */
const VERDICT: Readonly<Record<string, string>> = {
  A: 'accepted',
  E: 'accepted, with errors noted',
  P: 'partly accepted',
  R: 'rejected',
  M: 'rejected for security reasons',
  W: 'rejected for security reasons',
  X: 'rejected for security reasons',
};

export const segmentErrorWords = (code: string) => said(SEGMENT, code) ?? `has an error of code ${code}`;
export const elementErrorWords = (code: string) => said(ELEMENT, code) ?? `has an error of code ${code}`;
export const setErrorWords = (code: string) =>
  said(SET, code) ?? (/^(8|9|1[0-7]|2[4-7])$/.test(code) ? SECURITY : `code ${code}`);
export const groupErrorWords = (code: string) =>
  said(GROUP, code) ?? (/^(1[0-8]|2[3-6])$/.test(code) ? SECURITY : `code ${code}`);

/** Without a code nothing was accepted. */
export const acknowledgementWords = (code: string | undefined) =>
  code === undefined ? 'not said, which is no acceptance' : (said(VERDICT, code) ?? `code ${code}`);
