/** A 270 as JSON: what `claimside x12 read` gives and `write` takes. */
import type { Result } from '@claimside/shared/values';
import {
  type AnswerJson,
  type ParsedAnswers,
  parseAnswers,
  writeAndCompareAnswers,
} from '../../parts/answers/json.ts';
import { shapeOf } from '../../parts/json-shape.ts';
import type { WrittenAndRead } from '../../parts/write-and-compare.ts';
import { ELIGIBILITY_REQUEST } from './kind.ts';
import { type EligibilityRequest, EligibilityRequestSchema } from './model.ts';

const JSON_OF_270: AnswerJson = {
  key: 'eligibilityRequest',
  part: { shape: shapeOf(EligibilityRequestSchema), name: 'benefit inquiry', file: 'a 270' },
};

type Parsed = ParsedAnswers<EligibilityRequest>;

export function parseEligibilityRequests(json: unknown): Result<Parsed, readonly string[]> {
  return parseAnswers(JSON_OF_270, json);
}

/** `behindSegments` is a line break, or nothing. */
export function writeAndCompareEligibilityRequests(
  interchanges: Parsed['interchanges'],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  return writeAndCompareAnswers(ELIGIBILITY_REQUEST, JSON_OF_270, interchanges, behindSegments);
}
