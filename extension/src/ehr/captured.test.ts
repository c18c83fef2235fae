import { expect, test } from 'vitest';
import { atMost } from './captured.ts';

test('what is made less sure keeps all it says, and nothing becomes surer', () => {
  const line = { code: { value: '99214', confidence: 0.98 }, modifiers: [{ value: '25', confidence: 0.3 }] };
  expect(atMost(0.7, [line])).toEqual([
    { code: { value: '99214', confidence: 0.7 }, modifiers: [{ value: '25', confidence: 0.3 }] },
  ]);
});
