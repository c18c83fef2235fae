/** Answers as JSON from outside: the envelope parsed strictly, the answers as models of any state. */
import { err, ok, type Result } from '@claimside/shared/values';
import { z } from 'zod';
import type { Fields } from '../../guide/rules.ts';
import { interchangesOf, text, wordsForIssue } from '../json-envelope.ts';
import { shapeFaults, withCapitals } from '../json-faults.ts';
import { pathText } from '../json-path.ts';
import type { ModelPart } from '../unwritten.ts';
import { type FileModel, type WrittenAndRead, writeAndCompareBy } from '../write-and-compare.ts';
import { readAnswers, writeAnswers } from './file.ts';
import type { AnswerKind } from './kind.ts';
import type { AnswerInterchange } from './tree.ts';

/** Where the interchanges stand in the JSON, and the model of a set. */
export interface AnswerJson {
  /** `claimAcknowledgement`. */
  readonly key: string;
  readonly part: ModelPart;
}

export interface ParsedAnswers<Model> {
  readonly interchanges: readonly AnswerInterchange<Model>[];
  /** Paths of codes that were in small letters and are in capitals now. */
  readonly capitals: readonly string[];
}

/** What `claimside x12 read` gives of such a file; the errors name every place that is not as it should be. */
export function parseAnswers<Model extends Fields>(
  { key, part }: AnswerJson,
  json: unknown,
): Result<ParsedAnswers<Model>, readonly string[]> {
  // Whether it says only what such a file can say is told by writing it.
  const answer = z
    .custom<Model>((value) => value !== undefined, 'is missing')
    .superRefine((value, { addIssue }) => {
      for (const { keys, message } of shapeFaults(value, part.shape))
        addIssue({ code: 'custom', path: [...keys], message });
    });
  const set = z.strictObject({ controlNumber: text, version: text.exactOptional(), answer });
  const Own = z.strictObject({ interchanges: interchangesOf(set) });
  const parsed = z.object({ [key]: Own }).safeParse(json);
  if (!parsed.success) return err(parsed.error.issues.flatMap(wordsForIssue));
  const own = parsed.data[key];
  if (own === undefined) return err([`${key} is missing.`]);
  const capitals: string[] = [];
  const interchanges = own.interchanges.map((interchange, i) => ({
    ...interchange,
    groups: interchange.groups.map((group, g) => ({
      ...group,
      sets: group.sets.map((each, s) => ({
        ...each,
        answer: withCapitals(
          each.answer,
          part.shape,
          () => false,
          (keys) => {
            const place = [key, 'interchanges', i, 'groups', g, 'sets', s, 'answer'];
            capitals.push(pathText([...place, ...keys]));
          },
        ),
      })),
    })),
  }));
  return ok({ interchanges, capitals });
}

/** Writes answers that came as JSON, and tells what the file does not say as the JSON does. */
export function writeAndCompareAnswers<Model extends Fields>(
  kind: AnswerKind<Model>,
  { key, part }: AnswerJson,
  interchanges: readonly AnswerInterchange<Model>[],
  behindSegments: '' | '\n' = '',
): WrittenAndRead {
  const model: FileModel<AnswerInterchange<Model>> = {
    top: [key, 'interchanges'],
    write: (all) => writeAnswers(kind, all, { behindSegments }),
    read: (bytes) => readAnswers(kind, bytes).interchanges,
    said: (_, value) => value,
    partAt(keys) {
      const at = keys.indexOf('answer');
      return at < 0 ? undefined : { part, depth: at + 1 };
    },
  };
  return writeAndCompareBy(model, interchanges);
}
