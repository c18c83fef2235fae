/** A 999 with its TA1s as JSON: what `claimside x12 read` gives and `write` takes. */
import type { Result } from '@claimside/shared/values';
import {
  type AnswerJson,
  type ParsedAnswers,
  parseAnswers,
  writeAndCompareAnswers,
} from '../parts/answers/json.ts';
import { shapeOf } from '../parts/json-shape.ts';
import type { WrittenAndRead } from '../parts/write-and-compare.ts';
import { ACKNOWLEDGEMENT_999 } from './kind.ts';
import { type Acknowledgement, AcknowledgementSchema } from './model.ts';

const JSON_OF_999: AnswerJson = {
  key: 'implementationAcknowledgement',
  part: { shape: shapeOf(AcknowledgementSchema), name: 'acknowledgement', file: 'a 999' },
};

type Parsed = ParsedAnswers<Acknowledgement>;

export function parseAcknowledgements(json: unknown): Result<Parsed, readonly string[]> {
  return parseAnswers(JSON_OF_999, json);
}

/** `behindSegments` is a line break, or nothing. */
export function writeAndCompareAcknowledgements(
  interchanges: Parsed['interchanges'],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  return writeAndCompareAnswers(ACKNOWLEDGEMENT_999, JSON_OF_999, interchanges, behindSegments);
}
