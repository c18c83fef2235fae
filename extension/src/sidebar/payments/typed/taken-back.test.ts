import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimEvent, ClaimPaymentFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { EMPTY_LINE, typedClaim } from './form.ts';
import { decidedAs, lastPaid } from './taken-back.ts';

type Adjustments = ClaimPaymentFact['adjustments'];

/** Of the two lines of $185.00 and $96.00. */
function paidWith(first: Adjustments, second: Adjustments, change: Partial<ClaimPaymentFact> = {}) {
  const lines = exampleClaim.serviceLines.map((line, at) => ({
    procedureCode: line.procedureCode,
    modifiers: line.modifiers,
    charge: line.chargeAmount,
    paid: cents(at === 0 ? 10_000 : 0),
    units: 1,
    adjustments: at === 0 ? first : second,
    remarkCodes: [],
  }));
  const payment: ClaimPaymentFact = {
    paymentKey: 'K1',
    contentHash: 'H1',
    checkNumber: 'CHK77',
    paymentDate: '2026-11-19' as IsoDate,
    payerName: 'AETNA',
    claimStatusCode: '1',
    payerClaimControlNumber: 'P1',
    charge: cents(28_100),
    paid: cents(10_000),
    adjustments: [...first, ...second],
    lines,
    ...change,
  };
  const event: ClaimEvent = {
    id: 'e1',
    at: '2026-11-20T10:00:00.000Z' as UtcInstant,
    source: { kind: 'system' },
    fact: { type: 'payment', payment },
  };
  return { events: [event], claim: exampleClaim, patientControlNumber: 'C1' };
}
const adjust = (group: 'CO' | 'PR', reason: string, amount: number) => ({
  group,
  reason,
  amount: cents(amount),
});
const FIRST = [adjust('CO', '45', 6_000), adjust('PR', '3', 2_500)];
const SECOND = [adjust('CO', '197', 9_600)];
const form = (said: ReturnType<typeof paidWith>) =>
  typedClaim(
    { id: 'c1', patientName: 'Quintero, Marta', payerClaimControlNumber: 'P1' },
    exampleClaim,
    lastPaid(said),
  );

test('a reversal begins with the lines of what it takes back, and they go where it is none after all', () => {
  const reversed = decidedAs(form(paidWith(FIRST, SECOND)), '22');
  expect(reversed.lines).toEqual([
    { ...EMPTY_LINE, paid: '100.00', contract: '60.00', copay: '25.00' },
    { ...EMPTY_LINE, notPaid: '96.00', notPaidCode: 'CO-197' },
  ]);
  expect(reversed.lastPaid).toMatchObject({ checkNumber: 'CHK77', paymentDate: '2026-11-19' });
  expect(decidedAs(reversed, '1').lines).toEqual([EMPTY_LINE, EMPTY_LINE]);
});

test('what a person typed stays', () => {
  const typed = form(paidWith(FIRST, SECOND));
  const lines = [{ ...EMPTY_LINE, paid: '1' }, EMPTY_LINE];
  expect(decidedAs({ ...typed, lines }, '22').lines).toBe(lines);
});

test.each([
  ['it was never paid', { ...paidWith(FIRST, SECOND), events: [] }],
  [
    'part of it stands at the claim',
    paidWith(FIRST, SECOND, { adjustments: [...FIRST, ...SECOND, ...SECOND] }),
  ],
  ['a line is none of the claim’s', paidWith([], [], { lines: [] })],
])('nothing is filled in where %s', (_, said) => {
  expect(decidedAs(form(said), '22').lines).toEqual([EMPTY_LINE, EMPTY_LINE]);
});

test('each further reason of a line is filled in with its code', () => {
  const said = paidWith([adjust('CO', '197', 6_000), adjust('CO', '50', 2_500)], SECOND);
  expect(decidedAs(form(said), '22').lines[0]).toEqual({
    ...EMPTY_LINE,
    paid: '100.00',
    notPaid: '60.00',
    notPaidCode: 'CO-197',
    further: [{ amount: '25.00', code: 'CO-50' }],
  });
});
