/** Office Ally's own text reports: File Summary and EDI Status. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { type IsoDate, parseDate } from '@claimside/shared/values';
import {
  type EdiStatusRow,
  type FileSummary,
  type FileSummaryRow,
  readEdiStatus,
  readFileSummary,
} from '../../clearinghouse/index.ts';
import { type AnswerPart, hash, referenceOfReport } from '../../remittance/index.ts';
import type { Runtime } from '../../runtime.ts';
import type { StoredInboundFile } from '../../store/inbound-files.ts';
import { leftOtherwise } from '../../store/left-otherwise.ts';
import { findOutboundFile, listClaimsOfFile } from '../../store/outbound-files.ts';
import type { Scope } from '../../store/store.ts';
import { noteTrialFile } from '../trial/answers.ts';
import { numbersOf, receivedBy, withPayer } from './claim-status.ts';
import { type Interpretation, joinReasons, OTHER_MODE, type ReadingInterpreter } from './interpretation.ts';
import { concludeRefused } from './refusals.ts';
import { saidOn } from './said-on.ts';
import { shareOut } from './share-out.ts';

export const interpretFileSummary: ReadingInterpreter = (stored, { runtime }) => {
  const { processed, rows, unknownLines } = readFileSummary(stored.bytes);
  const date = parseDate(processed ?? '');
  // A claim that is sent again may hear the same once more: on another day it is said anew.
  const parts = rows.map((row) => partOf('file-summary', row, '', saidOn(date, summaryFact(row)), date));
  return (scope) => storeRows(scope, stored, runtime, parts, unknownLines.length);
};

/**
 * A report of errors without any claim: the whole upload that it names was refused. Its own name tells it from a File Summary that
 * is still being written, whose tables follow the errors.
 */
export const interpretFileError: ReadingInterpreter = (stored, surroundings) => {
  const summary = readFileSummary(stored.bytes);
  const { rows, unknownLines, errors } = summary;
  return rows.length + unknownLines.length === 0 && errors.length > 0
    ? (scope) => storeRefusal(scope, stored, summary, surroundings.runtime)
    : interpretFileSummary(stored, surroundings);
};

async function storeRefusal(
  scope: Scope,
  { connectionId }: StoredInboundFile,
  { fileName = '', errors }: FileSummary,
  runtime: Runtime,
): Promise<Interpretation> {
  const file = await findOutboundFile(scope, { name: fileName });
  if (!file || file.attempts === 0) {
    return { facts: [], reason: 'It refuses a file that was not sent from here.' };
  }
  const claimIds = [...(await listClaimsOfFile(scope, file.id)).values()];
  if (connectionId !== null && (await leftOtherwise(scope, connectionId, { claimIds })).size > 0)
    return { facts: [], reason: `${OTHER_MODE} It was not counted.` };
  const said = errors.map(({ code, meaning }) => `${code}: ${meaning}`).join('; ');
  const fact = {
    type: 'file-rejected',
    codes: errors.map(({ code }) => code),
    message: `The whole file was refused: ${said}`,
  } as const;
  await noteTrialFile(scope, file, fact, runtime.now());
  const refusals = claimIds.map((claimId) => ({
    claimId,
    fact,
    dedupeKey: `file-rejected:${file.id}:report`,
  }));
  return concludeRefused(scope, file, refusals, runtime.now());
}

export const interpretEdiStatus: ReadingInterpreter = (stored, { runtime }) => {
  const { rows, unknownLines } = readEdiStatus(stored.bytes);
  const parts = rows.map((row) =>
    partOf('edi-status', row, row.payerReferenceId, saidOn(parseDate(row.processed), ediStatusFact(row))),
  );
  return (scope) => storeRows(scope, stored, runtime, parts, unknownLines.length);
};

function partOf(
  report: string,
  row: FileSummaryRow | EdiStatusRow,
  payerNumber: string,
  fact: ClaimFact,
  processed?: IsoDate,
): AnswerPart {
  const { subject, ...said } = row;
  return {
    reference: referenceOfReport(row.patientControlNumber, payerNumber, subject),
    dedupeKey: `${report}:${hash(processed === undefined ? said : { ...said, processed })}`,
    fact,
  };
}

async function storeRows(
  scope: Scope,
  stored: StoredInboundFile,
  runtime: Runtime,
  parts: readonly AnswerPart[],
  unknownLines: number,
): Promise<Interpretation> {
  const { facts, reason } = await shareOut(scope, stored, runtime, parts);
  const reasons = [
    parts.length === 0 ? 'No claim could be read in this report.' : null,
    unknownLines > 0 ? `${unknownLines} lines of it could not be read.` : null,
    reason,
  ];
  return { facts, reason: joinReasons(reasons) };
}

function summaryFact(row: FileSummaryRow): ClaimFact {
  const numbers = numbersOf({ clearinghouseTraceNumber: row.clearinghouseClaimId });
  if (row.outcome === 'accepted') return { type: 'clearinghouse-accepted', ...numbers };
  const codes = row.errors.map((error) => error.code);
  const message = row.errors
    .map(({ code, meaning }) => (meaning === '' ? code : `${code}: ${meaning}`))
    .join('; ');
  return row.outcome === 'rejected'
    ? { type: 'clearinghouse-rejected', codes, message, ...numbers }
    : { type: 'clearinghouse-pended', codes, message, ...numbers };
}

/** Its column knows but two words: a payer whose message says that it has not accepted yet has not. */
const RECEIVED_ONLY = /^A[01]\b|\bnot\b[^.;]*\baccepted\b/i;

function ediStatusFact(row: EdiStatusRow): ClaimFact {
  const { status, message, payerReferenceId } = row;
  const numbers = numbersOf({ payerClaimControlNumber: payerReferenceId });
  if (status === 'REJECTED') return { type: 'payer-rejected', codes: [], message, ...numbers };
  if (status === 'ACCEPTED')
    return RECEIVED_ONLY.test(message)
      ? receivedBy('payer', [message], numbers)
      : withPayer(undefined, numbers);
  return { type: 'unclear', message: `${status}: ${message}`, by: 'payer', ...numbers };
}
