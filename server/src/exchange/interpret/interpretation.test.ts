/** What is wrong with a file is said in words, with the code behind for whoever asks its sender. */
import { expect, test } from 'vitest';
import { structureReason } from './interpretation.ts';

const error = (code: string) => ({ severity: 'error', code });

test.each([
  [[], null],
  [[{ severity: 'warning', code: 'ELEMENT-DATE' }], null],
  [
    [error('ELEMENT-DATE')],
    'The file is not well formed: a date in it is no date (ELEMENT-DATE). Some of it may be missing.',
  ],
  [
    [error('IEA-MISSING'), error('GE-MISSING')],
    'The file is not well formed: its end is not there (IEA-MISSING and 1 more). Some of it may be missing.',
  ],
  [
    [error('NEVER-HEARD-OF')],
    'The file is not well formed: a part is damaged, or where it may not be (NEVER-HEARD-OF). Some of it may be missing.',
  ],
])('%o', (findings, words) => {
  expect(structureReason(findings)).toBe(words);
});
