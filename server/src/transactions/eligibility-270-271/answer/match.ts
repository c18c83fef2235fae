/** Which answer of a 271 is to which patient of a 270. */
import type { EligibilityRequest } from '../inquiry/model.ts';
import { type PatientInRequest, patientsAskedIn } from '../inquiry/read.ts';
import { type EligibilityAnswer, eligibilityAnswersIn, patientOf, traceNumbersIn } from './answer.ts';
import type { EligibilityResponse } from './model.ts';

export type EligibilityOutcome =
  /** What is said of the patient; several where the payer answers for several plans. */
  | {
      readonly kind: 'answered';
      /** Whether they repeat the number of the inquiry, or only member ID and birth date. */
      readonly toldBy: 'trace number' | 'member';
      readonly answers: readonly EligibilityAnswer[];
    }
  /** The request was refused before any patient was looked at. */
  | { readonly kind: 'refused'; readonly answer: EligibilityAnswer }
  | { readonly kind: 'none' };

/**
 * The outcome of each inquiry. `responses` are those to this very request: a refusal of the whole names no inquiry. A
 * member is told by ID and birth date together, never by name, and only where that is one answer.
 */
export function outcomesOf(
  request: EligibilityRequest,
  responses: readonly EligibilityResponse[],
): (readonly [PatientInRequest, EligibilityOutcome])[] {
  const answers = responses.flatMap(eligibilityAnswersIn);
  const refusal = answers.find(({ subscriber }) => subscriber === undefined);
  return patientsAskedIn(request).map((asked) => [
    asked,
    byTrace(asked, answers) ??
      byMember(asked, answers) ??
      (refusal ? { kind: 'refused', answer: refusal } : { kind: 'none' }),
  ]);
}

type Match = (
  asked: PatientInRequest,
  answers: readonly EligibilityAnswer[],
) => EligibilityOutcome | undefined;

const byTrace: Match = ({ subscriber, dependent }, all) => {
  const numbers = (dependent ?? subscriber).traces.map(({ number }) => number);
  const answers = all.filter((answer) =>
    traceNumbersIn(answer).some((told) => numbers.some((number) => isSame(told, number))),
  );
  return answers.length === 0 ? undefined : { kind: 'answered', toldBy: 'trace number', answers };
};

const byMember: Match = ({ subscriber, dependent }, all) => {
  const answers = all.filter(
    (answer) =>
      traceNumbersIn(answer).length === 0 &&
      isSame(answer.subscriber?.memberId, subscriber.memberId) &&
      isSame(patientOf(answer)?.birthDate, (dependent ?? subscriber).birthDate),
  );
  return answers.length === 1 ? { kind: 'answered', toldBy: 'member', answers } : undefined;
};

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one !== '' && one.trim().toUpperCase() === other?.trim().toUpperCase();
}
