/** Writes a 277: as it was read, or as a payer sends it (for tests). */
import { foldText, type InterchangeEnvelope } from '../../x12/index.ts';
import { ownAnswers, writeAnswers } from '../parts/answers/file.ts';
import { VERSION_277 } from './guide/index.ts';
import { CLAIM_STATUS_RESPONSE } from './kind.ts';
import type { ClaimStatusResponse } from './model.ts';
import type { ClaimStatusInterchange } from './read.ts';

export function writeClaimStatus(
  envelope: InterchangeEnvelope,
  file: { readonly responses: readonly ClaimStatusResponse[] },
): Uint8Array {
  const version = { functionalIdentifier: 'HN', version: VERSION_277 };
  return writeAnswers(CLAIM_STATUS_RESPONSE, [ownAnswers(envelope, version, file.responses)], {
    fold: foldText,
  });
}

export function writeClaimStatusInterchanges(
  interchanges: readonly ClaimStatusInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  return writeAnswers(CLAIM_STATUS_RESPONSE, interchanges, { behindSegments });
}
