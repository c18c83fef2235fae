import { exampleClaim } from '@claimside/shared/examples';
import type { ClaimEvent, ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { whereOf, whyOf } from './why.ts';

const learnt = (fact: ClaimFact): ClaimEvent => ({
  id: '1',
  at: '2026-11-22T08:00:00Z' as UtcInstant,
  source: { kind: 'system' },
  fact,
});
const REJECTED: ClaimFact = { type: 'clearinghouse-rejected', codes: ['A7:164:IL'], message: 'ID NOT VALID' };

test('a rejection says what is wrong, where in this claim, and what stands there', () => {
  const why = whyOf([learnt({ type: 'queued' }), learnt(REJECTED)]);
  expect(why).toMatchObject({
    said: 'ID NOT VALID',
    advice: [{ id: 'member-unknown', codes: ['A7:164:IL'] }],
  });
  const [advice] = why?.advice ?? [];
  expect(advice && whereOf(advice, exampleClaim)[0]).toEqual({
    label: 'Member ID',
    value: exampleClaim.coverage.memberId,
  });
});

test('a later answer that says the same without a code takes no reason away', () => {
  const again: ClaimFact = { type: 'clearinghouse-rejected', codes: [], message: 'NOT VALID' };
  expect(whyOf([learnt(REJECTED), learnt(again)])).toMatchObject({
    said: 'NOT VALID',
    advice: [{ id: 'member-unknown' }],
    codes: ['A7:164:IL'],
  });
});

test('the latest answer counts', () => {
  const held: ClaimFact = { type: 'clearinghouse-pended', codes: ['A1:97'], message: 'HELD' };
  expect(whyOf([learnt(REJECTED), learnt(held)])?.said).toBe('HELD');
});

test('a place in a line is named where there is one line, as nothing tells which it is of several', () => {
  const fields = ['serviceLines.*.modifiers', 'coverage.memberId', 'supervisingProvider.npi'];
  const amount = cents(0);
  const advice = {
    id: undefined,
    what: '',
    advice: '',
    remedy: 'correct',
    codes: [],
    amount,
    fields,
  } as const;
  const [line] = exampleClaim.serviceLines;
  const labels = (lines: typeof exampleClaim.serviceLines) =>
    whereOf(advice, { ...exampleClaim, serviceLines: lines }).map(({ label }) => label);
  expect(line && labels([line])).toEqual(['Line 1, modifiers', 'Member ID']);
  expect(line && labels([line, line])).toEqual(['Member ID']);
});

test('a remark of the line tells what its reason leaves open', () => {
  const adjustment = { group: 'CO', reason: '16', amount: cents(18_500) };
  const payment: ClaimFact = {
    type: 'payment',
    payment: {
      paymentKey: 'k',
      contentHash: 'h',
      checkNumber: 'CHK1',
      paymentDate: '2026-11-30' as IsoDate,
      payerName: 'Sample Health Plan',
      claimStatusCode: '4',
      payerClaimControlNumber: 'P1',
      charge: cents(18_500),
      paid: cents(0),
      adjustments: [adjustment],
      lines: [
        {
          procedureCode: '99214',
          modifiers: [],
          charge: cents(18_500),
          paid: cents(0),
          adjustments: [adjustment],
          remarkCodes: ['N290'],
        },
      ],
    },
  };
  expect(whyOf([learnt(payment)])).toMatchObject({
    advice: [{ id: 'rendering-provider', amount: 18_500 }],
    codes: ['CO-16', 'N290'],
  });
});

test('without an answer nothing is said', () => {
  expect(whyOf([learnt({ type: 'queued' })])).toBeUndefined();
});
