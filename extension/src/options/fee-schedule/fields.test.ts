/** What is typed into a procedure's fields, and back. */
import { expect, test } from 'vitest';
import { procedureOf, textsOf } from './fields.ts';

const FULL = {
  code: 'J1030',
  description: 'Injection',
  price: 125_050,
  selfPayPrice: 9_000,
  modifiers: ['RT', '59'],
  placeOfService: '11',
  units: 2,
  drug: { code: '00009028003', quantity: 0.5, unit: 'ML' as const },
};

test('a procedure comes back from its texts as it was', () => {
  expect(procedureOf(textsOf(FULL))).toEqual({ procedure: FULL });
});

test('only the code is needed; it is read in small letters too', () => {
  expect(procedureOf({ ...textsOf(), code: ' j1030 ' })).toEqual({
    procedure: { code: 'J1030' },
  });
});

test('each field says by itself what is wrong with it', () => {
  const typed = { ...textsOf(), price: 'dear', modifiers: 'RTX', ndcUnit: 'ML' };
  expect(procedureOf(typed)).toEqual({
    problems: {
      code: expect.stringContaining('no code'),
      price: expect.stringContaining('“dear” is no amount'),
      modifiers: expect.stringContaining('no modifier'),
      ndc: expect.stringContaining('Fill in the NDC'),
    },
  });
});
