/** A claim that was rejected and accepted: by its sender's own dates, else by the order of learning, and the worse where neither tells. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClaimEvent, ClaimFact } from './events.ts';
import { foldClaim } from './fold.ts';
import { lastWords } from './last-word.ts';
import { CHARGE, events, payment, queued, sent } from './testing.ts';

/** All of it is learnt on 2026-11-22. */
const said = (type: ClaimFact['type'], saidOn?: string, by?: 'clearinghouse' | 'payer') =>
  ({
    type,
    codes: [],
    message: 'invented',
    ...(saidOn && { saidOn }),
    ...(by && { by }),
  }) as unknown as ClaimFact;

test.each([
  [
    'rejected, and accepted on a later day',
    [said('payer-rejected', '2026-11-20'), said('payer-accepted', '2026-11-21')],
    'with-payer',
  ],
  [
    'that, learnt the other way round',
    [said('clearinghouse-accepted', '2026-11-21'), said('clearinghouse-rejected', '2026-11-20')],
    'at-clearinghouse',
  ],
  [
    'accepted, and rejected on a later day, learnt the other way round',
    [said('payer-rejected', '2026-11-21'), said('payer-accepted', '2026-11-20')],
    'rejected-by-payer',
  ],
  [
    'accepted, rejected, accepted, each on its day',
    [
      said('payer-accepted', '2026-11-19'),
      said('payer-accepted', '2026-11-21'),
      said('payer-rejected', '2026-11-20'),
    ],
    'with-payer',
  ],
  [
    'both on one day, the acceptance learnt last',
    [said('payer-rejected', '2026-11-20'), said('payer-accepted', '2026-11-20')],
    'unknown',
  ],
  [
    'both on one day, the rejection learnt last',
    [said('payer-accepted', '2026-11-20'), said('payer-rejected', '2026-11-20')],
    'rejected-by-payer',
  ],
  ['without dates, the acceptance learnt last', [said('payer-rejected'), said('payer-accepted')], 'unknown'],
  [
    'without dates, the rejection learnt last',
    [said('payer-accepted'), said('payer-rejected')],
    'rejected-by-payer',
  ],
  [
    'a rejection without a date, which may be older than the acceptance before it',
    [said('payer-accepted', '2026-11-21'), said('payer-rejected')],
    'rejected-by-payer',
  ],
  [
    'an acceptance of a day that is still to come, which dates nothing',
    [said('payer-rejected', '2026-11-20'), said('payer-accepted', '2062-11-21')],
    'unknown',
  ],
  [
    'rejected by the clearinghouse, and accepted by the payer',
    [said('clearinghouse-rejected', '2026-11-20'), said('payer-accepted', '2026-11-21')],
    'unknown',
  ],
  [
    'that, and accepted by the clearinghouse between',
    [
      said('clearinghouse-rejected', '2026-11-19'),
      said('payer-accepted', '2026-11-21'),
      said('clearinghouse-accepted', '2026-11-20'),
    ],
    'with-payer',
  ],
  [
    'received, and rejected after it',
    [said('payer-received', '2026-11-20'), said('payer-rejected', '2026-11-20')],
    'rejected-by-payer',
  ],
  [
    'rejected, and received again on a later day',
    [said('clearinghouse-rejected', '2026-11-20'), said('clearinghouse-received', '2026-11-21')],
    'unknown',
  ],
  [
    'rejected by the clearinghouse, and received by the payer',
    [said('clearinghouse-rejected', '2026-11-20'), said('payer-received', '2026-11-20')],
    'unknown',
  ],
  ['both, and decided', [said('payer-rejected'), said('payer-accepted'), payment(10_000, [])], 'paid'],
] as const)('%s comes to the same in any order', (_what, facts, status) => {
  const story = events(queued, sent, ...facts);
  fc.assert(
    fc.property(fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 }), (shuffled) => {
      expect(foldClaim(CHARGE, shuffled).status).toBe(status);
      expect(lastWords(shuffled).isContested).toBe(status === 'unknown');
    }),
  );
});

