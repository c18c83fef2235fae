/** What a claim says of the payment at the visit is money once, whatever was written down besides. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import { type PatientPaymentMethod, type StandingAct, saidAtVisit, stillSaidAtVisit } from './index.ts';

const act = (left: number, method?: PatientPaymentMethod): StandingAct => ({
  fact: { type: 'patient-paid', amount: cents(left), paidOn: '2026-11-16' as IsoDate, method },
  left: cents(left),
});

test.each([
  ['more than counts', 3_000, [act(2_500)], 500],
  ['less', 2_000, [act(2_500)], -500],
  ['nothing any more', 0, [act(2_500)], -2_500],
  ['what was paid by card', 2_500, [act(2_500, 'card')], 0],
  ['more than was paid by card', 3_000, [act(2_500, 'card')], 500],
  ['less than was paid by card', 2_000, [act(2_500, 'card')], 0],
  ['nothing, beside what was paid by card', 0, [act(2_500, 'card')], 0],
  ['the copay, and a share was paid later', 2_500, [act(2_500), act(2_000, 'card')], 0],
  ['both', 4_500, [act(2_500), act(2_000, 'card')], 0],
] as const)('it says %s', (_what, said, paid, more) => {
  expect(saidAtVisit(cents(said), paid)).toBe(more);
});

test.each([
  ['as it stands', 2_500, [act(2_500)], 2_500],
  ['taken back since', 2_500, [], undefined],
  ['taken back in part', 2_500, [act(1_000)], 1_000],
  ['written down besides', undefined, [act(2_500, 'card')], undefined],
] as const)('a correction begins with the amount %s', (_what, said, paid, still) => {
  expect(stillSaidAtVisit(said === undefined ? undefined : cents(said), paid)).toBe(still);
});

test('a correction that leaves the amount as it begins with changes nothing', () => {
  const anAct = fc.record({
    left: fc.integer({ min: 1, max: 10_000 }),
    method: fc.constantFrom(undefined, 'card' as const),
  });
  const said = fc.option(fc.integer({ min: 0, max: 20_000 }).map(cents), { nil: undefined });
  fc.assert(
    fc.property(said, fc.array(anAct, { maxLength: 4 }), (amount, acts) => {
      const paid = acts.map(({ left, method }) => act(left, method));
      // Its own negative zero is none.
      expect(saidAtVisit(stillSaidAtVisit(amount, paid) ?? cents(0), paid) + 0).toBe(0);
    }),
  );
});
