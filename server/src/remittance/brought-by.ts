/** Answers that came to a claim by themselves, and only because a person had given it another one. */
import { type ClaimFact, standingEvents } from '@claimside/shared/lifecycle';
import { listEvents } from '../store/claim-events.ts';
import { payerNumbersIn } from '../store/claim-matching.ts';
import type { Scope } from '../store/store.ts';
import { listSubmissions } from '../store/submissions.ts';
import { listAnswersOfClaim, type StoredUnmatchedAnswer } from '../store/unmatched-answers.ts';
import { numbersToRemember } from './match.ts';

/** By the number that was remembered from `answer`, or by the payer's number that it alone told; of the whole account. */
export async function broughtBy(
  scope: Scope,
  answer: StoredUnmatchedAnswer,
  claimId: string,
): Promise<StoredUnmatchedAnswer[]> {
  const ofAccount: StoredUnmatchedAnswer[] = [];
  const facts: ClaimFact[] = [];
  for (const { id } of await listSubmissions(scope, claimId)) {
    ofAccount.push(...(await listAnswersOfClaim(scope, id)));
    facts.push(...standingEvents(await listEvents(scope, id)).map(({ fact }) => fact));
  }
  const later = ofAccount.filter(({ id, createdAt }) => id !== answer.id && createdAt >= answer.createdAt);
  const [remembered] = numbersToRemember(answer.reference);
  const byDecision = later.filter(
    ({ matchedBy, reference }) =>
      matchedBy === 'decision' &&
      remembered !== undefined &&
      numbersToRemember(reference).includes(remembered),
  );
  const told = payerNumbersIn([answer.fact]);
  const byNumber = later.filter(
    ({ matchedBy, reference }) => matchedBy === 'payer-number' && told.has(numberOf(reference)),
  );
  // By content, as the facts of an account do not tell which answer they came by.
  const going = new Set([answer, ...byDecision, ...byNumber].map(({ fact }) => JSON.stringify(fact)));
  const toldStill = payerNumbersIn(facts.filter((fact) => !going.has(JSON.stringify(fact))));
  return [...byDecision, ...byNumber.filter(({ reference }) => !toldStill.has(numberOf(reference)))];
}

const numberOf = ({ payerClaimControlNumber = '' }: StoredUnmatchedAnswer['reference']): string =>
  payerClaimControlNumber.trim();
