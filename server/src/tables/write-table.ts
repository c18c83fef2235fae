/** Tables for people's spreadsheet programs: CSV, and Excel. */
import { stringify } from 'csv-stringify/sync';
import writeExcel from 'write-excel-file/node';

/** The media type of an Excel file. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface TableToWrite {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** No cell is taken for a formula by the program that opens it. */
export function toCsv({ headings, rows }: TableToWrite): string {
  return stringify([headings, ...rows], { escape_formulas: true, record_delimiter: '\r\n' });
}

export interface SheetToWrite {
  /** Its name in the workbook. */
  readonly sheet: string;
  readonly table: TableToWrite;
}

/** Every cell is text, so that no code loses its zeros. */
export async function toWorkbook(sheets: readonly SheetToWrite[]): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String });
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
  return writeExcel(
    sheets.map(({ sheet, table: { headings, rows } }) => ({
      sheet,
      data: [headings.map(bold), ...rows.map((row) => row.map(text))],
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}
