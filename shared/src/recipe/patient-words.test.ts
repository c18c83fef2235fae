import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsTelling, tellingWords } from './patient-words.ts';

const words = tellingWords(['Quintero, Marta', '1978-04-12', 'Blue Cross Health Plan', 'W123456789']);

describe('what tells a patient', () => {
  test.each([
    ['#patQuintero', true],
    ['[data-field="MARTA"]', true],
    ['born 1978', true],
    ['#box-04', true],
    ['.blue-panel', true],
    ['#box-40', false],
    ['.health-plan', false], // words of forms
    ['birth date', false],
  ])('%s: %s', (text, holds) => expect(holdsTelling(text, words)).toBe(holds));

  test('any word of a value is found in any text around it', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[B-Z][a-z]{9,12}$/),
        fc.string(),
        fc.string(),
        (name, before, after) => {
          expect(holdsTelling(before + name + after, tellingWords([`${name}, Jo`]))).toBe(true);
        },
      ),
    );
  });
});
