/** A table that people take away as a file: CSV, or Excel. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type SheetToWrite, type TableToWrite, toCsv, toWorkbook, WORKBOOK_TYPE } from '../tables/index.ts';

export const TableFormat = z.object({ format: z.enum(['csv', 'xlsx']).default('csv') });

/** How a route describes that it gives one. */
export const TABLE_FILE = {
  description: 'A file.',
  content: {
    'text/csv': { schema: z.string() },
    [WORKBOOK_TYPE]: { schema: z.string().meta({ format: 'binary' }) },
  },
};

/** `name`: of the file, without its ending; `sheet`: of its only sheet. */
export const sendTable = (
  c: Context,
  table: TableToWrite,
  { format, name, sheet }: z.infer<typeof TableFormat> & { readonly name: string; readonly sheet: string },
) => (format === 'csv' ? sendCsv(c, table, name) : sendWorkbook(c, [{ sheet, table }], name));

export const sendCsv = (c: Context, table: TableToWrite, name: string) =>
  c.body(toCsv(table), 200, { ...named(name, 'csv'), 'content-type': 'text/csv; charset=utf-8' });

export const sendWorkbook = async (c: Context, sheets: readonly SheetToWrite[], name: string) =>
  c.body(new Uint8Array(await toWorkbook(sheets)), 200, {
    ...named(name, 'xlsx'),
    'content-type': WORKBOOK_TYPE,
  });

const named = (name: string, ending: string) => ({
  'content-disposition': `attachment; filename="${name}.${ending}"`,
});
