/** What is written of a 270 is read back as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleInterchange } from '../../examples.ts';
import {
  AnswerReach,
  answerArbitrary,
  answerTroubles,
  leavesOf,
  pathsInGuide,
} from '../../parts/answers/testing.ts';
import { schemaArbitrary } from '../../parts/property/schema-arbitrary.ts';
import { GUIDE_270 } from './guide.ts';
import { type EligibilityInquiry, EligibilityInquirySchema, inquiryOf } from './inquiry.ts';
import { ELIGIBILITY_REQUEST } from './kind.ts';
import { type EligibilityRequest, EligibilityRequestSchema } from './model.ts';
import { patientsAskedIn, readEligibilityRequests } from './read.ts';
import { writeEligibilityInquiries } from './write.ts';

const request: fc.Arbitrary<EligibilityRequest> = answerArbitrary(EligibilityRequestSchema);

/** Made-up numbers may stand twice, and made-up ids are no NPIs. */
const MADE_UP = /^(TRACE-REPEATED|NPI-CHECK) /;

test('what is written is read back as it was, with every value of the model and every segment of the guide in it', () => {
  const reach = new AnswerReach(ELIGIBILITY_REQUEST, EligibilityRequestSchema);
  const property = fc.property(fc.array(request, { minLength: 1, maxLength: 2 }), (requests) => {
    const troubles = answerTroubles(ELIGIBILITY_REQUEST, 'HS', requests);
    expect(troubles.filter((trouble) => !MADE_UP.test(trouble))).toEqual([]);
    reach.see(requests);
  });
  fc.assert(property, { numRuns: 200 });
  expect(reach.unseen.filter((path) => !/ SE \(/.test(path))).toEqual([]);
});

test('model and guide have the same places', () => {
  expect(pathsInGuide(GUIDE_270).sort()).toEqual(leavesOf(EligibilityRequestSchema).sort());
});

test('an inquiry is found again in the file that asks it, and the file has no fault', () => {
  const inquiry = schemaArbitrary(EligibilityInquirySchema, {
    kind: 'as-sent',
    density: 60,
    mostItems: 4,
    isWanted: () => true,
  }).map((made): EligibilityInquiry => EligibilityInquirySchema.parse(made));
  fc.assert(
    fc.property(fc.uniqueArray(inquiry, { minLength: 1, maxLength: 3 }), (inquiries) => {
      const bytes = writeEligibilityInquiries(exampleInterchange, inquiries);
      const { requests, findings } = readEligibilityRequests(bytes);
      expect(findings).toEqual([]);
      expect(requests.flatMap(patientsAskedIn).map(inquiryOf)).toEqual(inquiries);
    }),
    { numRuns: 300 },
  );
});
