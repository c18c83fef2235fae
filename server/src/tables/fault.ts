/** What is wrong with a table, in one line. */
import type { TableFault } from './table.ts';

/** With the place, where it has one. */
export function wordsOfFault({ line, column, message, fix }: TableFault): string {
  const place = [line !== undefined && `Line ${line}`, column].filter((part) => part).join(', ');
  return `${place === '' ? '' : `${place}: `}${message} ${fix}`;
}
