/** For tests: the envelope of what a clearinghouse sends. */
import type { IsoDate } from '@claimside/shared/values';

export const ENVELOPE = {
  interchangeSender: { qualifier: 'ZZ', id: '330897513' },
  interchangeReceiver: { qualifier: 'ZZ', id: '123456789' },
  applicationSender: '330897513',
  applicationReceiver: '123456789',
  usageIndicator: 'P',
  acknowledgementRequested: '0',
  interchangeControlNumber: 900,
  groupControlNumber: 900,
  transactionSetControlNumber: 1,
  date: '2026-11-23' as IsoDate,
  time: '0900',
} as const;
