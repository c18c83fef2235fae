/** A kept question about coverage in one line of a list. */
import type { CheckInShort } from '@claimside/shared/api';
import { stateOfCheck } from '@claimside/shared/patients';
import type { UtcInstant } from '@claimside/shared/values';
import type { KeptQuestion } from '../store/real-time-questions.ts';
import { LONGEST_MILLISECONDS } from './ask.ts';
import { checkOf } from './told.ts';

export function briefCheck(question: KeptQuestion, now: UtcInstant): CheckInShort {
  const { id, askedAt, answeredAt, payerId, memberId, outcome, plans } = checkOf(
    question,
    now,
    LONGEST_MILLISECONDS,
  );
  return { id, at: answeredAt ?? askedAt, payerId, memberId, outcome, state: stateOfCheck({ plans }) };
}
