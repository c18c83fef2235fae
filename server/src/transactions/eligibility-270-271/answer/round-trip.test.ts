/** What is written of a 271 is read back as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AnswerReach,
  answerArbitrary,
  answerTroubles,
  leavesOf,
  pathsInGuide,
} from '../../parts/answers/testing.ts';
import { readEligibilityResponseInterchanges, writeEligibilityResponseInterchanges } from '../index.ts';
import { GUIDE_271 } from './guide.ts';
import { ELIGIBILITY_RESPONSE } from './kind.ts';
import { type EligibilityResponse, EligibilityResponseSchema } from './model.ts';

/** Contacts have a codec of their own, with its own tests: an extension only stands behind its telephone. */
const isWanted = (path: string) => !path.includes('contacts');

const response: fc.Arbitrary<EligibilityResponse> = answerArbitrary(EligibilityResponseSchema, isWanted);

test('what is written is read back as it was, with every value of the model and every segment of the guide in it', () => {
  const reach = new AnswerReach(ELIGIBILITY_RESPONSE, EligibilityResponseSchema);
  const property = fc.property(response, (made) => {
    expect(answerTroubles(ELIGIBILITY_RESPONSE, 'HB', [made])).toEqual([]);
    reach.see([made]);
  });
  fc.assert(property, { numRuns: 100 });
  expect(reach.unseen.filter((path) => isWanted(path) && !/ (SE|PER) \(/.test(path))).toEqual([]);
});

test('model and guide have the same places', () => {
  expect(pathsInGuide(GUIDE_271).sort()).toEqual(leavesOf(EligibilityResponseSchema).sort());
});

test('a bound of related parties that strayed behind an unknown level is not written a second time', () => {
  const strayed = 'ISA****************~ST*271~HL***22~EB~NM1*OC~HL*9~LE*2120~';
  const written = (bytes: Uint8Array) =>
    writeEligibilityResponseInterchanges(readEligibilityResponseInterchanges(bytes).interchanges);
  const once = written(Buffer.from(strayed));
  const twice = Buffer.from(written(once)).toString();
  expect(twice).toBe(Buffer.from(once).toString());
  expect(twice.match(/LE\*/g)).toHaveLength(1);
});
