/** What stands in one cell of a patient list: the value, or what is wrong with it. Nothing here repeats what stood there. */
import { plainName, splitName } from '@claimside/shared/capture';
import { CLAIM_FILING_INDICATORS, STATES } from '@claimside/shared/codes';
import type { Cell } from '@claimside/shared/fee-schedule';
import type { CoverageRank } from '@claimside/shared/patients';
import { type Cents, type IsoDate, isIsoDate, parseDate, parseMoney } from '@claimside/shared/values';

const wrong = (message: string, fix: string) => ({ fault: { message, fix } });

interface PersonName {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName?: string;
  readonly suffix?: string;
}

/** `Last, First Middle`; without a comma only a first and a last name. */
export function nameIn(text: string): Cell<PersonName> {
  const name = plainName(text);
  const { lastName, firstName, ...rest } = splitName(name);
  if (!lastName || !firstName || (!name.includes(',') && name.split(' ').length > 2))
    return wrong('It is not certain what is the last name.', 'Write it as Last, First.');
  return { value: { lastName, firstName, ...rest } };
}

export interface DateIn {
  readonly date: IsoDate;
  /** The century was left out. */
  readonly isMended: boolean;
}

const DAY_MILLISECONDS = 86_400_000;
/** Day 0 of spreadsheet programs. */
const SHEET_EPOCH = Date.UTC(1899, 11, 30);

/** Month first; a year of two digits is the one within a hundred years before `today`. */
export function dateIn(text: string, today: IsoDate): Cell<DateIn> {
  const date = plainDate(text);
  if (date !== undefined) return { value: { date, isMended: false } };
  const short = /^(\d{1,2}[-/.]\d{1,2}[-/.])(\d{2})$/.exec(text);
  const [, monthAndDay = '', year = ''] = short ?? [];
  const century = Number(today.slice(0, 2));
  const within = [century, century - 1]
    .flatMap((first) => (short ? (parseDate(`${monthAndDay}${first}${year}`) ?? []) : []))
    .find((each) => each <= today);
  if (within !== undefined) return { value: { date: within, isMended: true } };
  return wrong('This is no date.', 'Write it as 04/12/1978 or 1978-04-12.');
}

function plainDate(text: string): IsoDate | undefined {
  const date = parseDate(text);
  if (date !== undefined) return date;
  const digits = /^\d{8}$/.test(text) ? text : undefined;
  const whole = digits && (dashed(digits, 0, 4, 6) ?? dashed(digits, 4, 0, 2));
  if (whole) return whole;
  // A date that a spreadsheet program keeps as its number of days.
  if (!/^\d{5}(\.0+)?$/.test(text)) return undefined;
  const day = new Date(SHEET_EPOCH + Number(text) * DAY_MILLISECONDS).toISOString().slice(0, 10);
  return isIsoDate(day) ? day : undefined;
}

function dashed(digits: string, year: number, month: number, day: number): IsoDate | undefined {
  const text = `${digits.slice(year, year + 4)}-${digits.slice(month, month + 2)}-${digits.slice(day, day + 2)}`;
  return isIsoDate(text) ? text : undefined;
}

const SEXES: Readonly<Record<string, 'F' | 'M' | 'U'>> = {
  F: 'F',
  FEMALE: 'F',
  WOMAN: 'F',
  M: 'M',
  MALE: 'M',
  MAN: 'M',
  U: 'U',
  UNKNOWN: 'U',
  X: 'U',
  O: 'U',
  OTHER: 'U',
  NONBINARY: 'U',
  UNSPECIFIED: 'U',
  DECLINED: 'U',
};

export function sexIn(text: string): Cell<'F' | 'M' | 'U'> {
  const sex = SEXES[plain(text)];
  return sex ? { value: sex } : wrong('This is no sex that a claim knows.', 'Write F, M or U.');
}

const STATE_BY_NAME = new Map(Object.entries(STATES).map(([code, name]) => [plain(name), code]));

