/** For tests of transactions that answer us: models made up from their schema, what the guide binds, and files with one fault. */
import fc from 'fast-check';
import { z } from 'zod';
import { FindingList, readInterchangeFile, type X12Finding } from '../../../x12/index.ts';
import { exampleInterchange, fileOf } from '../../examples.ts';
import { boundPlaces } from '../../guide/bound-places.ts';
import { nameOf } from '../../guide/faults.ts';
import { isFields } from '../../guide/fields.ts';
import type { Fields, LoopRule, SegmentRule } from '../../guide/rules.ts';
import { Walker } from '../../guide/walk.ts';
import { differences } from '../differences.ts';
import { schemaArbitrary } from '../property/schema-arbitrary.ts';
import { ownAnswers, readAnswers, writeAnswers } from './file.ts';
import type { AnswerKind } from './kind.ts';
import { answersIn } from './tree.ts';

/** Models that a file can say exactly: few parts, many, or nearly all, the latter with something at every level. */
export function answerArbitrary<Model>(
  schema: z.core.$ZodType,
  isWanted: (path: string) => boolean = () => true,
): fc.Arbitrary<Model> {
  const of = (density: number, leastItems: number) =>
    schemaArbitrary(schema, {
      kind: 'as-sent',
      density,
      mostItems: 3,
      leastItems,
      isWanted: (path) => !path.endsWith('notInModel') && isWanted(path),
    });
  return fc.oneof(of(25, 0), of(60, 1), of(97, 1)).map((made) => sayable(made) as Model);
}

/** A name is a person's or an organization's, a range has a beginning, and a place is in a state or in a part of another country. */
function sayable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sayable);
  if (!isFields(value)) return value;
  const said = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sayable(each)]));
  if (said.organizationName !== undefined) delete said.lastName;
  if (said.state !== undefined) delete said.countrySubdivision;
  for (const name of Object.keys(said))
    if (name.endsWith('End') && said[name.slice(0, -'End'.length)] === undefined) delete said[name];
  return said;
}

/** What is not the same when it is read back, and what the guide forbids; parts that a model leaves out may be missing. */
export function answerTroubles<Model extends Fields>(
  kind: AnswerKind<Model>,
  functionalIdentifier: string,
  answers: readonly Model[],
): string[] {
  const file = ownAnswers(exampleInterchange, { functionalIdentifier, version: kind.version }, answers);
  const bytes = writeAnswers(kind, [file]);
  const read = readAnswers(kind, bytes);
  const again = writeAnswers(kind, read.interchanges);
  const faults = read.findings.filter(({ severity, code }) => severity === 'error' && !LACKING.test(code));
  return [
    ...faults.map(({ code, location, message }) => `${code} in ${location.loop}: ${message}`),
    ...differences(answers, answersIn(read.interchanges), ''),
    ...(Buffer.compare(bytes, again) === 0 ? [] : ['other bytes when what was read is written']),
  ];
}

const LACKING = /-(MISSING|PAIR)$/;

/** Single values of a schema by path, `*` for any item of a list. */
export function leavesOf(schema: z.core.$ZodType, path = ''): string[] {
  if (schema instanceof z.ZodOptional) return leavesOf(schema.unwrap(), path);
  if (path.endsWith('notInModel')) return [];
  if (schema instanceof z.ZodArray) return leavesOf(schema.element, `${path}.*`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([name, inner]) =>
      leavesOf(inner, path === '' ? name : `${path}.${name}`),
    );
  return [path];
}

/** The same paths as the guide binds them, of all its levels. */
export function pathsInGuide(rule: LoopRule, above: readonly string[] = []): string[] {
  const own = boundPlaces(rule)
    .filter(({ isWhole }) => !isWhole)
    .map(({ keys }) => [...above, ...keys.map((key) => (/^\d+$/.test(key) ? '*' : key))].join('.'));
  const into = rule.into ? [...above, ...rule.into.field.path.split('.'), '*'] : above;
  const below = rule.children.flatMap((child) =>
    child.kind === 'loop' && child.isLevel ? pathsInGuide(child, into) : [],
  );
  return [...new Set([...own, ...below])];
}

