import { expect, test } from 'vitest';
import { whyUnsure } from './why-unsure.ts';

test.each([
  [
    { raw: '62704', rival: '62705', doubt: 'contradicted' },
    'The page says “62704”, and “62705” at another place. See in the chart which is right.',
  ],
  [
    { raw: 'Quintero, Marta', doubt: 'name-parts' },
    'The page says “Quintero, Marta” in one piece; where last and first name part is a guess. Compare it with the chart.',
  ],
  [
    { raw: '04/05/1978', doubt: 'day-or-month' },
    'The page says “04/05/1978”; which of its numbers is the month is a guess. Compare it with the chart.',
  ],
  [
    { doubt: 'telehealth' },
    'The services are by telehealth, and this is the practice’s only location. Compare it with the chart.',
  ],
  [{ raw: 'F' }, 'The page says “F”. Compare it with the chart.'],
  [{}, 'Compare it with the chart.'],
] as const)('a value to look at says why: %j', (origin, said) => {
  expect(whyUnsure([origin])).toBe(said);
});

test('of several at once it says what the page says of each', () => {
  expect(whyUnsure([{ raw: '99214' }, { raw: '1' }, { raw: '$185.00' }])).toBe(
    'The page says “99214”, “1”, “$185.00”. Compare them with the chart.',
  );
  expect(
    whyUnsure([
      { raw: 'Tester', doubt: 'unwitnessed' },
      { raw: 'F', doubt: 'unwitnessed' },
    ]),
  ).toBe(
    'The page says “Tester”, “F”, but nothing there tells for certain that they are this patient’s. Compare them with the chart.',
  );
});
