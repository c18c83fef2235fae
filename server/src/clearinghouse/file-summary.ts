/** Office Ally's File Summary (`FS_HCFA_*`): which claims of one upload it took and which it refused. */
import { type Column, columnStarts, cutColumns, reportLines } from './columns.ts';
import { type ReportSubject, subjectOf } from './report-subject.ts';

export interface FileSummary {
  /** Our upload's name, as the report repeats it. */
  readonly fileName: string | undefined;
  /** `MM/DD/YYYY`, as printed. */
  readonly processed: string | undefined;
  readonly rows: readonly FileSummaryRow[];
  /** Every error that is listed above the tables, of claims or of the whole file. */
  readonly errors: readonly { readonly code: string; readonly meaning: string }[];
  /** Lines within a table that fit no row: shown to a person, never dropped. */
  readonly unknownLines: readonly string[];
}

export interface FileSummaryRow {
  readonly outcome: 'accepted' | 'rejected' | 'pended';
  /** Office Ally's own number of the claim. */
  readonly clearinghouseClaimId: string;
  /** ACCNT#: our CLM01. */
  readonly patientControlNumber: string;
  readonly payerId: string;
  readonly subject: ReportSubject;
  readonly errors: readonly { readonly code: string; readonly meaning: string }[];
}

type Name =
  | 'number'
  | 'claimId'
  | 'patientId'
  | 'patient'
  | 'birthDate'
  | 'from'
  | 'to'
  | 'procedure'
  | 'diagnosis'
  | 'taxId'
  | 'account'
  | 'provider'
  | 'payer'
  | 'errors';

const COLUMNS: readonly Column<Name>[] = [
  { name: 'number', headers: ['CLAIM#'], start: 0 },
  { name: 'claimId', headers: ['OA CLAIMID'], start: 7 },
  { name: 'patientId', headers: ['PATIENT ID'], start: 19 },
  { name: 'patient', headers: ['LAST,FIRST'], start: 37 },
  { name: 'birthDate', headers: ['DOB'], start: 57 },
  { name: 'from', headers: ['FROM DOS'], start: 70 },
  { name: 'to', headers: ['TO DOS'], start: 81 },
  { name: 'procedure', headers: ['CPT'], start: 92 },
  { name: 'diagnosis', headers: ['DIAG'], start: 100 },
  { name: 'taxId', headers: ['TAX ID'], start: 109 },
  { name: 'account', headers: ['ACCNT#'], start: 121 },
  { name: 'provider', headers: ['PHYS.ID'], start: 135 },
  { name: 'payer', headers: ['PAYER'], start: 146 },
  { name: 'errors', headers: ['ERRORS'], start: 153 },
];

const OUTCOMES: ReadonlyMap<string, FileSummaryRow['outcome']> = new Map([
  ['ERROR', 'rejected'],
  ['ACCEPTED', 'accepted'],
  ['PENDING', 'pended'],
]);

/** `-------ACCEPTED CLAIM DETAIL`; the word before CLAIM, or all of it in a title that was not met before. */
const SECTION = /^\s*-+(?!-)\s*(?!\s)(?:([A-Z]+) CLAIM\b|(?=.*[A-Z]).*\bDETAIL\b)/i;

/** Reads any text; what is not understood ends up in `unknownLines`. */
export function readFileSummary(bytes: Uint8Array): FileSummary {
  let fileName: string | undefined;
  let processed: string | undefined;
  let outcome: FileSummaryRow['outcome'] | undefined;
  let inTable = false;
  let starts = columnStarts(COLUMNS, undefined);
  const meanings = new Map<string, string>();
  const rows: FileSummaryRow[] = [];
  const unknownLines: string[] = [];

  for (const line of reportLines(bytes)) {
    const section = SECTION.exec(line);
    const meaning = /\+--->\s+\d+\s+#\s+errors?\s+([A-Z]+\d+)\s*-\s*(.+)/.exec(line);
    if (section) {
      inTable = true;
      outcome = OUTCOMES.get((section[1] ?? '').toUpperCase());
    } else if (meaning) meanings.set(meaning[1] ?? '', (meaning[2] ?? '').trim());
    else if (/^\s*Date Processed:/i.test(line)) processed = afterColon(line);
    else if (/^\s*File Name:/i.test(line)) fileName = afterColon(line);
    else if (line.includes('ACCNT#')) starts = columnStarts(COLUMNS, line);
    else if (line.trim() === '' || /^[-=\s]+$/.test(line) || !inTable) continue;
    else {
      // What stands under a title that we do not know is nobody's acceptance.
      const row = outcome && readRow(outcome, starts, line);
      if (row) rows.push(row);
      else unknownLines.push(line);
    }
  }
  return {
    fileName,
    processed,
    rows: rows.map((row) => withMeanings(row, meanings)),
    errors: [...meanings].map(([code, meaning]) => ({ code, meaning })),
    unknownLines,
  };
}

function readRow(
  outcome: FileSummaryRow['outcome'],
  starts: ReadonlyMap<Name, number>,
  line: string,
): FileSummaryRow | undefined {
  if (!/^\s{0,4}\d+\)/.test(line)) return undefined;
  const cells = cutColumns(starts, line);
  if (!/^\d{8,12}$/.test(cells.claimId) || !/^[A-Za-z0-9]{1,20}$/.test(cells.account)) return undefined;
  const codes = cells.errors.split(/[\s,;]+/).filter((code) => code !== '');
  return {
    outcome,
    clearinghouseClaimId: cells.claimId,
    patientControlNumber: cells.account,
    payerId: cells.payer,
    subject: subjectOf({ patient: cells.patient, memberId: cells.patientId, serviceDate: cells.from }),
    errors: codes.map((code) => ({ code, meaning: '' })),
  };
}

function withMeanings(row: FileSummaryRow, meanings: ReadonlyMap<string, string>): FileSummaryRow {
  return { ...row, errors: row.errors.map(({ code }) => ({ code, meaning: meanings.get(code) ?? '' })) };
}

function afterColon(line: string): string {
  return line.slice(line.indexOf(':') + 1).trim();
}
