/** Rows of texts as a table with aligned columns. */

/** The last columns are figures, to the right; the others stand to the left. */
export function aligned(rows: readonly (readonly string[])[], figures: number): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const isFigure = (column: number): boolean => column >= widths.length - figures;
  return `${rows
    .map((row) =>
      row
        .map((text, column) =>
          isFigure(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')}\n`;
}

export const share = (part: number, all: number): string =>
  all === 0 ? '-' : `${((100 * part) / all).toFixed(1)} %`;
