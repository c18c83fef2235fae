/** Writes a 270: inquiries of ours, or as it was read. */
import { foldText, type InterchangeEnvelope } from '../../../x12/index.ts';
import { ownAnswers, writeAnswers } from '../../parts/answers/file.ts';
import { VERSION_270 } from './guide.ts';
import { type EligibilityInquiry, requestOf } from './inquiry.ts';
import { ELIGIBILITY_REQUEST } from './kind.ts';
import type { EligibilityRequestInterchange } from './read.ts';

/** One set for each: a clearinghouse that answers at once takes one in a group. */
export function writeEligibilityInquiries(
  envelope: InterchangeEnvelope,
  inquiries: readonly EligibilityInquiry[],
): Uint8Array {
  const { date, time } = envelope;
  const requests = inquiries.map((inquiry) => requestOf(inquiry, { date, time }));
  const version = { functionalIdentifier: 'HS', version: VERSION_270 };
  return writeAnswers(ELIGIBILITY_REQUEST, [ownAnswers(envelope, version, requests)], { fold: foldText });
}

export function writeEligibilityRequestInterchanges(
  interchanges: readonly EligibilityRequestInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  return writeAnswers(ELIGIBILITY_REQUEST, interchanges, { behindSegments });
}
