/** Office Ally's EDI Status (`*_EDI_STATUS_*.txt`): what payers answered, as text. */
import { type Column, columnStarts, cutColumns, reportLines } from './columns.ts';

export interface EdiStatus {
  readonly rows: readonly EdiStatusRow[];
  /** Lines that look like a row and fit none: shown to a person, never dropped. */
  readonly unknownLines: readonly string[];
}

export interface EdiStatusRow {
  readonly clearinghouseClaimId: string;
  /** Our CLM01. */
  readonly patientControlNumber: string;
  readonly payerId: string;
  /** `MM/DD/YYYY`, as printed. */
  readonly processed: string;
  readonly payerReferenceId: string;
  /** ACCEPTED, REJECTED, or a word not met before. */
  readonly status: string;
  /** The payer's own words. */
  readonly message: string;
}

type Name =
  | 'fileId'
  | 'claimId'
  | 'account'
  | 'patient'
  | 'amount'
  | 'practice'
  | 'taxId'
  | 'payer'
  | 'processed'
  | 'reference'
  | 'status'
  | 'message';

const COLUMNS: readonly Column<Name>[] = [
  { name: 'fileId', headers: ['File ID'], start: 4 },
  { name: 'claimId', headers: ['OA Claim ID', 'Claim ID'], start: 14 },
  { name: 'account', headers: ['Pat. Acct #', 'Patient Acct', 'Acct'], start: 26 },
  { name: 'patient', headers: ['Patient'], start: 41 },
  { name: 'amount', headers: ['Amount'], start: 61 },
  { name: 'practice', headers: ['Prac. ID', 'Practice ID'], start: 73 },
  { name: 'taxId', headers: ['Tax ID'], start: 84 },
  { name: 'payer', headers: ['Payer ID', 'Payer'], start: 95 },
  { name: 'processed', headers: ['Payer Process Date', 'Process Date'], start: 105 },
  { name: 'reference', headers: ['Payer Reference ID', 'Payer Ref ID'], start: 122 },
  { name: 'status', headers: ['Status'], start: 142 },
  { name: 'message', headers: ['Payer Response Message'], start: 152 },
];

/** For reports whose columns moved: two numbers (which may touch), account, name, amount, ids, date, reference, answer. */
const PATTERN =
  /^\s*\d{8,12}?\s*(\d{10}|\d{8,12}(?=\s))\s+([A-Za-z0-9]{1,20})\s+.*?\s+-?[\d,]+\.\d{2}\s+\d{10}\s+[\d-]{9,10}\s+(\S{5})\s+(\d{2}\/\d{2}\/\d{4})\s+(?:(\S*\d\S*)\s+)?([A-Z]{4,})(?:\s+(.*))?$/;

/** Reads any text; what is not understood ends up in `unknownLines`. */
export function readEdiStatus(bytes: Uint8Array): EdiStatus {
  let starts: ReadonlyMap<Name, number> | undefined;
  const rows: EdiStatusRow[] = [];
  const unknownLines: string[] = [];
  for (const line of reportLines(bytes)) {
    if (/^\s*File ID\b/.test(line)) starts = columnStarts(COLUMNS, line);
    else if (/^\s*\d{8,}/.test(line)) {
      const row = byColumns(starts ?? columnStarts(COLUMNS, undefined), line) ?? byPattern(line);
      if (row) rows.push(row);
      else unknownLines.push(line);
    }
  }
  return { rows, unknownLines };
}

function byColumns(starts: ReadonlyMap<Name, number>, line: string): EdiStatusRow | undefined {
  const cells = cutColumns(starts, line);
  const aligned =
    /^\d{8,12}$/.test(cells.fileId) &&
    /^\d{8,12}$/.test(cells.claimId) &&
    /^[A-Za-z0-9]{1,14}$/.test(cells.account) &&
    /^-?[\d,]+\.\d{2}$/.test(cells.amount) &&
    /^\d{2}\/\d{2}\/\d{4}$/.test(cells.processed) &&
    /^[A-Z]+$/.test(cells.status);
  if (!aligned) return undefined;
  return {
    clearinghouseClaimId: cells.claimId,
    patientControlNumber: cells.account,
    payerId: cells.payer,
    processed: cells.processed,
    payerReferenceId: cells.reference,
    status: cells.status,
    message: cells.message,
  };
}

function byPattern(line: string): EdiStatusRow | undefined {
  const match = PATTERN.exec(line);
  if (!match) return undefined;
  const [, claimId = '', account = '', payerId = '', processed = '', reference = '', status = ''] = match;
  return {
    clearinghouseClaimId: claimId,
    patientControlNumber: account,
    payerId,
    processed,
    payerReferenceId: reference,
    status,
    message: (match[7] ?? '').trim(),
  };
}
