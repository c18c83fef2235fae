/** Fixed-width report lines, cut where the header line of the same report says the columns begin. */

/** Where a column starts and what its header says. */
export interface Column<Name extends string> {
  readonly name: Name;
  /** Texts the header may carry for it. */
  readonly headers: readonly string[];
  /** Used when the header line is missing or does not name it. */
  readonly start: number;
}

/** Column starts, as this report's header line gives them; the known ones where it does not. */
export function columnStarts<Name extends string>(
  columns: readonly Column<Name>[],
  header: string | undefined,
): ReadonlyMap<Name, number> {
  const starts = new Map<Name, number>();
  let from = 0;
  for (const column of columns) {
    const found = column.headers
      .map((text) => ({ text, at: header?.indexOf(text, from) ?? -1 }))
      .find(({ at }) => at >= 0);
    starts.set(column.name, found ? found.at : column.start);
    if (found) from = found.at + found.text.length;
  }
  return starts;
}

/** Cuts one line; each value trimmed, empty when the line ends before it. */
export function cutColumns<Name extends string>(
  starts: ReadonlyMap<Name, number>,
  line: string,
): Record<Name, string> {
  const ordered = [...starts].sort(([, a], [, b]) => a - b);
  return Object.fromEntries(
    ordered.map(([name, start], index) => [name, line.slice(start, ordered[index + 1]?.[1]).trim()]),
  ) as Record<Name, string>;
}

/** Lines of a report, whatever ends them; bytes are taken as Latin-1, so that none is refused. */
export function reportLines(bytes: Uint8Array): string[] {
  return new TextDecoder('latin1').decode(bytes).split(/\r\n|\n|\r/);
}
