/** A statement asks for what "Bill the patient" bills, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actionsFor, standingOf } from '../advice/index.ts';
import { type ClaimFact, foldClaim } from '../lifecycle/index.ts';
import { adjust, CHARGE, patientPaid, payment, refused, reversal, withPayer } from '../lifecycle/testing.ts';
import { cents, type IsoDate } from '../values/index.ts';
import type { ClaimParts } from './parts.ts';
import { statementOf } from './statement.ts';
import { accountParts, followed, leavesShare } from './testing.ts';

const today = '2026-12-27' as IsoDate;
const asked = (parts: ClaimParts) => Math.max(statementOf([parts], null, today)?.total ?? 0, 0);

function isBillable(parts: ClaimParts): boolean {
  const state = foldClaim(CHARGE, parts.events, ...parts.earlier);
  const known = { ...state, claim: parts.claim, events: parts.events, isFollowed: false };
  const { open } = state.money;
  const overpayment = state.status === 'unknown' && open < 0 ? { isSure: false } : null;
  const choices = actionsFor(standingOf({ ...known, underpaidBy: cents(0), overpayment }));
  return choices.some(({ action, isOffered }) => action === 'bill-patient' && isOffered);
}

test.each(['replacement', 'void'] as const)(
  'paid twice, and the %s was rejected: nothing is asked for',
  (how) => {
    const twice: ClaimFact[] = [leavesShare(), leavesShare('1', 'b'), { type: 'overpaid' }, followed(how)];
    const parts = accountParts(twice, [refused('payer-rejected')]);
    expect(parts.money).toMatchObject({ patientResponsibility: 2_000, open: -8_000 });
    expect(asked(parts)).toBe(0);
    expect(isBillable(parts)).toBe(false);
  },
);

const aFact: fc.Arbitrary<ClaimFact> = fc.constantFrom<ClaimFact[]>(
  leavesShare(),
  leavesShare('1', 'b'),
  leavesShare('19', 'c'),
  payment(0, [adjust('PR', '1', 10_000)], '1', 'd'),
  payment(0, [adjust('CO', '197', 10_000)], '4', 'e'),
  payment(5_000, [adjust('CO', '97', 3_000), adjust('PR', '3', 2_000)], '1', 'f'),
  payment(1_500, [adjust('OA', '23', 8_000), adjust('PR', '2', 500)], '2', 'g'),
  payment(-8_000, [adjust('PR', '2', -2_000)], '22', 'h'),
  reversal,
  refused('payer-rejected'),
  withPayer,
  patientPaid(2_500),
  { type: 'unclear', message: 'invented' },
  { type: 'overpaid' },
  { type: 'no-further-insurance', reason: 'not-insured' },
);

test('whatever became of a visit, the statement asks for it where the patient can be billed', () => {
  const someFacts = fc.array(aFact, { maxLength: 4 });
  const how = fc.constantFrom('replacement' as const, 'void' as const, 'next-payer' as const);
  fc.assert(
    fc.property(someFacts, fc.option(fc.tuple(how, someFacts)), (first, then) => {
      const parts = then ? accountParts([...first, followed(then[0])], then[1]) : accountParts(first);
      expect(asked(parts) > 0).toBe(isBillable(parts));
    }),
    { numRuns: 400 },
  );
});
