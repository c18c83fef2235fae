/** The list of services as a person says what its columns mean. */
import { literal } from './literal.ts';
import type { PointedColumn } from './pointed.ts';
import type { Column, LineList, RowPart } from './recipe.ts';

/**
 * A table by its headers, all of which must be there; other rows by their parts. A column without a meaning is not used.
 * Modifiers may stand in several.
 */
export function withMeantColumns(list: LineList, headers: readonly PointedColumn[]): LineList {
  const { columns: _, parts: __, required: ___, unitsNotShown: ____, ...rest } = list;
  const meanings = [...new Set(headers.flatMap(({ column }) => column ?? []))];
  const under = (column: Column): readonly PointedColumn[] =>
    headers.filter((header) => header.column === column);
  const columns = meanings.map((column) => [
    column,
    under(column)
      .map(({ text }) => literal(text))
      .join('|'),
  ]);
  const parts = meanings.flatMap((column) => {
    const own = under(column).flatMap(({ part }) => part ?? []);
    const css = own.flatMap((part) => part.css ?? []);
    const cells = own.flatMap((part) => part.cells ?? []);
    if (cells.length > 0) return [[column, { cells }]];
    return css.length > 1 ? [[column, { css: css.join(', ') }]] : own.map((part) => [column, part]);
  });
  const required = meanings.flatMap((column) =>
    column === 'modifiers'
      ? under(column).flatMap(({ alike = 1 }) => Array<Column>(alike).fill(column))
      : [column],
  );
  return {
    ...rest,
    ...(list.rows === 'table'
      ? {
          columns: Object.fromEntries(columns) as Partial<Record<Column, string>>,
          required,
        }
      : { parts: Object.fromEntries(parts) as Partial<Record<Column, RowPart>> }),
    ...(!meanings.includes('units') && { unitsNotShown: true }),
  };
}
