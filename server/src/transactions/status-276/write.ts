/** Writes a 276: inquiries of ours, or as it was read. */
import { foldText, type InterchangeEnvelope } from '../../x12/index.ts';
import { ownAnswers, writeAnswers } from '../parts/answers/file.ts';
import { VERSION_276 } from './guide/index.ts';
import { type ClaimStatusInquiry, requestOf } from './inquiry.ts';
import { CLAIM_STATUS_REQUEST } from './kind.ts';
import type { ClaimStatusRequestInterchange } from './read.ts';

/** One set for each: a clearinghouse that answers at once takes one in a group. */
export function writeClaimStatusInquiries(
  envelope: InterchangeEnvelope,
  inquiries: readonly ClaimStatusInquiry[],
): Uint8Array {
  const { date, time } = envelope;
  const requests = inquiries.map((inquiry) => requestOf(inquiry, { date, time }));
  const version = { functionalIdentifier: 'HR', version: VERSION_276 };
  return writeAnswers(CLAIM_STATUS_REQUEST, [ownAnswers(envelope, version, requests)], { fold: foldText });
}

export function writeClaimStatusRequestInterchanges(
  interchanges: readonly ClaimStatusRequestInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  return writeAnswers(CLAIM_STATUS_REQUEST, interchanges, { behindSegments });
}
