import { expect, test } from 'vitest';
import { cents } from '../values/index.ts';
import { adjustmentWords, decisionWords, providerAdjustmentWords } from './index.ts';

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
  ['OA', '23', 'By earlier payers'],
] as const)('%s-%s is %s, and nobody has to ask why', (group, reason, what) => {
  expect(adjustmentWords(adjustment(group, reason))).toEqual({ what, why: '' });
});

test.each([
  ['CO', '197', 'Not paid'],
  ['PI', '45', 'Not paid'],
  ['PR', '96', 'Patient’s share'],
  ['CO', 'XYZ', 'Not paid'],
] as const)('%s-%s is %s, with why and what to do', (group, reason, what) => {
  const words = adjustmentWords(adjustment(group, reason));
  expect(words.what).toBe(what);
  expect(words.why).toMatch(/^[A-Z].*\. [A-Z].*\.$/);
});

test('a remark says more exactly why', () => {
  expect(adjustmentWords(adjustment('CO', '16', 'MA61')).why).not.toBe(
    adjustmentWords(adjustment('CO', '16', 'M76')).why,
  );
});

test('how a claim was decided on, and what else changed a payment, have words; an unknown code stays itself', () => {
  expect(decisionWords('22')).toBe('an earlier payment taken back');
  expect(decisionWords('77')).toBe('status 77');
  expect(providerAdjustmentWords('wo')).toBe('taken back for an earlier overpayment');
  expect(providerAdjustmentWords('ZZ')).toBeUndefined();
});
