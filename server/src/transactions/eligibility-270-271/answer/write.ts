/** Writes a 271: as it was read, or as a payer sends it (the sandbox answers with it). */
import { foldText, type InterchangeEnvelope } from '../../../x12/index.ts';
import { ownAnswers, writeAnswers } from '../../parts/answers/file.ts';
import { VERSION_271 } from './guide.ts';
import { ELIGIBILITY_RESPONSE } from './kind.ts';
import type { EligibilityResponse } from './model.ts';
import type { EligibilityResponseInterchange } from './read.ts';

export function writeEligibilityResponses(
  envelope: InterchangeEnvelope,
  file: { readonly responses: readonly EligibilityResponse[] },
): Uint8Array {
  const version = { functionalIdentifier: 'HB', version: VERSION_271 };
  return writeAnswers(ELIGIBILITY_RESPONSE, [ownAnswers(envelope, version, file.responses)], {
    fold: foldText,
  });
}

export function writeEligibilityResponseInterchanges(
  interchanges: readonly EligibilityResponseInterchange[],
  behindSegments: '' | '\n' = '',
): Uint8Array {
  return writeAnswers(ELIGIBILITY_RESPONSE, interchanges, { behindSegments });
}
