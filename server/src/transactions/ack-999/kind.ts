/** The 999 for the reader and writer that all answers share. */
import { compileGuide } from '../guide/compile.ts';
import type { AnswerKind } from '../parts/answers/kind.ts';
import { GUIDE_999, VERSION_999 } from './guide.ts';
import type { Acknowledgement } from './model.ts';

export const ACKNOWLEDGEMENT_999: AnswerKind<Acknowledgement> = {
  name: 'a 999',
  version: VERSION_999,
  isOwn: ({ identifier }) => identifier === '999',
  rule: GUIDE_999,
  guide: compileGuide(GUIDE_999),
  levels: {},
  claims: new Set(),
  empty: () => ({ groups: [] }),
  emptyLoops: {
    AK1: () => ({ functionalIdentifier: '', groupControlNumber: '', transactionSets: [], errorCodes: [] }),
    '2000': () => ({ identifier: '', controlNumber: '', segmentErrors: [], errorCodes: [] }),
    '2100': () => ({ segmentId: '', ordinal: 0, loop: '', code: '', contexts: [], elementErrors: [] }),
    '2110': () => ({ element: 0, code: '' }),
  },
};
