/** The form of a publisher's file: how its first row is known and what its rows say. */
import type { Sink } from './sink.ts';

/** Reads the rows of one file, in order. */
export interface RowReader {
  /** `cells` is the whole line alone where the columns are fixed. */
  row(cells: readonly string[], line: number): void;
  /** After the last row. */
  end?(): void;
}

export interface Layout {
  /** What a person would call such a file: `the ICD-10-CM order file`. */
  readonly name: string;
  /** `fixed`: places in the line count; `cells`: separated by commas or tabs. */
  readonly form: 'fixed' | 'cells';
  /**
   * Undefined for titles, licence notices and whatever else stands before the first row that only such a file has; that
   * row gives the reader of those after it, and has been read itself when it is data.
   */
  open(cells: readonly string[], line: number, sink: Sink): RowReader | undefined;
}

/** The column whose title fits, counted from 0; -1 where there is none. Titles may be wrapped and of any case. */
export function columnOf(header: readonly string[], title: RegExp): number {
  return header.findIndex((cell) => title.test(cell.replaceAll(/\s+/g, ' ').trim().toLowerCase()));
}
