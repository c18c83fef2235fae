/** What is written of a 276 is read back as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleInterchange } from '../examples.ts';
import {
  AnswerReach,
  answerArbitrary,
  answerTroubles,
  leavesOf,
  pathsInGuide,
} from '../parts/answers/testing.ts';
import { schemaArbitrary } from '../parts/property/schema-arbitrary.ts';
import { GUIDE_276 } from './guide/index.ts';
import { type ClaimStatusInquiry, ClaimStatusInquirySchema, inquiryOf } from './inquiry.ts';
import { CLAIM_STATUS_REQUEST } from './kind.ts';
import { type ClaimStatusRequest, ClaimStatusRequestSchema } from './model.ts';
import { claimsAskedIn, readClaimStatusRequests } from './read.ts';
import { writeClaimStatusInquiries } from './write.ts';

const request: fc.Arbitrary<ClaimStatusRequest> = answerArbitrary(ClaimStatusRequestSchema);
/** Made-up claims may say no day, or a number twice, and made-up ids are no NPIs. */
const MADE_UP = /^(TRACE-REPEATED|SERVICE-DATE-MISSING|NPI-CHECK) /;

test('what is written is read back as it was, with every value of the model and every segment of the guide in it', () => {
  const reach = new AnswerReach(CLAIM_STATUS_REQUEST, ClaimStatusRequestSchema);
  const property = fc.property(fc.array(request, { minLength: 1, maxLength: 2 }), (requests) => {
    const troubles = answerTroubles(CLAIM_STATUS_REQUEST, 'HR', requests);
    expect(troubles.filter((trouble) => !MADE_UP.test(trouble))).toEqual([]);
    reach.see(requests);
  });
  fc.assert(property, { numRuns: 200 });
  expect(reach.unseen.filter((path) => !/ SE \(/.test(path))).toEqual([]);
});

test('model and guide have the same places', () => {
  expect(pathsInGuide(GUIDE_276).sort()).toEqual(leavesOf(ClaimStatusRequestSchema).sort());
});

test('an inquiry is found again in the file that asks it, and the file has no fault', () => {
  const made = schemaArbitrary(ClaimStatusInquirySchema, {
    kind: 'as-sent',
    density: 60,
    mostItems: 3,
    isWanted: () => true,
  });
  const inquiry = made.map((value) => ClaimStatusInquirySchema.safeParse(value).data).filter(isSayable);
  fc.assert(
    fc.property(fc.array(inquiry, { minLength: 1, maxLength: 3 }), (inquiries) => {
      const { requests, findings } = readClaimStatusRequests(
        writeClaimStatusInquiries(exampleInterchange, inquiries),
      );
      expect(findings).toEqual([]);
      expect(requests.flatMap(claimsAskedIn).map(inquiryOf)).toEqual(inquiries);
    }),
    { numRuns: 200 },
  );
});

/** A range has a beginning. */
function isSayable(inquiry: ClaimStatusInquiry | undefined): inquiry is ClaimStatusInquiry {
  if (inquiry === undefined) return false;
  const { serviceDate, serviceDateEnd } = inquiry.claim;
  return serviceDate !== undefined || serviceDateEnd === undefined;
}
