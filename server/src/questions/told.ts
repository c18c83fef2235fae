/** What a kept question about coverage came to: read from the bytes of both sides, each time anew. */
import type { EligibilityCheck, PlanTold } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { readEligibilityReply } from '../real-time/index.ts';
import type { KeptQuestion } from '../store/real-time-questions.ts';
import {
  benefitsIn,
  benefitsOf,
  type EligibilityAnswer,
  othersIn,
  patientOf,
  patientsAskedIn,
  readEligibilityRequests,
  rejectionsIn,
} from '../transactions/eligibility-270-271/index.ts';

type Told = Pick<EligibilityCheck, 'outcome' | 'plans' | 'rejections' | 'trouble'>;

const NOTHING: Told = { outcome: 'no-answer', plans: [], rejections: [], trouble: null };
const trouble = (message: string, fix: string, again: 'later' | 'never'): Told => ({
  ...NOTHING,
  trouble: { message, fix, again },
});

/** `longestMilliseconds`: a question that is older and has no answer was cut off. */
export function checkOf(
  question: KeptQuestion,
  now: UtcInstant,
  longestMilliseconds: number,
): EligibilityCheck {
  const [asked] = readEligibilityRequests(question.question).requests.flatMap(patientsAskedIn);
  const patient = asked?.dependent ?? asked?.subscriber;
  const serviceTypes = patient?.questions.flatMap((each) => each.serviceTypes) ?? [];
  const isOver = Date.parse(now) - Date.parse(question.askedAt) > longestMilliseconds;
  return {
    id: question.id,
    askedAt: question.askedAt,
    answeredAt: question.answeredAt,
    payerName: asked?.source.party?.organizationName ?? '',
    payerId: question.payerId ?? asked?.source.party?.id ?? '',
    memberId: asked?.subscriber.memberId ?? null,
    serviceDate: patient?.serviceDate ?? '',
    serviceTypes,
    ...toldIn(question, serviceTypes, isOver),
  };
}

function toldIn(
  { question, answer, trouble: met }: KeptQuestion,
  services: readonly string[],
  isOver: boolean,
): Told {
  if (met) return { ...NOTHING, trouble: met };
  if (!answer)
    return isOver
      ? trouble('The question was cut off before the answer was there.', 'Check again.', 'later')
      : { ...NOTHING, outcome: 'asking' };
  const { outcome } = readEligibilityReply(question, answer);
  switch (outcome.kind) {
    case 'answered':
      return answered(outcome.answers, services);
    case 'refused':
      return { ...NOTHING, outcome: 'refused', rejections: reasonsIn(outcome.answer) };
    case 'form-refused':
      return trouble(
        'The clearinghouse did not take the form of the question, and no payer saw it.',
        'Look for unusual characters in the patient’s name and member ID; else call the clearinghouse.',
        'never',
      );
    case 'none':
      return trouble(
        'What came back says nothing of this patient.',
        'Check again later; if it stays so, call the payer.',
        'later',
      );
  }
}

function answered(answers: readonly EligibilityAnswer[], services: readonly string[]): Told {
  const saying = answers.filter((answer) => benefitsIn(answer).length > 0);
  const rejections = answers.flatMap(reasonsIn);
  if (saying.length === 0 && rejections.length > 0) return { ...NOTHING, outcome: 'refused', rejections };
  return {
    ...NOTHING,
    outcome: 'answered',
    plans: (saying.length > 0 ? saying : answers).map((answer) => planOf(answer, services)),
  };
}

function planOf(answer: EligibilityAnswer, services: readonly string[]): PlanTold {
  return {
    services: benefitsOf(answer, { serviceTypes: services }),
    others: othersIn(answer),
    dates: (patientOf(answer)?.dates ?? []).map(({ qualifier, date, dateEnd }) => ({
      qualifier,
      ...(date && { date }),
      ...(dateEnd && { dateEnd }),
    })),
  };
}

/** Each once. */
function reasonsIn(answer: EligibilityAnswer): EligibilityCheck['rejections'] {
  const reasons = rejectionsIn(answer).map(({ rejection: { reason, followUp } }) => ({ reason, followUp }));
  return reasons.filter(
    (one, index) =>
      reasons.findIndex((each) => each.reason === one.reason && each.followUp === one.followUp) === index,
  );
}
