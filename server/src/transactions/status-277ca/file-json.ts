/** A 277CA as JSON: what `claimside x12 read` gives and `write` takes. */
import type { Result } from '@claimside/shared/values';
import {
  type AnswerJson,
  type ParsedAnswers,
  parseAnswers,
  writeAndCompareAnswers,
} from '../parts/answers/json.ts';
import { shapeOf } from '../parts/json-shape.ts';
import type { WrittenAndRead } from '../parts/write-and-compare.ts';
import { CLAIM_ACKNOWLEDGEMENT } from './kind.ts';
import { type ClaimAcknowledgement, ClaimAcknowledgementSchema } from './model.ts';

const JSON_OF_277CA: AnswerJson = {
  key: 'claimAcknowledgement',
  part: { shape: shapeOf(ClaimAcknowledgementSchema), name: 'claim acknowledgement', file: 'a 277CA' },
};

type Parsed = ParsedAnswers<ClaimAcknowledgement>;

export function parseClaimAcknowledgements(json: unknown): Result<Parsed, readonly string[]> {
  return parseAnswers(JSON_OF_277CA, json);
}

/** `behindSegments` is a line break, or nothing. */
export function writeAndCompareClaimAcknowledgements(
  interchanges: Parsed['interchanges'],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  return writeAndCompareAnswers(CLAIM_ACKNOWLEDGEMENT, JSON_OF_277CA, interchanges, behindSegments);
}
