/** A question about benefits as it goes to a real-time service, and what its answer comes to. Both from bytes, which are kept. */
import type { UtcInstant } from '@claimside/shared/values';
import type { RealTimeService } from '../clearinghouse/index.ts';
import {
  type EligibilityInquiry,
  type EligibilityOutcome,
  outcomesOf,
  readEligibilityRequests,
  readEligibilityResponses,
  writeEligibilityInquiries,
} from '../transactions/eligibility-270-271/index.ts';
import type { X12Finding } from '../x12/index.ts';
import type { RealTimePayload } from './ask.ts';
import { type FormRefused, formRefusalIn } from './form-refused.ts';
import { envelopeOf, type QuestionNumbers } from './numbers.ts';

/** The 270, alone in its group. */
export function eligibilityQuestion(
  service: Pick<RealTimeService, 'senderId' | 'envelope'>,
  inquiry: EligibilityInquiry,
  numbers: QuestionNumbers,
  at: UtcInstant,
): RealTimePayload {
  const bytes = writeEligibilityInquiries(envelopeOf(service, numbers, at), [inquiry]);
  return { transaction: '270', bytes };
}

export interface EligibilityReply {
  /** Only what is said of this very patient; that of another one is `none`. */
  readonly outcome: EligibilityOutcome | FormRefused;
  readonly findings: readonly X12Finding[];
}

export function readEligibilityReply(question: Uint8Array, answer: Uint8Array): EligibilityReply {
  const [request] = readEligibilityRequests(question).requests;
  const { responses, findings } = readEligibilityResponses(answer);
  const [[, found] = []] = request && responses.length > 0 ? outcomesOf(request, responses) : [];
  return { outcome: found ?? formRefusalIn(answer) ?? { kind: 'none' }, findings };
}
