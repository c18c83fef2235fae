/** Reads a 271: what a payer says of each patient's benefits. */
import type { X12Finding } from '../../../x12/index.ts';
import { readAnswers } from '../../parts/answers/file.ts';
import { type AnswerInterchange, answersIn } from '../../parts/answers/tree.ts';
import { ELIGIBILITY_RESPONSE } from './kind.ts';
import type { EligibilityResponse } from './model.ts';

export interface EligibilityResponseFile {
  readonly responses: readonly EligibilityResponse[];
  readonly findings: readonly X12Finding[];
}

/** Answers in the order of the file. */
export function readEligibilityResponses(bytes: Uint8Array): EligibilityResponseFile {
  const { interchanges, findings } = readEligibilityResponseInterchanges(bytes);
  return { responses: answersIn(interchanges), findings };
}

export type EligibilityResponseInterchange = AnswerInterchange<EligibilityResponse>;

/** By interchange, group and set: what `writeEligibilityResponseInterchanges` takes. */
export function readEligibilityResponseInterchanges(bytes: Uint8Array): {
  readonly interchanges: readonly EligibilityResponseInterchange[];
  readonly findings: readonly X12Finding[];
} {
  return readAnswers(ELIGIBILITY_RESPONSE, bytes);
}
