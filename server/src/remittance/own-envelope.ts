/** What stands around an 835 that nobody sent: typed in, or joined of parts. The same for the same payment. */
import type { IsoDate } from '@claimside/shared/values';
import type { InterchangeEnvelope } from '../x12/index.ts';

const OURSELVES = { qualifier: 'ZZ', id: 'CLAIMSIDE' };

export const ownEnvelope = (
  date: IsoDate,
  usageIndicator: InterchangeEnvelope['usageIndicator'] = 'P',
): InterchangeEnvelope => ({
  interchangeSender: OURSELVES,
  interchangeReceiver: OURSELVES,
  applicationSender: OURSELVES.id,
  applicationReceiver: OURSELVES.id,
  usageIndicator,
  acknowledgementRequested: '0',
  interchangeControlNumber: 1,
  groupControlNumber: 1,
  transactionSetControlNumber: 1,
  date,
  time: '0000',
});
