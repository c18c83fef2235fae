/** What is written of a 277 is read back as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AnswerReach,
  answerArbitrary,
  answerTroubles,
  leavesOf,
  pathsInGuide,
} from '../parts/answers/testing.ts';
import { GUIDE_277 } from './guide/index.ts';
import { CLAIM_STATUS_RESPONSE } from './kind.ts';
import { type ClaimStatusResponse, ClaimStatusResponseSchema } from './model.ts';

/** Contacts have a codec of their own, with its own tests: an extension only stands behind its telephone. */
const isWanted = (path: string) => !path.includes('contact');

const response: fc.Arbitrary<ClaimStatusResponse> = answerArbitrary(ClaimStatusResponseSchema, isWanted);

test('what is written is read back as it was, with every value of the model and every segment of the guide in it', () => {
  const reach = new AnswerReach(CLAIM_STATUS_RESPONSE, ClaimStatusResponseSchema);
  const property = fc.property(fc.array(response, { minLength: 1, maxLength: 2 }), (responses) => {
    expect(answerTroubles(CLAIM_STATUS_RESPONSE, 'HN', responses)).toEqual([]);
    reach.see(responses);
  });
  fc.assert(property, { numRuns: 200 });
  expect(reach.unseen.filter((path) => isWanted(path) && !/ (SE|PER) \(/.test(path))).toEqual([]);
});

/** Read where a sender fills them (STC03, STC12, amounts where no claim is named), and no part of this transaction. */
const ONLY_READ = /statuses\.\*\.(action|message)$|answer\.statuses\.\*\.amount$/;

test('model and guide have the same places', () => {
  const inGuide = pathsInGuide(GUIDE_277).filter((path) => !ONLY_READ.test(path));
  expect(inGuide.sort()).toEqual(leavesOf(ClaimStatusResponseSchema).sort());
});
