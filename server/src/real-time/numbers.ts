/** The X12 envelope of one question, by what the service wants and numbers that the caller never gives twice. */
import type { UtcInstant } from '@claimside/shared/values';
import type { RealTimeService } from '../clearinghouse/index.ts';
import type { InterchangeEnvelope } from '../x12/index.ts';

/** Each from a counter that is kept: 1 to 9 digits. */
export interface QuestionNumbers {
  readonly interchangeControlNumber: number;
  readonly groupControlNumber: number;
}

export function envelopeOf(
  { senderId, envelope }: Pick<RealTimeService, 'senderId' | 'envelope'>,
  { interchangeControlNumber, groupControlNumber }: QuestionNumbers,
  at: UtcInstant,
): InterchangeEnvelope {
  return {
    interchangeSender: { qualifier: envelope.senderQualifier, id: senderId },
    interchangeReceiver: { qualifier: envelope.receiverQualifier, id: envelope.receiverId },
    applicationSender: senderId,
    applicationReceiver: envelope.applicationReceiver,
    usageIndicator: envelope.usageIndicator,
    acknowledgementRequested: envelope.acknowledgementRequested,
    interchangeControlNumber,
    groupControlNumber,
    transactionSetControlNumber: 1,
    date: at.slice(0, 10) as InterchangeEnvelope['date'],
    time: at.slice(11, 13) + at.slice(14, 16),
  };
}
