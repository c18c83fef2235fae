/** Office Ally's EDI Status (`*_EDI_STATUS_*.txt`): what payers answered, as text. */
import { type Column, columnStarts, cutColumns, reportLines } from './columns.ts';
import { type ReportSubject, subjectOf } from './report-subject.ts';

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
  readonly subject: ReportSubject;
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

/** Reads any text; what is not understood ends up in `unknownLines`. */
export function readEdiStatus(bytes: Uint8Array): EdiStatus {
  let starts: ReadonlyMap<Name, number> | undefined;
  const rows: EdiStatusRow[] = [];
  const unknownLines: string[] = [];
  for (const line of reportLines(bytes)) {
    if (/^\s*File ID\b/.test(line)) starts = columnStarts(COLUMNS, line);
    else if (/^\s*\d{8,}/.test(line)) {
      const row = byColumns(starts ?? columnStarts(COLUMNS, undefined), line) ?? byWords(line);
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
    cells.claimId === (touchingClaimId(line) ?? cells.claimId) &&
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
    subject: subjectOf({ patient: cells.patient, charge: cells.amount }),
    processed: cells.processed,
    payerReferenceId: cells.reference,
    status: cells.status,
    message: cells.message,
  };
}

/**
 * For reports whose columns moved: two numbers (which may touch), account, name, amount, ids, payer, date, reference,
 * answer. Word by word: one pattern over the whole line would take minutes for a line of a thousand blanks.
 */
function byWords(line: string): EdiStatusRow | undefined {
  const words = line.trim().split(/\s+/);
  const touching = touchingClaimId(line);
  const claimId = touching ?? words[1] ?? '';
  const rest = words.slice(touching === undefined ? 2 : 1);
  const at = rest.findIndex(
    (_, index) => index > 0 && PAID_BY.every((word, n) => word.test(rest[index + n] ?? '')),
  );
  const [account = ''] = rest;
  if (!/^\d{8,12}$/.test(claimId) || !/^[A-Za-z0-9]{1,20}$/.test(account) || at < 0) return undefined;
  const [payerId = '', processed = '', ...answer] = rest.slice(at + 3);
  const hasReference = /\d/.test(answer[0] ?? '');
  const [status = '', ...message] = answer.slice(hasReference ? 1 : 0);
  if (!/^[A-Z]{4,}$/.test(status)) return undefined;
  return {
    clearinghouseClaimId: claimId,
    patientControlNumber: account,
    payerId,
    subject: subjectOf({ patient: rest.slice(1, at).join(' '), charge: rest[at] ?? '' }),
    processed,
    payerReferenceId: hasReference ? (answer[0] ?? '') : '',
    status,
    message: message.join(' '),
  };
}

/** The claim id of ten digits that no blank parts from the file id before it. */
function touchingClaimId(line: string): string | undefined {
  return /^\s*\d{8,12}(\d{10})(?!\S)/.exec(line)?.[1];
}

/** What stands together behind the name: amount, practice, tax id, payer, date. */
const PAID_BY = [/^-?[\d,]+\.\d{2}$/, /^\d{10}$/, /^[\d-]{9,10}$/, /^.{5}$/, /^\d{2}\/\d{2}\/\d{4}$/];
