/** Control numbers and envelope of one outbound file. */
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import type { Mode } from '../clearinghouse/index.ts';
import { takeControlNumber, takeNumber } from '../store/counters.ts';
import { isNumberOfFile } from '../store/outbound-files.ts';
import type { Scope } from '../store/store.ts';
import type { ClaimFileEnvelope } from '../transactions/claim-837p/model.ts';
import type { ExchangeContext } from './context.ts';

export interface ControlNumbers {
  readonly interchange: number;
  readonly group: number;
  readonly transactionSet: number;
  readonly file: number;
}

/**
 * Each number is used for one file, also when that file is given up; after 999,999,999 they begin anew, without those of any
 * file that is kept. Call inside a transaction.
 */
export async function takeControlNumbers(scope: Scope): Promise<ControlNumbers> {
  const isInUse = (by: 'interchangeControlNumber' | 'groupControlNumber') => async (number: number) =>
    isNumberOfFile(scope, by, number);
  return {
    interchange: await takeControlNumber(scope, 'interchange', isInUse('interchangeControlNumber')),
    group: await takeControlNumber(scope, 'group', isInUse('groupControlNumber')),
    // Told apart by the interchange that it is in.
    transactionSet: await takeControlNumber(scope, 'transaction-set', async () => false),
    file: await takeNumber(scope, 'outbound-file'),
  };
}

/** Date and time are UTC, as in the file's name. */
export function buildEnvelope(
  { settings, profile }: Pick<ExchangeContext, 'settings' | 'profile'>,
  numbers: ControlNumbers,
  at: UtcInstant,
  mode: Mode = settings.mode,
): ClaimFileEnvelope {
  const { envelope } = profile;
  const { submitter, interchange } = settings;
  const senderId = interchange.senderId ?? submitter.id;
  return {
    interchangeSender: { qualifier: envelope.senderQualifier, id: senderId },
    interchangeReceiver: { qualifier: envelope.receiverQualifier, id: envelope.receiverId },
    applicationSender: interchange.applicationSender ?? senderId,
    applicationReceiver: envelope.applicationReceiver,
    usageIndicator: envelope.usageIndicator[mode],
    acknowledgementRequested: envelope.acknowledgementRequested,
    interchangeControlNumber: numbers.interchange,
    groupControlNumber: numbers.group,
    transactionSetControlNumber: numbers.transactionSet,
    batchReference: `${at.slice(0, 10).replaceAll('-', '')}${String(numbers.file).padStart(6, '0')}`,
    date: at.slice(0, 10) as IsoDate,
    time: at.slice(11, 16).replace(':', ''),
    submitter,
    receiver: { name: envelope.receiverName, id: envelope.receiverCode },
  };
}
