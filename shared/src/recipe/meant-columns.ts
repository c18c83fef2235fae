/** The list of services as a person says what its columns mean. */
import { literal } from './literal.ts';
import type { PointedColumn } from './pointed.ts';
import type { Column, LineList, RowPart } from './recipe.ts';

/** A table by its headers, all of which must be there; other rows by their parts. A column without a meaning is not used. */
export function withMeantColumns(list: LineList, headers: readonly PointedColumn[]): LineList {
  const { columns: _, parts: __, required: ___, unitsNotShown: ____, ...rest } = list;
  const meant = headers.flatMap(({ column, ...header }) => (column ? [{ column, ...header }] : []));
  const columns = Object.fromEntries(meant.map(({ column, text }) => [column, literal(text)]));
  const parts = Object.fromEntries(meant.flatMap(({ column, part }) => (part ? [[column, part]] : [])));
  return {
    ...rest,
    ...(list.rows === 'table'
      ? {
          columns: columns as Partial<Record<Column, string>>,
          required: meant.map(({ column }) => column),
        }
      : { parts: parts as Partial<Record<Column, RowPart>> }),
    ...(!meant.some(({ column }) => column === 'units') && { unitsNotShown: true }),
  };
}
