/** A question about a claim as it goes to a real-time service, and what its answer comes to. Both from bytes, which are kept. */
import type { UtcInstant } from '@claimside/shared/values';
import type { RealTimeService } from '../clearinghouse/index.ts';
import {
  answersTo,
  type ClaimStatusAnswer,
  type ClaimStatusInquiry,
  readClaimStatusRequests,
  writeClaimStatusInquiries,
} from '../transactions/status-276/index.ts';
import { readClaimStatus } from '../transactions/status-277/index.ts';
import type { X12Finding } from '../x12/index.ts';
import type { RealTimePayload } from './ask.ts';
import { type FormRefused, formRefusalIn } from './form-refused.ts';
import { envelopeOf, type QuestionNumbers } from './numbers.ts';

/** The 276, alone in its group. */
export function claimStatusQuestion(
  service: Pick<RealTimeService, 'senderId' | 'envelope'>,
  inquiry: ClaimStatusInquiry,
  numbers: QuestionNumbers,
  at: UtcInstant,
): RealTimePayload {
  const bytes = writeClaimStatusInquiries(envelopeOf(service, numbers, at), [inquiry]);
  return { transaction: '276', bytes };
}

export interface ClaimStatusReply {
  /** Only what is said of this very claim; that of another one is `none`. */
  readonly outcome: ClaimStatusAnswer | FormRefused;
  readonly findings: readonly X12Finding[];
}

export function readClaimStatusReply(question: Uint8Array, answer: Uint8Array): ClaimStatusReply {
  const [request] = readClaimStatusRequests(question).requests;
  const { responses, findings } = readClaimStatus(answer);
  const [[, found] = []] = request && responses.length > 0 ? answersTo(request, responses) : [];
  return { outcome: found ?? formRefusalIn(answer) ?? { kind: 'none' }, findings };
}
