/** Finds out what a file is by trying the layouts on its first rows. */

import { type Row, rowsOf, type Separator } from '../tables/rows.ts';
import type { Layout } from './layout.ts';
import { CODE_LISTS, type CodeList } from './lists.ts';
import type { TextPart } from './open-files.ts';
import { createSink, type Sink } from './sink.ts';

/** Titles and licence notices above the rows are shorter than this. */
const ROWS_TO_LOOK_AT = 60;

/** The first rows of a part, each way they could be cut. */
export interface Head {
  readonly fixed: readonly Row[];
  readonly cells: readonly Row[];
  readonly separator: Separator;
}

export async function headOf(part: TextPart): Promise<Head> {
  const fixed = await firstRows(part, 'none');
  const tabbed = fixed.some(({ cells: [text = ''] }) => text.split('\t').length > 2);
  const separator = tabbed ? 'tab' : 'comma';
  return { fixed, separator, cells: await firstRows(part, separator) };
}

async function firstRows(part: TextPart, separator: Separator): Promise<Row[]> {
  const rows: Row[] = [];
  try {
    for await (const some of rowsOf(await part.open(), separator)) {
      rows.push(...some.slice(0, ROWS_TO_LOOK_AT - rows.length));
      if (rows.length >= ROWS_TO_LOOK_AT) break;
    }
  } catch {
    // Quotation marks without partner, or a damaged package: told when the whole is read, if it is one to read.
  }
  return rows;
}

/** `reads`: most rows are as the layout wants them; `opens`: its header is there; else undefined. */
export function fits(layout: Layout, head: Head): 'reads' | 'opens' | undefined {
  const sink = createSink();
  const reading = startReading(layout, sink);
  let rows = 0;
  for (const row of layout.form === 'fixed' ? head.fixed : head.cells) {
    reading.row(row);
    if (reading.isOpen()) rows += 1;
  }
  if (rows === 0) return undefined;
  return sink.faultCount() * 2 < rows ? 'reads' : 'opens';
}

/** Hands rows to a layout: to `open` until it opens, then to its reader. */
export function startReading(layout: Layout, sink: Sink) {
  let reader: ReturnType<Layout['open']>;
  return {
    row({ cells, line }: Row) {
      if (reader) reader.row(cells, line);
      else reader = layout.open(cells, line, sink);
    },
    end: () => reader?.end?.(),
    isOpen: () => reader !== undefined,
  };
}

/** The layout by which a part is to be read as this list, or the list that it looks like instead. */
export function recognise(head: Head, wanted: CodeList): { layout: Layout } | { looksLike?: CodeList } {
  // A shipped list is so plain that other lists would pass for one; and the other way round.
  const lists = wanted.shipped ? [wanted, ...CODE_LISTS] : CODE_LISTS;
  for (const list of lists.filter((each) => each === wanted || !each.shipped))
    for (const layout of list.layouts)
      if (fits(layout, head) === 'reads') return list === wanted ? { layout } : { looksLike: list };
  const opened = wanted.layouts.find((layout) => fits(layout, head) === 'opens');
  return opened ? { layout: opened } : {};
}
