/** The envelope of the sandbox's own X12 files: Office Ally to the sender of the upload. */
import type { ClaimFileEnvelope } from '../../transactions/claim-837p/index.ts';
import type { InterchangeEnvelope } from '../../x12/index.ts';
import { CLEARINGHOUSE } from '../clearinghouse.ts';
import { dayOf, type JudgedFile, timeOf } from './judged.ts';

/** `controlNumber` serves as ISA13 and GS06: at most nine digits. */
export function envelopeTo(
  upload: ClaimFileEnvelope,
  answer: Pick<JudgedFile, 'at' | 'test'>,
  controlNumber: number,
): InterchangeEnvelope {
  return {
    interchangeSender: { qualifier: 'ZZ', id: CLEARINGHOUSE.id },
    interchangeReceiver: upload.interchangeSender,
    applicationSender: CLEARINGHOUSE.id,
    applicationReceiver: upload.applicationSender,
    usageIndicator: answer.test ? 'T' : 'P',
    acknowledgementRequested: '0',
    interchangeControlNumber: controlNumber,
    groupControlNumber: controlNumber,
    transactionSetControlNumber: 1,
    date: dayOf(answer.at),
    time: timeOf(answer.at),
  };
}

/** The last nine digits of a file id, as Office Ally uses them for GS06. */
export function nineDigits(fileId: string): number {
  return Number(fileId.slice(-9));
}
