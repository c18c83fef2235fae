/** Fixed-width text: one line from values at start columns, as Office Ally's readable reports are laid out. */
import type { Cents, IsoDate } from '@claimside/shared/values';

/** Start column (from 0) and text; each text is cut so that a blank stays before the next column. */
export type Cell = readonly [start: number, text: string];

export function textLine(cells: readonly Cell[]): string {
  let line = '';
  for (const [place, [start, text]] of cells.entries()) {
    const end = cells[place + 1]?.[0];
    line = line.padEnd(start) + (end === undefined ? text : text.slice(0, end - start - 1));
  }
  return line.trimEnd();
}

/** Values under a header's columns. */
export function textRow(columns: readonly Cell[], values: readonly string[]): string {
  return textLine(columns.map(([start], place) => [start, values[place] ?? '']));
}

/** `MM/DD/YYYY`; empty for no date. */
export function usDate(date: IsoDate | ''): string {
  if (date === '') return '';
  const [year, month, day] = date.split('-');
  return `${month}/${day}/${year}`;
}

/** `1234.50`. */
export function plainMoney(amount: Cents): string {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Lines with the line ends of the clearinghouse's text reports. */
export function textFile(lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.map((line) => `${line}\r\n`).join(''), 'latin1');
}
