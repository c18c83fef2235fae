/** Office Ally's own text reports: File Summary and EDI Status. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import {
  type EdiStatusRow,
  type FileSummaryRow,
  readEdiStatus,
  readFileSummary,
} from '../../clearinghouse/index.ts';
import { hash, matchClaim } from '../../remittance/index.ts';
import type { Scope } from '../../store/store.ts';
import type { LearntFact } from '../facts.ts';
import {
  type Interpretation,
  joinReasons,
  type ReadingInterpreter,
  unmatchedReason,
} from './interpretation.ts';

export const interpretFileSummary: ReadingInterpreter = (stored) => {
  const { rows, unknownLines } = readFileSummary(stored.bytes);
  return (scope) => readRows(scope, rows, unknownLines.length, 'file-summary', summaryFact);
};

export const interpretEdiStatus: ReadingInterpreter = (stored) => {
  const { rows, unknownLines } = readEdiStatus(stored.bytes);
  return (scope) => readRows(scope, rows, unknownLines.length, 'edi-status', ediStatusFact);
};

async function readRows<Row extends { readonly patientControlNumber: string }>(
  scope: Scope,
  rows: readonly Row[],
  unknownLines: number,
  report: string,
  toFact: (row: Row) => ClaimFact,
): Promise<Interpretation> {
  const facts: LearntFact[] = [];
  let unmatched = 0;
  for (const row of rows) {
    const claimId = await matchClaim(scope, row);
    if (claimId === undefined) unmatched += 1;
    else facts.push({ claimId, dedupeKey: `${report}:${hash(row)}`, fact: toFact(row) });
  }
  const reasons = [
    rows.length === 0 ? 'No claim could be read in this report.' : null,
    unknownLines > 0 ? `${unknownLines} lines of it could not be read.` : null,
    unmatchedReason(unmatched, rows.length),
  ];
  return { facts, reason: joinReasons(reasons) };
}

function summaryFact(row: FileSummaryRow): ClaimFact {
  if (row.outcome === 'accepted')
    return { type: 'clearinghouse-accepted', clearinghouseClaimId: row.clearinghouseClaimId };
  const codes = row.errors.map((error) => error.code);
  const message = row.errors
    .map(({ code, meaning }) => (meaning === '' ? code : `${code}: ${meaning}`))
    .join('; ');
  return row.outcome === 'rejected'
    ? { type: 'clearinghouse-rejected', codes, message }
    : { type: 'clearinghouse-pended', codes, message };
}

function ediStatusFact(row: EdiStatusRow): ClaimFact {
  const { status, message, payerReferenceId } = row;
  if (status === 'REJECTED') return { type: 'payer-rejected', codes: [], message };
  if (status === 'ACCEPTED') {
    return {
      type: 'payer-accepted',
      ...(payerReferenceId === '' ? {} : { payerClaimControlNumber: payerReferenceId }),
    };
  }
  return { type: 'unclear', message: `${status}: ${message}` };
}
