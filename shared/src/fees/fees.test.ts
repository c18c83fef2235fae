/** The month's fee under both published readings, and the dated amounts. */
import { describe, expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import {
  type CountedClaim,
  claimsUntilDue,
  costOfClaim,
  type FeeRule,
  feesOfMonth,
  headlineOf,
  PUBLISHED_FEES,
  ruleOfMonth,
  rulesByReading,
  wordsForCost,
  wordsOfReading,
} from './index.ts';

const RULE: FeeRule = {
  from: '2023-01-01' as IsoDate,
  threshold: 0.5,
  amount: cents(3_995),
  paperAmount: cents(45),
};
const ANY: FeeRule = { ...RULE, threshold: 'any' };

/** `P` par, `N` non-par, `?` not known; one claim a day from the first on. */
const claims = (signs: string, changes: Partial<CountedClaim> = {}): CountedClaim[] =>
  [...signs].map((sign, index) => ({
    sentOn: `2026-11-${String(index + 1).padStart(2, '0')}` as IsoDate,
    taxId: '123456789',
    npi: '1234567893',
    participation: sign === 'P' ? 'par' : sign === 'N' ? 'non-par' : 'not-known',
    isPaper: false,
    ...changes,
  }));

test.each([
  ['2019-01', undefined],
  ['2019-02', 3_500],
  ['2022-12', 3_500],
  ['2023-01', 3_995],
  ['2026-11', 3_995],
])('the published amount of %s', (month, amount) => {
  expect(ruleOfMonth(PUBLISHED_FEES, month)?.amount).toBe(amount);
});

test('a rule that begins within a month holds from the next', () => {
  const rules = [{ ...RULE, from: '2026-11-02' as IsoDate }];
  expect(ruleOfMonth(rules, '2026-11')).toBeUndefined();
  expect(ruleOfMonth(rules, '2026-12')).toBeDefined();
});

test.each([
  ['', 0, 0],
  ['P', 0, 0],
  ['N', 3_995, 3_995],
  ['PN', 3_995, 3_995],
  ['PPN', 0, 3_995],
  ['PPPPPPPPPN', 0, 3_995],
  ['PNN', 3_995, 3_995],
])('claims %s cost %i by the share of one half, %i by any', (signs, half, any) => {
  expect(feesOfMonth(claims(signs), RULE).fee).toBe(half);
  expect(feesOfMonth(claims(signs), ANY).fee).toBe(any);
});

test('the reading chooses the threshold and keeps the amounts', () => {
  expect(rulesByReading(PUBLISHED_FEES, 'any').map(({ threshold, amount }) => [threshold, amount])).toEqual([
    ['any', 3_500],
    ['any', 3_995],
  ]);
  expect(rulesByReading([ANY], 'half')).toEqual([RULE]);
  const lower = { ...RULE, threshold: 0.4 };
  expect(rulesByReading([lower], 'half')).toEqual([lower]);
  expect(rulesByReading([lower], 'any')).toEqual([{ ...lower, threshold: 'any' }]);
});

test.each([
  ['half', 0.5, 'Half of the claims or more', 'half of its claims or more'],
  ['half', 0.375, '37.5 % of the claims or more', '37.5 % of its claims or more'],
  ['any', 0.5, 'Any claim', 'as soon as one claim'],
] as const)('the reading %s with %d is called %s', (reading, share, title, said) => {
  const words = wordsOfReading(reading, share);
  expect(words.title).toBe(title);
  expect(words.explanation).toContain(said);
});

test('each Tax ID with each rendering provider is counted by itself, and pays by itself', () => {
  const month = feesOfMonth(
    [...claims('PPN'), ...claims('N', { npi: '1999999984' }), ...claims('N', { taxId: '987654321' })],
    RULE,
  );
  expect(month.fee).toBe(2 * 3_995);
  expect(month.groups.map(({ taxId, npi, isDue }) => [taxId, npi, isDue])).toEqual([
    ['123456789', '1234567893', 'not-due'],
    ['987654321', '1234567893', 'due'],
    ['123456789', '1999999984', 'due'],
  ]);
});

test('payers of which nothing is known make a fee possible, never due', () => {
  const month = feesOfMonth(claims('PPN?'), RULE);
  expect(month).toMatchObject({ fee: 0, feeAtMost: 3_995 });
  expect(month.groups[0]).toMatchObject({ isDue: 'possible', share: 1 / 3 });
  expect(feesOfMonth(claims('NN?'), RULE).groups[0]?.isDue).toBe('due');
  expect(feesOfMonth(claims('PPPP?'), RULE).groups[0]?.isDue).toBe('not-due');
});

test('the share goes through the month day by day, in whatever order claims are given', () => {
  const [group] = feesOfMonth(claims('PNN').toReversed(), RULE).groups;
  expect(group?.days).toEqual([
    { date: '2026-11-01', par: 1, nonPar: 0, notKnown: 0 },
    { date: '2026-11-02', par: 1, nonPar: 1, notKnown: 0 },
    { date: '2026-11-03', par: 1, nonPar: 2, notKnown: 0 },
  ]);
});

test('paper is counted by the claim', () => {
  expect(feesOfMonth(claims('PPP', { isPaper: true }), RULE)).toMatchObject({
    paperClaims: 3,
    paperCost: 135,
  });
});

describe('what one more claim costs', () => {
  const cost = (next: string, before: string, rule = RULE) => {
    const [claim] = claims(next);
    if (!claim) throw new Error('one claim is needed');
    return costOfClaim(claim, claims(before), rule);
  };

  test.each([
    ['N', '', RULE, 3_995],
    ['N', 'PP', RULE, 0],
    ['N', 'PPN', RULE, 3_995],
    ['N', 'PN', RULE, 0],
    ['P', 'PN', RULE, -3_995],
    ['P', 'N', RULE, 0],
    ['N', 'PPP', ANY, 3_995],
    ['N', 'PPN', ANY, 0],
    ['?', 'PN', RULE, -3_995],
  ] as const)('%s after %s', (next, before, rule, fee) => {
    expect(cost(next, before, rule).fee).toBe(fee);
  });

  test("another provider's claims do not count", () => {
    const [claim] = claims('N');
    if (!claim) throw new Error('one claim is needed');
    expect(costOfClaim(claim, claims('PPPP', { npi: '1999999984' }), RULE).fee).toBe(3_995);
  });

  test('it is said in a sentence, and nothing is said of nothing', () => {
    expect(wordsForCost(cost('N', 'PPN'))).toBe(
      "It makes 2 of 4 claims of this provider this month go to payers that take no part: the month's fee of $39.95 becomes due.",
    );
    expect(wordsForCost(cost('N', ''))).toBe(
      "It is this provider's first claim this month, and goes to a payer that takes no part: the month's fee of $39.95 becomes due.",
    );
    expect(wordsForCost(cost('P', 'PP'))).toBeNull();
    expect(wordsForCost(cost('P', 'PN'))).toContain('brings the month below the share');
    expect(wordsForCost(cost('?', 'P'))).toContain('may become due');
  });

  test.each([
    ['N', '', 'This claim costs $39.95 at Office Ally'],
    ['N', 'PPP', 'This claim may cost $39.95 at Office Ally'],
    ['P', 'PN', "This claim may spare the month's fee at Office Ally"],
    ['?', 'PP', "This claim may bring the month's fee at Office Ally"],
    ['P', 'PP', null],
  ])('%s after %s in a few words, whichever reading holds', (next, before, headline) => {
    expect(headlineOf([cost(next, before), cost(next, before, ANY)])).toBe(headline);
  });
});

test.each([
  ['', RULE, 1],
  ['PPPP', RULE, 4],
  ['PPPN', RULE, 2],
  ['PN', RULE, null],
  ['PPPP', ANY, 1],
])('after %s so many non-par claims more make the fee due', (signs, rule, more) => {
  const [group] = feesOfMonth(claims(signs), rule).groups;
  expect(claimsUntilDue(group ?? { par: 0, nonPar: 0, notKnown: 0 }, rule)).toBe(more);
});
