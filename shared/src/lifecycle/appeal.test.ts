/** An appeal waits until the payer has answered it, whatever else comes and in whatever order it is learnt. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate, UtcInstant } from '../values/index.ts';
import { type AppealOutcome, appealDueOn, type ClaimFact, foldClaim } from './index.ts';
import { adjust, CHARGE, events, paidInFull, payment, reversal, sent, writtenOff } from './testing.ts';

const denied = payment(0, [adjust('CO', '50', 10_000)], '4');
const corrected = payment(0, [adjust('CO', '45', 1_000), adjust('CO', '50', 9_000)], '4', 'corrected');
const appealed: ClaimFact = { type: 'appealed', sentOn: '2026-11-22' as IsoDate };
const again: ClaimFact = { type: 'appealed', sentOn: '2026-11-24' as IsoDate };
const late: ClaimFact = { type: 'silent', awaited: 'appeal-decision' };
const said = (outcome: AppealOutcome): ClaimFact => ({
  type: 'appeal-answered',
  outcome,
  answeredOn: '2026-11-30' as IsoDate,
});
const replaced: ClaimFact = { type: 'followed', how: 'replacement', claimId: 'c', patientControlNumber: 'C' };
const takenBack: ClaimFact = { type: 'follow-up-cancelled', claimId: 'c' };
const closed: ClaimFact = { type: 'closed', reason: 'invented' };

/** Whether it waits, what is looked out for, what was noticed to be late. */
test.each([
  ['nothing was written', [sent, denied], [false, null, null]],
  ['it was sent', [sent, denied, appealed], [true, 'appeal-decision', null]],
  ['it was sent before the decision is read', [sent, appealed, denied], [false, null, null]],
  ['nobody answers', [sent, denied, appealed, late], [true, null, 'appeal-decision']],
  ['the decision comes in another file', [denied, appealed, denied], [true, 'appeal-decision', null]],
  ['an estimate comes', [denied, appealed, payment(5_000, [], '25')], [true, 'appeal-decision', null]],
  [
    'it was sent on to another payer',
    [denied, appealed, payment(0, [], '23')],
    [true, 'appeal-decision', null],
  ],
  ['the payer pays', [denied, appealed, paidInFull], [false, null, null]],
  ['the payer pays late', [denied, appealed, late, paidInFull], [false, null, null]],
  ['the payer corrects its decision', [denied, appealed, corrected], [false, null, null]],
  ['the payer takes back', [paidInFull, appealed, reversal], [false, null, null]],
  ['it was refused', [denied, appealed, late, said('refused')], [false, null, null]],
  ['it was lost', [denied, appealed, said('not-received')], [false, null, null]],
  ['it was granted', [denied, appealed, late, said('granted')], [true, 'appeal-decision', null]],
  [
    'it was granted, unpaid',
    [denied, appealed, late, said('granted'), late],
    [true, null, 'appeal-decision'],
  ],
  ['it was granted and paid', [denied, appealed, said('granted'), paidInFull], [false, null, null]],
  [
    'there is a second one',
    [denied, appealed, late, said('refused'), again],
    [true, 'appeal-decision', null],
  ],
  ['another claim was sent', [denied, appealed, replaced], [false, null, null]],
  ['that one was taken back', [denied, appealed, replaced, takenBack], [true, 'appeal-decision', null]],
  ['it was closed', [denied, appealed, closed], [true, null, null]],
] as const)('%s, in any order of learning and however often', (_what, facts, [waits, awaits, silence]) => {
  const story = events(...facts);
  const told = (of: typeof story) => {
    const state = foldClaim(CHARGE, of);
    return [state.appeal !== null, state.awaits, state.silence?.awaited ?? null];
  };
  expect(told(story)).toEqual([waits, awaits, silence]);
  const straight = foldClaim(CHARGE, story);
  fc.assert(
    fc.property(fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 }), (shuffled) => {
      expect(foldClaim(CHARGE, shuffled)).toEqual(straight);
    }),
  );
});

test('any story of decisions, appeals and answers comes to the same, shuffled and repeated', () => {
  const facts = [
    denied,
    corrected,
    paidInFull,
    reversal,
    appealed,
    again,
    late,
    said('granted'),
    said('refused'),
    replaced,
    takenBack,
    writtenOff('payer', 500),
    payment(5_000, [], '25'),
    payment(0, [], '23'),
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...facts), { minLength: 1, maxLength: 12 }).chain((told) => {
        const story = events(...told);
        return fc.tuple(
          fc.constant(story),
          fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 }),
        );
      }),
      ([story, shuffled]) => {
        expect(foldClaim(CHARGE, shuffled)).toEqual(foldClaim(CHARGE, story));
      },
    ),
  );
});

test('its answer is late after the days that its payer usually takes, else sixty, from the letter or from the promise', () => {
  const since = '2026-11-22T10:00:00.000Z' as UtcInstant;
  const sentOn = '2026-11-22' as IsoDate;
  expect(appealDueOn({ sentOn, grantedOn: null, since }, undefined)).toBe('2027-01-21');
  expect(appealDueOn({ sentOn, grantedOn: null, since }, 30)).toBe('2026-12-22');
  expect(appealDueOn({ sentOn, grantedOn: '2026-11-30' as IsoDate, since }, 30)).toBe('2026-12-30');
});
