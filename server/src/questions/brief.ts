/** A kept question about coverage in one line of a list. */
import type { CheckInShort } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import type { KeptQuestion } from '../store/real-time-questions.ts';
import { LONGEST_MILLISECONDS } from './ask.ts';
import { checkOf } from './told.ts';

const PLAN = '30';

export function briefCheck(question: KeptQuestion, now: UtcInstant): CheckInShort {
  const { id, askedAt, answeredAt, payerId, memberId, outcome, plans } = checkOf(
    question,
    now,
    LONGEST_MILLISECONDS,
  );
  const services = plans.flatMap((plan) => plan.services);
  const plan = services.find(({ serviceType }) => serviceType === PLAN) ?? services[0];
  return { id, at: answeredAt ?? askedAt, payerId, memberId, outcome, state: plan?.state ?? null };
}
