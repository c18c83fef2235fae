/** A 271 as JSON: what `claimside x12 read` gives and `write` takes. */
import type { Result } from '@claimside/shared/values';
import {
  type AnswerJson,
  type ParsedAnswers,
  parseAnswers,
  writeAndCompareAnswers,
} from '../../parts/answers/json.ts';
import { shapeOf } from '../../parts/json-shape.ts';
import type { WrittenAndRead } from '../../parts/write-and-compare.ts';
import { ELIGIBILITY_RESPONSE } from './kind.ts';
import { type EligibilityResponse, EligibilityResponseSchema } from './model.ts';

const JSON_OF_271: AnswerJson = {
  key: 'eligibilityResponse',
  part: { shape: shapeOf(EligibilityResponseSchema), name: 'benefit answer', file: 'a 271' },
};

type Parsed = ParsedAnswers<EligibilityResponse>;

export function parseEligibilityResponses(json: unknown): Result<Parsed, readonly string[]> {
  return parseAnswers(JSON_OF_271, json);
}

/** `behindSegments` is a line break, or nothing. */
export function writeAndCompareEligibilityResponses(
  interchanges: Parsed['interchanges'],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  return writeAndCompareAnswers(ELIGIBILITY_RESPONSE, JSON_OF_271, interchanges, behindSegments);
}
