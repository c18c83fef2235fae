/** From the X12 of a question to the X12 that answers it, or to a 999 where its form is wrong. */
import {
  patientsAskedIn,
  readEligibilityRequestInterchanges,
  writeEligibilityResponses,
} from '../../transactions/eligibility-270-271/index.ts';
import { claimsAskedIn, readClaimStatusRequestInterchanges } from '../../transactions/status-276/index.ts';
import { writeClaimStatus } from '../../transactions/status-277/index.ts';
import { dayOf, timeOf } from '../answers/judged.ts';
import { benefitsAnswer } from './benefits.ts';
import { claimStatusAnswer } from './claim-status.ts';
import { envelopeBack, type Question, type QuestionContext, questionIn, rejected } from './question.ts';
import { type RealTimeScenario, realTimeScenarioOf } from './scenarios.ts';

export type Transaction = '270' | '276';

export interface AnswerToQuestion {
  readonly payloadType: string;
  readonly bytes: Uint8Array;
  readonly wait: RealTimeScenario['wait'];
}

export function answerTo(
  transaction: Transaction,
  bytes: Uint8Array,
  context: QuestionContext,
): AnswerToQuestion {
  return transaction === '270' ? answer270(bytes, context) : answer276(bytes, context);
}

function answer270(bytes: Uint8Array, context: QuestionContext): AnswerToQuestion {
  const { interchanges, findings } = readEligibilityRequestInterchanges(bytes);
  const question = questionIn(interchanges, findings);
  const { request } = question;
  if (!request) return refusal('270', question, context);
  const [asked] = patientsAskedIn(request);
  const { outcome, wait } = realTimeScenarioOf(asked?.subscriber.memberId ?? '');
  const response = benefitsAnswer(request, madeAt(context), outcome);
  return {
    payloadType: 'X12_271_Response_005010X279A1',
    bytes: writeEligibilityResponses(envelopeBack(question, context), { responses: [response] }),
    wait,
  };
}

function answer276(bytes: Uint8Array, context: QuestionContext): AnswerToQuestion {
  const { interchanges, findings } = readClaimStatusRequestInterchanges(bytes);
  const question = questionIn(interchanges, findings);
  const { request } = question;
  if (!request) return refusal('276', question, context);
  const [asked] = claimsAskedIn(request);
  const { outcome, wait } = realTimeScenarioOf(asked?.subscriber.party?.memberId ?? '');
  const made = { ...madeAt(context), referenceId: String(context.controlNumber) };
  const response = claimStatusAnswer(request, made, outcome, context.received);
  return {
    payloadType: 'X12_277_Response_005010X212',
    bytes: writeClaimStatus(envelopeBack(question, context), { responses: [response] }),
    wait,
  };
}

function refusal(
  transaction: Transaction,
  question: Question<unknown>,
  context: QuestionContext,
): AnswerToQuestion {
  const bytes = rejected(transaction, question, context);
  return { payloadType: 'X12_999_Response_005010X231A1', bytes, wait: 'none' };
}

const madeAt = ({ at }: QuestionContext) => ({ date: dayOf(at), time: timeOf(at) });
