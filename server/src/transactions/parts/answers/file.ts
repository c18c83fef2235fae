/** Reads and writes files of answers, whatever their model: the envelope by the reader and writer that all transactions share. */
import {
  FindingList,
  type InterchangeEnvelope,
  OUR_SEPARATORS,
  ownGroupHeader,
  ownInterchangeHeader,
  type ReaderOptions,
  writeSetControlNumber,
  type X12Finding,
} from '../../../x12/index.ts';
import type { Fields } from '../../guide/rules.ts';
import type { Fold } from '../../guide/segment-text.ts';
import type { EnvelopeParts, GroupStart, InterchangeStart } from '../file-parts.ts';
import { type SetKind, TransactionFileReader } from '../file-reader.ts';
import { TransactionFileWriter } from '../file-writer.ts';
import type { AnswerKind } from './kind.ts';
import { LevelReader } from './level-reader.ts';
import { LevelWriter } from './level-writer.ts';
import type { AnswerGroup, AnswerInterchange, AnswerSet } from './tree.ts';

/** Told of each set when it has ended. */
export interface AnswerVisitor<Model> extends EnvelopeParts {
  set(set: AnswerSet<Model>): void;
}

/** Push a file's bytes in order, then call `end` once. Memory grows with a set, not with the file. Never throws on content. */
export class AnswerFileReader<Model extends Fields> extends TransactionFileReader {
  constructor(
    kind: AnswerKind<Model>,
    findings: FindingList,
    visitor: Partial<AnswerVisitor<Model>>,
    more: Pick<SetKind, 'interchangeAcknowledgement'> = {},
    options?: ReaderOptions,
  ) {
    const sets: SetKind = {
      ...kind,
      ...more,
      open: ({ controlNumber }) =>
        new LevelReader(kind, findings, (answer, version) =>
          visitor.set?.({ controlNumber, ...(version === '' ? {} : { version }), answer }),
        ),
    };
    super(findings, sets, visitor, options);
  }
}

export class AnswerFileWriter<Model extends Fields>
  extends TransactionFileWriter<LevelWriter>
  implements AnswerVisitor<Model>
{
  readonly #kind: Pick<AnswerKind<Model>, 'rule'>;

  constructor(
    kind: Pick<AnswerKind<Model>, 'rule'>,
    write: (text: string) => void,
    fold?: Fold,
    behindSegments: '' | '\n' = '',
  ) {
    super(write, fold, behindSegments);
    this.#kind = kind;
  }

  set({ answer, ...start }: AnswerSet<Model>): void {
    this.openSet((separators, fold) => new LevelWriter(separators, fold, start, this.#kind.rule, answer));
  }
}

/** Keeps all that is told. */
export class AnswerTree<Model> implements AnswerVisitor<Model> {
  readonly interchanges: (AnswerInterchange<Model> & {
    groups: AnswerGroup<Model>[];
    acknowledgements?: (readonly string[])[];
  })[] = [];
  #sets: AnswerSet<Model>[] = [];

  interchange(start: InterchangeStart): void {
    this.interchanges.push({ ...start, groups: [] });
  }

  interchangeAcknowledgement(elements: readonly string[]): void {
    const last = this.interchanges.at(-1);
    if (!last) return;
    last.acknowledgements ??= [];
    last.acknowledgements.push([...elements]);
  }

  group(start: GroupStart): void {
    this.#sets = [];
    this.interchanges.at(-1)?.groups.push({ ...start, sets: this.#sets });
  }

  set(set: AnswerSet<Model>): void {
    this.#sets.push(set);
  }
}

/** All answers of a file, in its envelope. */
export function readAnswers<Model extends Fields>(
  kind: AnswerKind<Model>,
  bytes: Uint8Array,
): { readonly interchanges: readonly AnswerInterchange<Model>[]; readonly findings: readonly X12Finding[] } {
  const findings = new FindingList();
  const tree = new AnswerTree<Model>();
  const reader = new AnswerFileReader(kind, findings, tree);
  reader.push(bytes);
  reader.end();
  return { interchanges: tree.interchanges, findings: findings.toArray() };
}

/** A whole file as it was read, or made, with a line break behind each segment if so wished. */
export function writeAnswers<Model extends Fields>(
  kind: Pick<AnswerKind<Model>, 'rule'>,
  interchanges: readonly AnswerInterchange<Model>[],
  { fold, behindSegments }: { readonly fold?: Fold; readonly behindSegments?: '' | '\n' } = {},
): Uint8Array {
  const parts: string[] = [];
  const writer = new AnswerFileWriter(kind, (text) => parts.push(text), fold, behindSegments);
  for (const interchange of interchanges) {
    writer.interchange(interchange);
    for (const elements of interchange.acknowledgements ?? []) writer.interchangeAcknowledgement(elements);
    for (const group of interchange.groups) {
      writer.group(group);
      for (const set of group.sets) writer.set(set);
    }
  }
  writer.end();
  return new TextEncoder().encode(parts.join(''));
}

/** One interchange around sets of ours, as a clearinghouse would send it; without any there is no group. */
export function ownAnswers<Model>(
  envelope: InterchangeEnvelope,
  { functionalIdentifier, version }: { readonly functionalIdentifier: string; readonly version: string },
  answers: readonly Model[],
): AnswerInterchange<Model> {
  const sets = answers.map((answer, index) => ({
    controlNumber: writeSetControlNumber(envelope.transactionSetControlNumber + index),
    version,
    answer,
  }));
  return {
    separators: OUR_SEPARATORS,
    header: ownInterchangeHeader(envelope),
    groups:
      sets.length === 0
        ? []
        : [{ header: ownGroupHeader(envelope, { functionalIdentifier, version }), sets }],
  };
}