export function stateIn(text: string): Cell<string> {
  const code = text.toUpperCase().trim();
  const state = Object.hasOwn(STATES, code) ? code : STATE_BY_NAME.get(plain(text));
  return state ? { value: state } : wrong('This is no US state.', 'Write its two letters, such as OR.');
}

export interface ZipIn {
  readonly zip: string;
  /** It got back the zero that a spreadsheet program had taken. */
  readonly isMended: boolean;
}

export function zipIn(text: string): Cell<ZipIn> {
  const digits = text.replace(/[\s-]/g, '').replace(/\.0+$/, '');
  if (/^(\d{5}|\d{9})$/.test(digits)) return { value: { zip: digits, isMended: false } };
  if (/^(\d{4}|\d{8})$/.test(digits)) return { value: { zip: `0${digits}`, isMended: true } };
  return wrong('This is no ZIP code.', 'Write its five or nine digits.');
}

export function phoneIn(text: string): Cell<string> {
  const [number = ''] = text.toUpperCase().split(/EXT|X|;/);
  const digits = number.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return /^\d{10}$/.test(digits)
    ? { value: digits }
    : wrong('This is no phone number of ten digits.', 'Correct it, or leave it empty.');
}

const RELATIONS: Readonly<Record<string, string>> = {
  SELF: '18',
  PATIENT: '18',
  INSURED: '18',
  SUBSCRIBER: '18',
  SAME: '18',
  SPOUSE: '01',
  HUSBAND: '01',
  WIFE: '01',
  CHILD: '19',
  SON: '19',
  DAUGHTER: '19',
  DEPENDENT: '19',
  EMPLOYEE: '20',
  UNKNOWN: '21',
  ORGANDONOR: '39',
  CADAVERDONOR: '40',
  LIFEPARTNER: '53',
  DOMESTICPARTNER: '53',
  PARTNER: '53',
  OTHER: 'G8',
  '1': '01',
};
const RELATION_CODES = new Set(Object.values(RELATIONS));

/** What the patient is to the insured. `Father` could be said either way round, and is not taken. */
export function relationshipIn(text: string): Cell<string> {
  const word = plain(text);
  const code = RELATION_CODES.has(word) ? word : RELATIONS[word];
  return code
    ? { value: code }
    : wrong('It is not certain what the patient is to the insured.', 'Write Self, Spouse, Child or Other.');
}

const KIND_BY_NAME = new Map(
  Object.entries(CLAIM_FILING_INDICATORS).flatMap(([code, name]) => [
    [code, code],
    [plain(name), code],
  ]),
);

export function kindIn(text: string): Cell<string> {
  const kind = KIND_BY_NAME.get(plain(text));
  return kind
    ? { value: kind }
    : wrong('This is no kind of insurance that a claim knows.', 'Write its code, such as CI or MB.');
}

const MOST_COPAY = 9_999_999;

export function copayIn(text: string): Cell<Cents> {
  const amount = parseMoney(text);
  return amount !== undefined && amount >= 0 && amount <= MOST_COPAY
    ? { value: amount }
    : wrong('This is no amount.', 'Write dollars and cents, such as 25.00, or leave it empty.');
}

const RANKS: Readonly<Record<string, CoverageRank>> = {
  P: 'P',
  PRIMARY: 'P',
  '1': 'P',
  S: 'S',
  SECONDARY: 'S',
  '2': 'S',
  T: 'T',
  TERTIARY: 'T',
  '3': 'T',
};

export function rankIn(text: string): Cell<CoverageRank> {
  const rank = RANKS[plain(text)];
  return rank
    ? { value: rank }
    : wrong('This is no order of a coverage.', 'Write Primary, Secondary or Tertiary.');
}

const NOBODY = new Set(
  'SELFPAY SELFPAYMENT CASH CASHPAY PRIVATEPAY NONE NOINSURANCE UNINSURED NOTINSURED NA SELF'.split(' '),
);

/** In place of a payer: the patient pays. */
export const isNoPayer = (text: string): boolean => NOBODY.has(plain(text));

function plain(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
