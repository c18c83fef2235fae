import { exampleClaim } from '@claimside/shared/examples';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import {
  besideOf,
  besideSum,
  EMPTY_FORM,
  leftOf,
  missingOf,
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
  further: [],
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
  beside: [],
};
const sentence = (change: Partial<PaymentForm>) => {
  const made = paymentOf({ ...FORM, ...change }, TODAY);
  return made.ok ? undefined : made.error.sentence;
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
  [{ claims: [] }, 'Add the claims that it pays, or the money beside them.'],
  [{ total: '120.00' }, '$20.00 of the total is not accounted for yet.'],
  [{ total: '99.99' }, 'That is $0.01 more than the total.'],
  [
    { beside: [{ ...besideOf('WO'), amount: '-5' }] },
    'Beside the claims, 1: write the amount without a sign, such as 25.00.',
  ],
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

test.each([
  [{ total: '' }, 'total'],
  [{ claims: [] }, 'add-claim'],
  [{ claims: [{ ...claim, payerClaimControlNumber: '', lines }] }, 'claim-0'],
  [{ claims: [{ ...claim, lines: [lines[0] ?? empty, empty] }] }, 'claim-0-line-1'],
  [{ total: '120.00' }, undefined],
])('%j is missing at %s', (change, at) => {
  const made = paymentOf({ ...FORM, ...change }, TODAY);
  expect(!made.ok && made.error.at).toBe(at);
});

test('nothing is made of nothing', () => {
  expect(paymentOf(EMPTY_FORM, TODAY).ok).toBe(false);
});

test('money beside the claims lowers or raises the payment as it says, by its reason at first', () => {
  const beside = [
    { ...besideOf('WO'), amount: '30', reference: ' ICN9 ' },
    { ...besideOf('L6'), amount: '1.25' },
    { ...besideOf('FB'), does: 'raises' as const, amount: '10' },
  ];
  expect(besideSum({ beside })).toBe(1_875);
  const made = paymentOf({ ...FORM, beside, total: '81.25' }, TODAY);
  expect(made.ok && made.value.providerAdjustments).toEqual([
    { reason: 'WO', reference: 'ICN9', amount: 3_000 },
    { reason: 'L6', amount: -125 },
    { reason: 'FB', amount: -1_000 },
  ]);
});

test('a payment of nothing but money beside the claims is one', () => {
  const made = paymentOf({ ...FORM, claims: [], beside: [{ ...besideOf('CT'), amount: '100' }] }, TODAY);
  expect(made.ok && made.value.claims).toEqual([]);
});

test('what is taken back is typed without a minus, and said with it; with what is paid anew it adds up', () => {
  const takenBack = { ...claim, statusCode: '22' as const, lines };
  const claims = [
    takenBack,
    { ...claim, lines: [{ ...empty, paid: '160', contract: '25' }, lines[1] ?? empty] },
  ];
  expect(missingOf({ claims, beside: [], total: '60.00' })).toBe(0);
  const made = paymentOf({ ...FORM, claims, total: '60.00' }, TODAY);
  expect(made.ok && made.value.claims[0]).toEqual({
    claimId: 'c1',
    statusCode: '22',
    payerClaimControlNumber: 'P1',
    paid: -10_000,
    adjustments: [],
    lines: [
      {
        paid: -10_000,
        adjustments: [
          { group: 'CO', reason: '45', amount: -6_000 },
          { group: 'PR', reason: '3', amount: -2_500 },
        ],
      },
      { paid: 0, adjustments: [{ group: 'CO', reason: '197', amount: -9_600 }] },
    ],
  });
});

test('a line takes as many codes as the paper names for it, each with its amount', () => {
  const further = [
    { amount: '16.00', code: 'co-97' },
    { amount: '', code: '' },
    { amount: '10', code: 'PI 204' },
  ];
  const line = { ...empty, notPaid: '70.00', notPaidCode: 'CO-197', further };
  expect(leftOf(line, cents(9_600))).toBe(0);
  const made = paymentOf({ ...FORM, claims: [{ ...claim, lines: [lines[0] ?? empty, line] }] }, TODAY);
  expect(made.ok && made.value.claims[0]?.lines[1]?.adjustments).toEqual([
    { group: 'CO', reason: '197', amount: 7_000 },
    { group: 'CO', reason: '97', amount: 1_600 },
    { group: 'PI', reason: '204', amount: 1_000 },
  ]);
  const without = { ...line, further: [{ amount: '26.00', code: '' }] };
  expect(sentence({ claims: [{ ...claim, lines: [lines[0] ?? empty, without] }] })).toContain(
    'write the code of what is not paid',
  );
});
