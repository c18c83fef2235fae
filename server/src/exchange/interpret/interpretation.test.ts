/** What is wrong with a file is said in words, with the code behind for whoever asks its sender. */
import { expect, test } from 'vitest';
import { KEPT_PER_CODE, type X12Finding } from '../../x12/index.ts';
import { saidWhole, structureReason } from './interpretation.ts';

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
])('of a file with %j it is said, in plain words with its code', (findings, words) => {
  expect(structureReason(findings)).toBe(words);
});

test('where more sets have no end than are kept with their places, the last one of a file that is cut off counts as one of them', () => {
  const separators = { element: '*', component: ':', repetition: '^', terminator: '~' };
  const cut = [{ separators, groups: [{ sets: [{ controlNumber: 'LAST', answer: ['whole', 'half'] }] }] }];
  const at = (code: string, transactionSetControlNumber?: string): Pick<X12Finding, 'code' | 'location'> => ({
    code,
    location: {
      ...{ byte: 0, line: 1, ordinal: 1, segmentId: 'ST', loop: '' },
      ...(transactionSetControlNumber && { transactionSetControlNumber }),
    },
  });
  const said = (sets: number) =>
    saidWhole(cut, (answer) => answer, [
      at('IEA-MISSING'),
      ...Array.from({ length: sets }, (_, number) => at('SE-MISSING', String(number))),
    ]);
  expect(said(KEPT_PER_CODE)).toEqual(['whole', 'half']);
  expect(said(KEPT_PER_CODE + 1)).toEqual(['whole']);
});
