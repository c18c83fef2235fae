import { expect, test } from 'vitest';
import { cents } from '../values/index.ts';
import { adjustmentWords, decisionOf, decisionWords, providerAdjustmentWords } from './index.ts';

const adjustment = (group: string, reason: string, ...remarkCodes: string[]) => ({
  group,
  reason,
  amount: cents(100),
  remarkCodes,
});

test.each([
  ['PR', '1', 'Deductible'],
  ['PR', '2', 'Coinsurance'],
  ['PR', '3', 'Copay'],
  ['PR', '66', 'Patient’s share'],
  ['CO', '45', 'By contract'],
  ['CO', 'P12', 'By contract'],
  ['OA', '94', 'Paid beyond the charge'],
  ['CR', '7', 'Correction'],
  ['OA', '23', 'By earlier payers'],
] as const)('%s-%s is %s, and nobody has to ask why', (group, reason, what) => {
  expect(adjustmentWords(adjustment(group, reason), 'paid')).toEqual({ what, why: '', amount: 100 });
});

test.each([
  ['CO', '197', 'Not paid'],
  ['PI', '45', 'Not paid'],
  ['PR', '96', 'Patient’s share'],
  ['CO', 'XYZ', 'Not paid'],
] as const)('%s-%s is %s, with why and what to do', (group, reason, what) => {
  const words = adjustmentWords(adjustment(group, reason), 'paid');
  expect(words.what).toBe(what);
  expect(words.why).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
});

test('a remark says more exactly why', () => {
  const why = (remark: string) => adjustmentWords(adjustment('CO', '16', remark), 'paid').why;
  expect(why('MA61')).not.toBe(why('M76'));
});

test('how a claim was decided on has words; an unknown code stays itself', () => {
  expect(decisionWords('22')).toBe('an earlier payment taken back');
  expect(decisionWords('77')).toBe('status 77');
});

test.each([
  ['wo', 100, 'taken back for an earlier overpayment'],
  ['WO', -100, 'taking back of an overpayment, put off for now'],
  ['FB', 100, 'balance brought from an earlier payment'],
  ['FB', -100, 'balance carried to a later payment'],
  ['FB', 0, 'balance carried to or from another payment'],
  ['L6', -100, 'interest'],
  ['ZZ', 100, undefined],
])('a provider adjustment %s of %i cents: %s', (reason, amount, words) => {
  expect(providerAdjustmentWords(reason, amount)).toBe(words);
});

test('what raises a payment is no refusal, and stands without a sign', () => {
  const raised = { ...adjustment('CO', '144'), amount: cents(-900) };
  expect(adjustmentWords(raised, 'paid')).toEqual({ what: 'Paid in addition', why: '', amount: 900 });
  const beyond = { ...adjustment('OA', '94'), amount: cents(-900) };
  expect(adjustmentWords(beyond, 'paid')).toEqual({ what: 'Paid beyond the charge', why: '', amount: 900 });
});

test('what is taken back keeps its sign, and nobody is asked to do anything about it', () => {
  const back = { ...adjustment('CO', '197'), amount: cents(-900) };
  expect(adjustmentWords(back, 'taken-back')).toEqual({ what: 'Not paid', why: '', amount: -900 });
});

test('under a denial nothing is by contract', () => {
  const claim = { claimStatusCode: '4', paid: cents(0), adjustments: [] };
  expect(decisionOf(claim)).toBe('denied');
  expect(adjustmentWords(adjustment('CO', '45'), decisionOf(claim))).toMatchObject({
    what: 'Not paid',
    why: '',
  });
});
