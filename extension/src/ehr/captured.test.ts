import { expect, test } from 'vitest';
import { atMost, CERTAIN, captured } from './captured.ts';

test('what is made less sure keeps all it says, and nothing becomes surer', () => {
  const line = { code: { value: '99214', confidence: 0.98 }, modifiers: [{ value: '25', confidence: 0.3 }] };
  expect(atMost(0.7, [line])).toEqual([
    { code: { value: '99214', confidence: 0.7 }, modifiers: [{ value: '25', confidence: 0.3 }] },
  ]);
});

test('a value that is longer than any is given by its beginning, and is never certain', () => {
  const places = { idOf: () => 'p1', find: () => null };
  const element = {} as Element;
  const read = (value: string) =>
    captured({ element, raw: value, value, confidence: CERTAIN }, 'Visit form', places);
  expect(read('Q'.repeat(200))?.confidence).toBe(CERTAIN);
  expect(read('Q'.repeat(201))).toMatchObject({ value: 'Q'.repeat(200), confidence: 0.3 });
});

test('a text that is shown in another order than it stands in is no value', () => {
  const places = { idOf: () => 'p1', find: () => null };
  const value = '\u202e41299';
  const found = { element: {} as Element, raw: value, value, confidence: CERTAIN };
  expect(captured(found, 'Fee sheet, row 1, Code', places)).toBeUndefined();
});
