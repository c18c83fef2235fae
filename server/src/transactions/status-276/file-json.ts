/** A 276 as JSON: what `claimside x12 read` gives and `write` takes. */
import type { Result } from '@claimside/shared/values';
import {
  type AnswerJson,
  type ParsedAnswers,
  parseAnswers,
  writeAndCompareAnswers,
} from '../parts/answers/json.ts';
import { shapeOf } from '../parts/json-shape.ts';
import type { WrittenAndRead } from '../parts/write-and-compare.ts';
import { CLAIM_STATUS_REQUEST } from './kind.ts';
import { type ClaimStatusRequest, ClaimStatusRequestSchema } from './model.ts';

const JSON_OF_276: AnswerJson = {
  key: 'claimStatusRequest',
  part: { shape: shapeOf(ClaimStatusRequestSchema), name: 'claim status request', file: 'a 276' },
};

type Parsed = ParsedAnswers<ClaimStatusRequest>;

export function parseClaimStatusRequests(json: unknown): Result<Parsed, readonly string[]> {
  return parseAnswers(JSON_OF_276, json);
}

/** `behindSegments` is a line break, or nothing. */
export function writeAndCompareClaimStatusRequests(
  interchanges: Parsed['interchanges'],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  return writeAndCompareAnswers(CLAIM_STATUS_REQUEST, JSON_OF_276, interchanges, behindSegments);
}
