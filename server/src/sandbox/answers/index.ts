/** All reports that answer an upload, named and in the order in which they are published. */
import { writeAcknowledgement999 } from '../../transactions/ack-999/index.ts';
import { type Remittance, writeRemittance } from '../../transactions/remittance-835/index.ts';
import {
  type ClaimAcknowledgement,
  writeClaimAcknowledgement,
} from '../../transactions/status-277ca/index.ts';
import type { Answer } from '../outbox.ts';
import type { FileAcknowledgement } from './acknowledgement.ts';
import { clearinghouseAcknowledgement, payerAcknowledgements } from './claim-acknowledgements.ts';
import { ediStatus } from './edi-status.ts';
import { envelopeTo, nineDigits } from './envelope.ts';
import { zip } from './era-package.ts';
import { eraText } from './era-text.ts';
import { errorReport, fileSummary } from './file-summary.ts';
import { dayOf, type JudgedFile } from './judged.ts';
import * as names from './names.ts';
import { remittances } from './remittance.ts';

/** `nextFileId`: reports about payments are files of their own at Office Ally, with their own numbers. */
export async function answersTo(judged: JudgedFile, nextFileId: () => string): Promise<readonly Answer[]> {
  const answers = reportsOn(judged);
  if (judged.claims.some(({ scenario }) => scenario.garbage))
    answers.push({ name: names.era835Name(nextFileId(), dayOf(judged.at)), bytes: GARBAGE });
  const eras = erasOf(judged, nextFileId);
  const again = eras
    .filter((era) => isToldTwice(judged, era))
    .map((era) => ({ ...era, fileId: nextFileId() }));
  for (const era of [...eras, ...again]) answers.push(await eraPackage(judged, era));
  return answers;
}

/** What clearinghouse and payers say of the claims before anything is paid. */
export function reportsOn(judged: JudgedFile): Answer[] {
  const { fileId, username } = judged;
  const day = dayOf(judged.at);
  const answers: Answer[] = [];
  const say = (name: string, bytes: Uint8Array) => answers.push({ name, bytes });

  const own = clearinghouseAcknowledgement(judged);
  if (own) {
    say(names.fileSummaryName(fileId), fileSummary(judged));
    say(names.clearinghouse277Name(username, fileId, day), claimAcknowledgementFile(judged, [own]));
  }
  const fromPayers = payerAcknowledgements(judged);
  if (fromPayers.length > 0) {
    say(names.payer277Name(fileId, day), claimAcknowledgementFile(judged, fromPayers));
    say(names.ediStatusName(fileId, day), ediStatus(judged));
  }
  return answers;
}

/** The 999 with its TA1. It echoes the upload's ISA13, and its GS06 is the end of the file id. */
export function acknowledgementTo(
  judged: Pick<JudgedFile, 'fileId' | 'name' | 'file' | 'at' | 'test'>,
  said: FileAcknowledgement,
): Answer {
  const envelope = envelopeTo(judged.file.envelope, judged, nineDigits(judged.fileId));
  const interchangeControlNumber = judged.file.envelope.interchangeControlNumber;
  return {
    name: names.acknowledgementName(judged.fileId, judged.name),
    bytes: writeAcknowledgement999(
      { ...envelope, interchangeControlNumber },
      {
        interchangeAcknowledgements: [said.interchange],
        acknowledgements: said.groups,
      },
    ),
  };
}

/** For an upload in which no claim could be read. */
export function errorReportOn(upload: Pick<JudgedFile, 'fileId' | 'name' | 'at' | 'test'>): Answer {
  return { name: names.errorReportName(upload.fileId), bytes: errorReport(upload) };
}

/** Looks like the start of an X12 file and is none: what a broken transfer leaves behind. */
const GARBAGE = Buffer.from('ISA*00*\u0000\u0001\u0002 THIS FILE CANNOT BE READ \u00ff\u00fe~~~GS', 'latin1');

function claimAcknowledgementFile(judged: JudgedFile, said: readonly ClaimAcknowledgement[]): Uint8Array {
  const envelope = envelopeTo(judged.file.envelope, judged, nineDigits(judged.fileId));
  return writeClaimAcknowledgement(envelope, { transactions: said });
}

/** A check with its number, and that of the file which tells it. */
export interface Era {
  readonly fileId: string;
  readonly remittance: Remittance;
}

const isToldTwice = ({ claims }: JudgedFile, { remittance }: Era): boolean =>
  claims.some(
    ({ scenario, payerClaimControlNumber }) =>
      scenario.remittance === 'told-twice' &&
      remittance.claims.some((each) => each.payerClaimControlNumber === payerClaimControlNumber),
  );

export function erasOf(judged: JudgedFile, nextFileId: () => string): readonly Era[] {
  return remittances(judged).map((unnumbered) => {
    const fileId = nextFileId();
    const traceNumber = `EFT${fileId}`;
    const providerAdjustments = unnumbered.providerAdjustments.map((each) => ({
      ...each,
      reference: traceNumber,
    }));
    return { fileId, remittance: { ...unnumbered, traceNumber, providerAdjustments } };
  });
}

/** The 835 alone. */
export function eraFile(judged: JudgedFile, { fileId, remittance }: Era): Answer {
  const envelope = envelopeTo(judged.file.envelope, judged, nineDigits(fileId));
  return {
    name: names.era835Name(fileId, dayOf(judged.at)),
    bytes: writeRemittance(envelope, { remittances: [remittance] }),
  };
}

/** The same with its text, in a zip. */
export async function eraPackage(judged: JudgedFile, era: Era): Promise<Answer> {
  const day = dayOf(judged.at);
  const text = { name: names.eraTextName(era.fileId, day), bytes: eraText(era.remittance) };
  const bytes = await zip([eraFile(judged, era), text], new Date(judged.at));
  return { name: names.eraPackageName(era.fileId, day), bytes };
}
