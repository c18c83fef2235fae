import { expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import type { LinePaymentFact } from '../lifecycle/index.ts';
import { cents, type IsoDate } from '../values/index.ts';
import { procedureKey, shortfall } from './index.ts';

/** 99214-25 $185.00; 97110-GP $96.00, two units. */
const claim = { ...exampleClaim, patientControlNumber: 'C000000001' };

const line = (
  code: string,
  modifiers: string[],
  paid: number,
  more: Partial<LinePaymentFact> = {},
): LinePaymentFact => ({
  procedureCode: code,
  modifiers,
  charge: cents(code === '97110' ? 9_600 : 18_500),
  paid: cents(paid),
  adjustments: [],
  remarkCodes: [],
  ...more,
});
const copay = { group: 'PR', reason: '3', amount: cents(2_500) };

test.each([
  ['for what was paid and the patient`s share', line('99214', ['25'], 9_000, { adjustments: [copay] }), 500],
  ['for what it says it allowed', line('99214', ['25'], 9_000, { allowed: cents(12_000) }), 0],
  [
    'for what was kept back by law of what was paid, and not for what was added',
    line('99214', ['25'], 9_400, {
      adjustments: [
        copay,
        { group: 'CO', reason: '253', amount: cents(200) },
        { group: 'CO', reason: '144', amount: cents(-100) },
      ],
    }),
    0,
  ],
  ['for each unit', line('97110', ['GP'], 5_000), 1_000],
  ['and refused is another matter', line('97110', ['GP'], 0), 0],
  ['of a code that no contract names', line('98940', [], 100), 0],
])('a line counts %s', (_what, paid, expected) => {
  expect(shortfall(claim, [[paid]], { '99214-25': 12_000, '97110': 3_000 })).toBe(expected);
});

test('a payer owes no more than the charge, whatever the contract says', () => {
  expect(shortfall(claim, [[line('99214', ['25'], 18_000)]], { '99214': 90_000 })).toBe(500);
});

test('a line that was paid in two parts is looked at as one', () => {
  const parts = [line('97110', ['GP'], 2_000), line('97110', ['GP'], 4_000)];
  expect(shortfall(claim, [parts], { '97110': 3_000 })).toBe(0);
  expect(
    shortfall(
      claim,
      parts.map((part) => [part]),
      { '97110': 3_000 },
    ),
  ).toBe(0);
});

test.each([
  ['without its modifier', line('99214', [], 9_000)],
  ['recoded', line('99213', [], 9_000, { submittedProcedureCode: '99214', submittedModifiers: ['25'] })],
  ['by its number alone', line('99213', [], 9_000, { lineControlNumber: 'C000000001L1' })],
])('a line that was answered %s is held to the contract for what was billed', (_how, paid) => {
  expect(shortfall(claim, [[paid]], { '99214-25': 9_500 })).toBe(500);
});

test('a line that was refused does not make another of the same procedure short', () => {
  const [visit] = exampleClaim.serviceLines;
  if (!visit) throw new Error('the example has lines');
  const twoDays = { ...claim, serviceLines: [visit, { ...visit, serviceDate: '2026-11-17' as IsoDate }] };
  const paid = line('99214', ['25'], 9_500, { serviceDate: visit.serviceDate });
  const refused = line('99214', ['25'], 0, { serviceDate: '2026-11-17' as IsoDate });
  expect(shortfall(twoDays, [[paid, refused]], { '99214-25': 9_500 })).toBe(0);
});

test('a rate with modifiers comes before the code`s own', () => {
  expect(shortfall(claim, [[line('99214', ['25'], 9_000)]], { '99214': 9_000, '99214-25': 9_500 })).toBe(500);
});

test('modifiers are named in one order', () => {
  expect(procedureKey({ procedureCode: '20610', modifiers: ['RT', '59'] })).toBe('20610-59-RT');
});