test.each([
  [
    'held, and taken on a later day',
    [said('clearinghouse-pended', '2026-11-20'), said('clearinghouse-accepted', '2026-11-21')],
    'at-clearinghouse',
  ],
  [
    'taken, and held on a later day',
    [said('clearinghouse-accepted', '2026-11-20'), said('clearinghouse-pended', '2026-11-21')],
    'pended',
  ],
  [
    'held and taken on one day',
    [said('clearinghouse-accepted', '2026-11-20'), said('clearinghouse-pended', '2026-11-20')],
    'at-clearinghouse',
  ],
  [
    'not found, and accepted on a later day by the same payer',
    [said('unclear', '2026-11-20', 'payer'), said('payer-accepted', '2026-11-21')],
    'with-payer',
  ],
  [
    'not found, and received there on a later day',
    [said('unclear', '2026-11-20', 'payer'), said('payer-received', '2026-11-21')],
    'at-clearinghouse',
  ],
  [
    'not understood, and held on a later day',
    [said('unclear', '2026-11-20', 'clearinghouse'), said('clearinghouse-pended', '2026-11-21')],
    'pended',
  ],
  [
    'accepted, and not found on a later day',
    [said('payer-accepted', '2026-11-20'), said('unclear', '2026-11-21', 'payer')],
    'unknown',
  ],
  [
    'not found by the payer, and accepted by the clearinghouse on a later day',
    [said('unclear', '2026-11-20', 'payer'), said('clearinghouse-accepted', '2026-11-21')],
    'unknown',
  ],
  [
    'not found and accepted on one day',
    [said('unclear', '2026-11-20', 'payer'), said('payer-accepted', '2026-11-20')],
    'unknown',
  ],
] as const)('%s comes to the same, whichever was read first', (_what, facts, status) => {
  for (const order of [facts, facts.toReversed()])
    expect(foldClaim(CHARGE, events(queued, sent, ...order)).status).toBe(status);
});

test('a rejection without a date was said by the day on which it was learnt: what is dated later came later', () => {
  const [rejected, accepted] = events(said('payer-rejected'), said('payer-accepted', '2026-11-24'));
  const later = { ...accepted, at: '2026-11-25T08:00:00.000Z' } as ClaimEvent;
  expect(foldClaim(CHARGE, [rejected as ClaimEvent, later])).toMatchObject({
    status: 'with-payer',
    awaits: 'remittance',
  });
});

test('an acceptance that was overtaken says nothing any more, not even its numbers', () => {
  const first: ClaimFact = { type: 'clearinghouse-accepted', clearinghouseClaimId: '1' };
  const second = { ...said('clearinghouse-accepted', '2026-11-22'), clearinghouseClaimId: '2' } as ClaimFact;
  const learnt = events(sent, first, said('clearinghouse-rejected', '2026-11-21'), second);
  expect(foldClaim(CHARGE, learnt)).toMatchObject({ clearinghouseClaimId: '2', since: learnt[3]?.at });
});

test('the numbers are those of who took the claim; until somebody has, those of who refused or holds it', () => {
  const refused: ClaimFact = {
    type: 'payer-rejected',
    codes: [],
    message: 'No.',
    payerClaimControlNumber: 'A1',
    clearinghouseClaimId: '1',
  };
  expect(foldClaim(CHARGE, events(refused))).toMatchObject({
    payerClaimControlNumber: 'A1',
    clearinghouseClaimId: '1',
  });
  const taken: ClaimFact = {
    ...said('payer-accepted', '2026-11-22'),
    payerClaimControlNumber: 'B2',
  } as ClaimFact;
  expect(foldClaim(CHARGE, events(refused, taken)).payerClaimControlNumber).toBe('B2');
});
