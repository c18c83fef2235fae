import { exampleClaim } from '@claimside/shared/examples';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import {
  EMPTY_FORM,
  leftOf,
  type PaymentForm,
  paidOf,
  paymentOf,
  type TypedLine,
  typedClaim,
} from './form.ts';

const TODAY = '2026-11-30' as IsoDate;
/** Two lines, of $185.00 and $96.00. */
const claim = typedClaim(
  { id: 'c1', patientName: 'Quintero, Marta', payerClaimControlNumber: 'P1' },
  exampleClaim,
);
const empty: TypedLine = {
  paid: '',
  contract: '',
  deductible: '',
  coinsurance: '',
  copay: '',
  notPaid: '',
  notPaidCode: '',
};
const lines: TypedLine[] = [
  { ...empty, paid: '100', contract: '60.00', copay: '25' },
  { ...empty, notPaid: '$96.00', notPaidCode: 'co 197' },
];
const FORM: PaymentForm = {
  payerName: ' Aetna ',
  checkNumber: '77-1',
  paymentDate: '11/19/2026',
  method: 'CHK',
  total: '100.00',
  claims: [{ ...claim, lines }],
};
const sentence = (change: Partial<PaymentForm>) => {
  const made = paymentOf({ ...FORM, ...change }, TODAY);
  return made.ok ? undefined : made.error;
};

test('a payment is made of what was typed, adjustments by what they are', () => {
  expect(paymentOf(FORM, TODAY)).toEqual({
    ok: true,
    value: {
      payerName: 'Aetna',
      checkNumber: '77-1',
      paymentDate: '2026-11-19',
      method: 'CHK',
      total: 10_000,
      providerAdjustments: [],
      claims: [
        {
          claimId: 'c1',
          statusCode: '1',
          payerClaimControlNumber: 'P1',
          paid: 10_000,
          adjustments: [],
          lines: [
            {
              paid: 10_000,
              adjustments: [
                { group: 'CO', reason: '45', amount: 6_000 },
                { group: 'PR', reason: '3', amount: 2_500 },
              ],
            },
            { paid: 0, adjustments: [{ group: 'CO', reason: '197', amount: 9_600 }] },
          ],
        },
      ],
    },
  });
});

test('what a line is missing is told while it is typed, to the cent', () => {
  expect(leftOf({ ...empty, paid: '100', copay: '25.01' }, cents(18_500))).toBe(5_999);
  expect(leftOf({ ...empty, paid: 'all' }, cents(18_500))).toBeUndefined();
  expect(paidOf(FORM)).toBe(10_000);
});

test.each([
  [{ payerName: ' ' }, 'Write who pays.'],
  [{ checkNumber: '77 / 1' }, 'Write the check or EFT number: letters, digits and hyphens.'],
  [{ paymentDate: 'soon' }, 'Write the date of the payment, such as 2026-11-30.'],
  [{ paymentDate: '2026-12-01' }, 'The date of the payment is still to come.'],
  [{ total: '' }, 'Write the total of the payment, such as 250.00.'],
  [{ claims: [] }, 'Add the claims that it pays.'],
  [
    { claims: [{ ...claim, payerClaimControlNumber: '', lines }] },
    'Write the payer’s claim number of Quintero, Marta: a replacement needs it.',
  ],
  [{ claims: [claim] }, 'Quintero, Marta, line 1 does not add up to its charge.'],
  [
    { claims: [{ ...claim, lines: [lines[0] ?? empty, { ...empty, notPaid: '96', notPaidCode: '197' }] }] },
    'Quintero, Marta, line 2: write the code of what is not paid, such as CO-197.',
  ],
])('%j: %s', (change, words) => {
  expect(sentence(change)).toBe(words);
});

test('nothing is made of nothing', () => {
  expect(paymentOf(EMPTY_FORM, TODAY).ok).toBe(false);
});
