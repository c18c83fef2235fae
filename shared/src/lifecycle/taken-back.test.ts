/** An answer that was given to the wrong claim and taken back is as if it had never come, in whatever order that is learnt. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ClaimEvent, type ClaimFact, foldClaim, paidByPayment } from './index.ts';
import {
  accepted,
  CHARGE,
  events,
  paidInFull,
  queued,
  refused,
  reversal,
  sent,
  withPayer,
} from './testing.ts';

/** The facts, and that the last of them was taken back. */
function takenBack(...facts: ClaimFact[]): ClaimEvent[] {
  const eventId = String(facts.length - 1);
  return events(...facts, { type: 'answer-taken-back', eventId, what: 'invented' });
}

const ANSWERS: readonly ClaimFact[] = [
  accepted,
  withPayer,
  refused('clearinghouse-rejected'),
  refused('payer-rejected'),
  paidInFull,
  reversal,
];

test.each(ANSWERS)('$type taken back: status and money are as before it', (answer) => {
  const before = events(queued, sent);
  const { status, money, payerClaimControlNumber } = foldClaim(CHARGE, before);
  const after = takenBack(queued, sent, answer);
  expect(foldClaim(CHARGE, after)).toMatchObject({ status, money, payerClaimControlNumber });
  expect(paidByPayment(after).size).toBe(0);
});

test('the same in any order and repetition, whatever else is known', () => {
  fc.assert(
    fc.property(
      fc.subarray([queued, sent, accepted, withPayer, paidInFull]),
      fc.constantFrom(...ANSWERS),
      fc.infiniteStream(fc.double()),
      (others, answer, order) => {
        const all = takenBack(queued, ...others, answer);
        const shuffled = [...all, ...all]
          .map((event) => ({ event, place: order.next().value }))
          .sort((a, b) => Number(a.place) - Number(b.place))
          .map(({ event }) => event);
        const { since: _, ...state } = foldClaim(CHARGE, shuffled);
        const { since: _since, ...expected } = foldClaim(CHARGE, events(queued, ...others));
        expect(state).toEqual(expected);
      },
    ),
  );
});
