import { expect, test } from 'vitest';
import { Sequence } from './sequence.ts';

/** Which of the numbers are told; `-` stands for a segment that got lost. */
function told(...numbers: readonly string[]): string[] {
  const sequence = new Sequence('HL01', 'level');
  return numbers.flatMap((number) => {
    if (number !== '-') return sequence.next(number)?.code ?? [];
    sequence.lose();
    return [];
  });
}

test.each([
  ['numbers in turn', ['1', '2', '3'], []],
  ['leading zeros', ['01', '02'], []],
  ['a number left out', ['1', '3', '4'], ['HL01-SEQUENCE']],
  ['one number that is off', ['1', '9', '3', '4'], ['HL01-SEQUENCE']],
  ['a number twice', ['1', '2', '2', '4'], ['HL01-REPEATED']],
  ['a number twice, and counting on from there', ['1', '2', '2', '3'], ['HL01-REPEATED']],
  ['no number', ['1', '', '3'], []],
  ['a text', ['1', 'X', '3'], ['HL01-SEQUENCE']],
  ['a lost segment that was counted', ['1', '-', '3', '4'], []],
  ['a lost segment that was not', ['1', '-', '2', '3'], []],
])('%s: %j', (_, numbers, codes) => {
  expect(told(...numbers)).toEqual(codes);
});
