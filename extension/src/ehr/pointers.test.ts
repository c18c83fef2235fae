import { expect, test } from 'vitest';
import { isTwofold, namedBy, resolvePointers } from './pointers.ts';

test.each([
  ['BA', ['M54.50', 'I10'], ['I10', 'M54.50']],
  ['1, 2', ['M54.50', 'I10'], ['M54.50', 'I10']],
  ['m5450 I10', [], ['M54.50', 'I10']],
  ['C', ['M54.50', 'I10'], [undefined]],
  ['12', ['M54.50', 'I10'], ['M54.50', 'I10']],
  ['12', [...Array(11).fill('M54.50'), 'I10'], ['I10']],
  ['2', ['M54.50', undefined, 'I10'], [undefined]], // the second diagnosis has no readable code: the third is not it
])('pointers "%s" into %j name %j', (raw, order, codes) =>
  expect(namedBy(raw, { as: 'positions' }, order)).toEqual(codes),
);

test.each([
  ['12', 12, true],
  ['11', 11, true],
  ['12', 11, false],
  ['10', 12, false],
  ['1, 2', 12, false],
])('"%s" where %d diagnoses are listed may mean two things: %s', (raw, listed, is) =>
  expect(isTwofold(raw, listed)).toBe(is),
);

test('what a line points at is no surer than the text that says so', () => {
  const element = {} as Element;
  const diagnosis = { value: 'I10', raw: 'I10', placeId: 'p1', place: 'Diagnosis 1', confidence: 0.98 };
  const read = (raw: string, confidence: number, listed = 1) =>
    resolvePointers(
      { element, raw, value: raw, confidence },
      { rows: 'table', pointers: { as: 'positions' } },
      { diagnoses: [{ code: diagnosis }], order: Array(listed).fill('I10'), orderIsWhole: true },
      'Pointers',
      { idOf: () => 'p2', find: () => null },
    ).codes.map((code) => code.confidence);
  expect(read('A', 0.98)).toEqual([0.98]);
  expect(read('A', 0.7)).toEqual([0.7]);
  expect(read('12', 0.98, 12)).toEqual([0.5]);
});
