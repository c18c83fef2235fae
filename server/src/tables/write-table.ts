/** Tables for people's spreadsheet programs: CSV, and Excel. */
import { stringify } from 'csv-stringify/sync';
import writeExcel from 'write-excel-file/node';

/** The media type of an Excel file. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export interface TableToWrite {
  /** A line above the headings, of what the table is; none where it is undefined. */
  readonly above?: string | undefined;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** No cell is taken for a formula by the program that opens it. */
export function toCsv({ above, headings, rows }: TableToWrite): string {
  const lines = [...(above === undefined ? [] : [[above]]), headings, ...rows];
  return stringify(lines, { escape_formulas: true, record_delimiter: '\r\n' });
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
    sheets.map(({ sheet, table: { above, headings, rows } }) => ({
      sheet,
      data: [
        ...(above === undefined ? [] : [[bold(above)]]),
        headings.map(bold),
        ...rows.map((row) => row.map(text)),
      ],
      stickyRowsCount: above === undefined ? 1 : 2,
    })),
  ).toBuffer();
}
