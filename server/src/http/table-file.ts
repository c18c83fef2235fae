/** A table that people take away as a file: CSV, or Excel. */
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type TableToWrite, toCsv, toWorkbook, WORKBOOK_TYPE } from '../tables/index.ts';

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
export async function sendTable(
  c: Context,
  table: TableToWrite,
  { format, name, sheet }: z.infer<typeof TableFormat> & { readonly name: string; readonly sheet: string },
) {
  const named = { 'content-disposition': `attachment; filename="${name}.${format}"` };
  return format === 'csv'
    ? c.body(toCsv(table), 200, { ...named, 'content-type': 'text/csv; charset=utf-8' })
    : c.body(new Uint8Array(await toWorkbook(table, sheet)), 200, {
        ...named,
        'content-type': WORKBOOK_TYPE,
      });
}
