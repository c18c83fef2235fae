/** Sentences of a benefit for the front desk; what they are made from is shown in the server's tests of an answer. */
import { expect, test } from 'vitest';
import { cents } from '../values/index.ts';
import { benefitSentences, forService, otherSentence, type ServiceBenefits, serviceName } from './index.ts';

const nothing: ServiceBenefits = {
  serviceType: '98',
  state: 'active',
  coverages: [{ state: 'active', scope: 'service' }],
  copays: [],
  coinsurances: [],
  deductibles: [],
  outOfPocket: [],
  limits: [],
  others: [],
  rejections: [],
};

test.each([
  ['98', 'Office visit', 'an office visit'],
  ['A3', 'Home visit', 'a home visit'],
  ['33', 'Chiropractic', 'chiropractic'],
  ['62', 'MRI or CT', 'an MRI or CT'],
  ['30', 'Plan as a whole', 'the plan as a whole'],
  ['ZZ', 'Service type ZZ', 'service type ZZ'],
  ['constructor', 'Service type constructor', 'service type constructor'],
])('a service of type %s is called %s, and stands in a sentence as %s', (code, name, inSentence) => {
  expect([serviceName(code), forService(code)]).toEqual([name, inSentence]);
});

test('what is of the plan stands with the service, marked as such, or is left to the plan', () => {
  const benefits: ServiceBenefits = {
    ...nothing,
    copays: [
      { scope: 'service', network: 'in', amount: cents(2500) },
      { scope: 'plan', amount: cents(4000) },
      { scope: 'unsaid', amount: cents(5000) },
    ],
    deductibles: [{ scope: 'plan', amount: cents(150000), soFar: cents(20000), period: '23' }],
  };
  expect(benefitSentences(benefits)).toEqual([
    'Active.',
    'Copay $25.00 for an office visit, in network.',
    'Copay $40.00 for the plan as a whole.',
    'Copay $50.00, for which service the payer does not say.',
    'Deductible: $1,500.00 this calendar year, $200.00 so far this year.',
  ]);
  expect(benefitSentences(benefits, { withPlan: false, name: 'each of these' })).toEqual([
    'Active.',
    'Copay $25.00 for each of these, in network.',
  ]);
});

test.each([
  ['a plan', { planName: 'GOLD', insuranceType: 'PR' }, 'Active: GOLD (PPO).'],
  ['a plan of a kind without words', { insuranceType: 'ZZZ' }, 'Active: plan type ZZZ.'],
  ['a level', { coverageLevel: 'FAM' }, 'Active for the family.'],
  ['a level without words', { coverageLevel: 'XXX' }, 'Active for coverage level XXX.'],
  ['a network', { network: 'out' as const }, 'Active, outside the network.'],
  ['an authorization', { authorization: 'needed' as const }, 'Active, authorization needed.'],
])('%s stands behind the word', (_, detail, sentence) => {
  const coverages = [{ state: 'active' as const, scope: 'service' as const, ...detail }];
  expect(benefitSentences({ ...nothing, coverages })).toEqual([sentence]);
});

test('a plan that another place names is not named again', () => {
  const coverages = [{ state: 'active' as const, scope: 'service' as const, planName: 'GOLD' }];
  expect(benefitSentences({ ...nothing, coverages }, { told: { planName: 'GOLD' } })).toEqual(['Active.']);
});

test('an amount that is not told is not made up', () => {
  const benefits = {
    ...nothing,
    copays: [{ scope: 'service' as const }],
    limits: [{ scope: 'service' as const }],
  };
  expect(benefitSentences(benefits)).toEqual(['Active.', 'Copay not told for an office visit.', 'Limit.']);
});

test('a code that nobody knows, and one that looks like a pattern, are shown as they came', () => {
  const other = { information: '(*', serviceTypes: [], scope: 'unsaid' as const, messages: ['CALL US'] };
  expect(otherSentence(other)).toBe('Benefit information (*: note: CALL US.');
});
