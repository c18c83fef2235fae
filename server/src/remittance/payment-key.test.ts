/** The same payment has the same key and content whatever file, order or envelope it came in. */
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import type { ClaimPayment, Remittance } from '../transactions/remittance-835/index.ts';
import { toPaymentFact } from './payment-fact.ts';
import { claimPaymentHash, hash, paymentKey } from './payment-key.ts';

const payment: ClaimPayment = {
  patientControlNumber: 'C000000001',
  statusCode: '1',
  chargeAmount: cents(18_500),
  paidAmount: cents(10_000),
  patientResponsibility: cents(2_500),
  claimFilingIndicator: 'CI',
  payerClaimControlNumber: 'P0000000001',
  patient: { lastName: 'TESTER', firstName: 'ANNA' },
  adjustments: [{ group: 'OA', reason: '23', amount: cents(1_000) }],
  lines: [
    {
      procedureCode: '99214',
      modifiers: [],
      chargeAmount: cents(18_500),
      paidAmount: cents(10_000),
      units: 1,
      adjustments: [
        { group: 'CO', reason: '45', amount: cents(5_000) },
        { group: 'PR', reason: '3', amount: cents(2_500) },
      ],
      remarkCodes: [],
    },
  ],
};
const remittance: Remittance = {
  handlingCode: 'I',
  paymentAmount: cents(10_000),
  paymentMethod: 'ACH',
  paymentDate: '2026-11-24' as IsoDate,
  traceNumber: 'EFT1',
  payerTraceId: '1999999999',
  payer: { name: 'SAMPLE HEALTH PLAN' },
  payee: { name: 'SAMPLE CLINIC' },
  claims: [payment],
  providerAdjustments: [],
};

test('the payment key is TRN03, TRN02, BPR02 and BPR16', () => {
  expect(paymentKey(remittance)).toBe('1999999999|EFT1|10000|2026-11-24');
});

test('a hash does not depend on the order in which properties were set', () => {
  expect(hash({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(hash({ b: [{ d: 3, c: 2 }], a: 1 }));
  expect(hash({ a: [1, 2] })).not.toBe(hash({ a: [2, 1] }));
});

test('two equal parts of one remittance are two payments, the same part again is one', () => {
  expect(claimPaymentHash(payment, 0)).toBe(claimPaymentHash({ ...payment }, 0));
  expect(claimPaymentHash(payment, 1)).not.toBe(claimPaymentHash(payment, 0));
  expect(claimPaymentHash({ ...payment, paidAmount: cents(1) }, 0)).not.toBe(claimPaymentHash(payment, 0));
});

test('the fact holds adjustments of claim and lines, what was charged and paid, and each line with its remarks', () => {
  expect(toPaymentFact(remittance, payment, 0)).toMatchObject({
    checkNumber: 'EFT1',
    paymentDate: '2026-11-24',
    payerName: 'SAMPLE HEALTH PLAN',
    claimStatusCode: '1',
    payerClaimControlNumber: 'P0000000001',
    charge: 18_500,
    paid: 10_000,
    adjustments: [
      { group: 'OA', reason: '23', amount: 1_000 },
      { group: 'CO', reason: '45', amount: 5_000 },
      { group: 'PR', reason: '3', amount: 2_500 },
    ],
    remarkCodes: [],
    lines: [
      {
        procedureCode: '99214',
        modifiers: [],
        charge: 18_500,
        paid: 10_000,
        adjustments: [{ reason: '45' }, { reason: '3' }],
        remarkCodes: [],
      },
    ],
  });
});