/** What arbitrary models have not shown yet: values of the schema, and segments of the guide. */
export class AnswerReach<Model extends Fields> {
  readonly #kind: AnswerKind<Model>;
  readonly #values: Set<string>;
  readonly #segments: Map<SegmentRule, string>;

  constructor(kind: AnswerKind<Model>, schema: z.core.$ZodType) {
    this.#kind = kind;
    this.#values = new Set(leavesOf(schema));
    this.#segments = new Map(segmentsOf(kind.rule));
  }

  see(answers: readonly Model[]): void {
    for (const answer of answers) this.#seeValues(answer, '');
    const head = { functionalIdentifier: 'XX', version: this.#kind.version };
    const bytes = writeAnswers(this.#kind, [ownAnswers(exampleInterchange, head, answers)]);
    for (const { segments } of readInterchangeFile(bytes, new FindingList()).transactionSets) {
      const walker = new Walker(this.#kind.guide, {
        placed: (_, { segment }) => {
          this.#segments.delete(segment);
          return undefined;
        },
        unheld: () => {},
        report: () => {},
        missing: () => {},
      });
      for (const segment of segments) walker.take(segment);
      walker.finish();
    }
  }

  get unseen(): string[] {
    return [...this.#values, ...this.#segments.values()];
  }

  #seeValues(value: unknown, path: string): void {
    if (!isFields(value)) this.#values.delete(path);
    else if (Array.isArray(value)) for (const item of value) this.#seeValues(item, `${path}.*`);
    else
      for (const [name, each] of Object.entries(value))
        this.#seeValues(each, path === '' ? name : `${path}.${name}`);
  }
}

function segmentsOf({ id, children }: LoopRule): (readonly [SegmentRule, string])[] {
  return children.flatMap((child) =>
    child.kind === 'loop' ? segmentsOf(child) : [[child, `${id} ${nameOf(child)}`] as const],
  );
}

/** `lines` of a good file, one a segment, with one of them changed, and its counts right again. */
export interface Spoilt {
  readonly what: string;
  readonly findings: readonly X12Finding[];
}

type Read = (bytes: Uint8Array) => { readonly findings: readonly X12Finding[] };

const ENVELOPE = /^(ISA|GS|ST|SE|GE|IEA)\*/;

/** One file for each segment, without it. */
export function leftOut(lines: readonly string[], read: Read): Spoilt[] {
  return lines.flatMap((line, index) =>
    ENVELOPE.test(line)
      ? []
      : [{ what: `without ${line}`, findings: read(counted(lines.toSpliced(index, 1))).findings }],
  );
}

/** One file for each element, with `value` in its place. */
export function spoilt(lines: readonly string[], value: string, read: Read): Spoilt[] {
  return lines.flatMap((line, index) => {
    if (ENVELOPE.test(line)) return [];
    const elements = line.split('*');
    return elements.flatMap((element, at) => {
      if (at === 0 || element === '' || element === value) return [];
      const changed = elements.with(at, value).join('*').replace(/\*+$/, '');
      return [
        { what: `${line} as ${changed}`, findings: read(counted(lines.with(index, changed))).findings },
      ];
    });
  });
}

/** Those with more than one finding. A text without any separator stands for two components at once, each told. */
export function several(all: readonly Spoilt[]): string[] {
  return all.flatMap(({ what, findings }) => {
    const elements = new Set(findings.map(({ location: { byte, element } }) => `${byte} ${element ?? ''}`));
    const isOne = findings.length < 2 || (elements.size === 1 && findings.every(isOfComponent));
    return isOne ? [] : [`${what}: ${findings.map(({ code }) => code).join(', ')}`];
  });
}

const isOfComponent = ({ location }: X12Finding) => location.component !== undefined;

function counted(lines: readonly string[]): Uint8Array {
  const first = lines.findIndex((line) => line.startsWith('ST*'));
  const last = lines.findIndex((line) => line.startsWith('SE*'));
  const trailer = lines[last]?.replace(/^SE\*\d+/, `SE*${last - first + 1}`) ?? '';
  return fileOf(lines.with(last, trailer).join('\n'));
}
