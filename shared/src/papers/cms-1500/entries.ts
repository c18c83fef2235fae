/** What stands in which box: texts as the form wants them, and which were too long for theirs. */
import { type Cents, formatMoney } from '../../values/index.ts';
import type { Box } from './boxes.ts';

/** One text at its place. */
export interface Entry {
  readonly box: string;
  readonly name: string;
  /** Of a box that has several: such as the answer that is ticked. */
  readonly part: string | undefined;
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** It was longer than its box. */
  readonly isCut: boolean;
}

/** The parts of a box that are known, `lines` further down. */
export function fill(box: Box, values: Readonly<Record<string, string | undefined>>, lines = 0): Entry[] {
  return Object.entries(box.parts).flatMap(([part, { line, column, width }]) => {
    const text = values[part] ?? '';
    if (text === '') return [];
    return {
      box: box.box,
      name: box.name,
      part: Object.keys(box.parts).length > 1 ? part : undefined,
      line: line + lines,
      column,
      text: text.slice(0, width),
      isCut: text.length > width,
    };
  });
}

export const text = (value: string | undefined) => ({ text: value && capitals(value) });
export const tick = (answer: string | undefined) => (answer === undefined ? {} : { [answer]: 'X' });
export const yesNo = (is: boolean) => tick(is ? 'yes' : 'no');

export const day = (date: string | undefined) => {
  const [year, month, dayOfMonth] = date?.split('-') ?? [];
  return { year, month, day: dayOfMonth };
};
/** With the year in two digits. */
export const shortDay = (date: string) => ({ ...day(date), year: date.slice(2, 4) });

export const telephone = (digits: string | undefined) => ({
  area: digits?.slice(0, 3),
  number: digits?.slice(3),
});

/** `  185 00`: no sign, comma or point, at the right of so many places. */
export const amount = (value: Cents, places: number): string =>
  formatMoney(value).replace(/[$,]/g, '').replace('.', ' ').padStart(places);

/** In capitals, without what the form leaves out; commas stay between the parts of a name. */
export const capitals = (value: string): string =>
  value.toUpperCase().replace(/[.#]/g, '').replace(/\s+/g, ' ').trim();

/** `LAST, FIRST, M`. */
export function personName(person: {
  readonly lastName?: string | undefined;
  readonly firstName?: string | undefined;
  readonly middleName?: string | undefined;
  readonly suffix?: string | undefined;
}): string {
  const last = [person.lastName, person.suffix].filter(Boolean).join(' ');
  return capitals([last, person.firstName, person.middleName?.slice(0, 1)].filter(Boolean).join(', '));
}
