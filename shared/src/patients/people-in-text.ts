/** Names and dates of birth in lines that a person pasted: `Quintero, Marta 04/12/1978`, with whatever stands around. */
import { nameKey, plainName, splitName } from '../capture/index.ts';
import { type IsoDate, parseDate } from '../values/index.ts';

export interface PersonInText {
  /** From 1. */
  readonly line: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: IsoDate;
}

export interface PeopleInText {
  readonly people: readonly PersonInText[];
  /** Lines, from 1, that hold no name with a date of birth. */
  readonly unread: readonly number[];
}

const DATE =
  /\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[A-Za-z]{3,9}\.? \d{1,2},? \d{4}|\d{1,2}[- ][A-Za-z]{3,9}[- ]\d{4}/g;
const TIME = /\b\d{1,2}:\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?/gi;

/** The name is what stands before the date of birth, which is the last date of the line. */
export function peopleInText(text: string): PeopleInText {
  const people: PersonInText[] = [];
  const unread: number[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '') return;
    const person = personIn(line);
    if (person) people.push({ line: index + 1, ...person });
    else unread.push(index + 1);
  });
  return { people, unread };
}

function personIn(line: string): Omit<PersonInText, 'line'> | undefined {
  const dates = [...line.matchAll(DATE)];
  const last = dates.at(-1);
  const birthDate = last && parseDate(last[0]);
  if (!last || !birthDate) return undefined;
  const before = line.slice(0, last.index).replace(DATE, ' ').replace(TIME, ' ');
  const cells = before
    .split('\t')
    .map((cell) => cell.replace(/\b(dob|born|date of birth)\b:?/gi, ' ').trim())
    .filter((cell) => /\p{L}/u.test(cell));
  const [one = '', other] = cells;
  // Last and first name in cells of their own, or one name.
  const whole = other !== undefined && !one.includes(',') && !one.includes(' ') ? `${one}, ${other}` : one;
  const { lastName = '', firstName = '' } = splitName(plainName(whole.replace(/[\s,;|]+$/, '')));
  const isNamed = nameKey(lastName) !== '' && nameKey(firstName) !== '';
  return isNamed ? { lastName, firstName, birthDate } : undefined;
}
