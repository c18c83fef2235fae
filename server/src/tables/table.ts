/** A table as people keep it: one row of headings, and rows of text below. */
export type { TableFault } from '@claimside/shared/api';

export interface TableRow {
  /** From 1, as the program counts in which the file was made. */
  readonly line: number;
  /** As many as there are headings. */
  readonly cells: readonly string[];
}

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
}
