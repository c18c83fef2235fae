/** A 277 as JSON: what `claimside x12 read` gives and `write` takes. */
import type { Result } from '@claimside/shared/values';
import {
  type AnswerJson,
  type ParsedAnswers,
  parseAnswers,
  writeAndCompareAnswers,
} from '../parts/answers/json.ts';
import { shapeOf } from '../parts/json-shape.ts';
import type { WrittenAndRead } from '../parts/write-and-compare.ts';
import { CLAIM_STATUS_RESPONSE } from './kind.ts';
import { type ClaimStatusResponse, ClaimStatusResponseSchema } from './model.ts';

const JSON_OF_277: AnswerJson = {
  key: 'claimStatusResponse',
  part: { shape: shapeOf(ClaimStatusResponseSchema), name: 'claim status answer', file: 'a 277' },
};

type Parsed = ParsedAnswers<ClaimStatusResponse>;

export function parseClaimStatusResponses(json: unknown): Result<Parsed, readonly string[]> {
  return parseAnswers(JSON_OF_277, json);
}

/** `behindSegments` is a line break, or nothing. */
export function writeAndCompareClaimStatusResponses(
  interchanges: Parsed['interchanges'],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  return writeAndCompareAnswers(CLAIM_STATUS_RESPONSE, JSON_OF_277, interchanges, behindSegments);
}
