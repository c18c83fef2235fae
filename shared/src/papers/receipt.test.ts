/** A receipt says what was known right after the payment, however much later it is printed. */
import { expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import { type ClaimFact, foldClaim } from '../lifecycle/index.ts';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import type { ClaimParts } from './parts.ts';
import { receiptOf, receiptPaper } from './receipt.ts';

const day = '2026-12-01' as IsoDate;
const paid = (amount: number): ClaimFact => ({
  type: 'patient-paid',
  amount: cents(amount),
  paidOn: day,
  method: 'check',
});
/** Leaves 40.00 to the patient. */
const decided: ClaimFact = {
  type: 'payment',
  payment: {
    paymentKey: 'k',
    contentHash: 'h',
    checkNumber: 'CHK1',
    paymentDate: day,
    payerName: 'Aetna',
    claimStatusCode: '1',
    payerClaimControlNumber: 'P1',
    charge: cents(28_100),
    paid: cents(24_100),
    adjustments: [{ group: 'PR', reason: '1', amount: cents(4_000) }],
  },
};

function receipt(place: number, ...facts: readonly ClaimFact[]) {
  const events = [{ type: 'queued' } as const, ...facts].map((fact, index) => ({
    id: String(index),
    at: `2026-12-01T10:00:0${index}.000Z` as UtcInstant,
    source: { kind: 'system' } as const,
    fact,
  }));
  const { status, money, isClosed } = foldClaim(cents(28_100), events);
  const parts: ClaimParts = {
    claim: exampleClaim,
    patientControlNumber: 'C1',
    status,
    money,
    isClosed,
    events,
    earlier: [],
  };
  const made = receiptOf(parts, null, String(place));
  return made && JSON.stringify(receiptPaper(made, day));
}

test.each([
  ['before insurance decided', 1, [paid(2_500), decided], 'had not decided on this visit yet'],
  ['of a part', 2, [decided, paid(1_500), paid(2_500)], 'you owe $25.00'],
  ['of the rest', 3, [decided, paid(1_500), paid(2_500)], 'Nothing is left to pay'],
  ['of too much', 2, [decided, paid(5_000)], 'more than your share'],
  ['taken back in part', 1, [paid(2_500), paid(-500)], 'We received $20.00.'],
] as const)('%s', (_what, place, facts, words) => {
  expect(receipt(place, ...facts)).toContain(words);
});

test('there is none for a payment that was taken back, or what is none', () => {
  expect(receipt(1, paid(2_500), paid(-2_500))).toBeUndefined();
  expect(receipt(1, decided)).toBeUndefined();
});
