/** Holds a reading against the truth: what was found, what was missed, what was wrong, and how sure the reader was. */
import { type Capture, type Captured, SURE } from '@claimside/shared/capture';
import { type Facts, kindOf, lineNames } from './truth.ts';

export interface Count {
  /** The page says so many. */
  readonly said: number;
  /** Read as the page says it. */
  readonly right: number;
  /** Of those, shown as certain. */
  readonly rightAndCertain: number;
  /** Shown as certain, whatever they are. */
  readonly certain: number;
  /** Shown for a look, and not what the page says. */
  readonly wrongAndUnsure: number;
}

/** A value shown as certain that the page does not say. */
export interface Wrong {
  readonly fact: string;
  readonly read: string;
  readonly truth: string | undefined;
}

export interface Verdict {
  readonly confidence: number;
  readonly isRight: boolean;
}

export interface Score {
  /** By kind of fact. */
  readonly counts: ReadonlyMap<string, Count>;
  readonly wrong: readonly Wrong[];
  /** Facts that were not read, or not as the page says them. */
  readonly missed: readonly string[];
  /** How sure the reader was of each value that it shows, and whether it was right. */
  readonly shown: readonly Verdict[];
}

const NOTHING: Count = { said: 0, right: 0, rightAndCertain: 0, certain: 0, wrongAndUnsure: 0 };

export function scoreOf(capture: Capture, truth: Facts): Score {
  const read = readingOf(capture);
  const counts = new Map<string, Count>();
  const wrong: Wrong[] = [];
  const missed: string[] = [];
  const verdicts: Verdict[] = [];
  for (const fact of new Set([...truth.keys(), ...read.keys()])) {
    const expected = truth.get(fact);
    const shown = read.get(fact);
    const isRight = shown !== undefined && expected !== undefined && isSame(shown.value, expected);
    const isCertain = shown !== undefined && shown.confidence >= SURE;
    const before = counts.get(kindOf(fact)) ?? NOTHING;
    counts.set(kindOf(fact), {
      said: before.said + Number(expected !== undefined),
      right: before.right + Number(isRight),
      rightAndCertain: before.rightAndCertain + Number(isRight && isCertain),
      certain: before.certain + Number(isCertain),
      wrongAndUnsure: before.wrongAndUnsure + Number(shown !== undefined && !isRight && !isCertain),
    });
    if (shown) verdicts.push({ confidence: shown.confidence, isRight });
    if (isCertain && !isRight) wrong.push({ fact, read: shown.value, truth: expected });
    if (expected !== undefined && !isRight) missed.push(fact);
  }
  return { counts, wrong, missed, shown: verdicts };
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

interface Shown {
  readonly value: string;
  readonly confidence: number;
}

/** A capture as facts. Several values of one place are as sure as the least of them. */
function readingOf({ fields, diagnoses, lines }: Capture): Map<string, Shown> {
  const facts = new Map<string, Shown>(Object.entries(fields));
  for (const [index, { code }] of diagnoses.entries()) facts.set(`diagnoses.${index + 1}`, code);
  const nameOf = lineNames();
  for (const line of lines) {
    const name = nameOf(line.procedureCode.value);
    const put = (part: string, values: readonly (Captured | undefined)[]): void => {
      const shown = values.filter((value) => value !== undefined);
      if (shown.length === 0) return;
      facts.set(`${name}.${part}`, {
        value: shown.map(({ value }) => value).join(' '),
        confidence: Math.min(...shown.map(({ confidence }) => confidence)),
      });
    };
    put('procedureCode', [line.procedureCode]);
    put('modifiers', line.modifiers);
    put('units', [line.units]);
    put('unitPrice', [line.unitPrice]);
    put('chargeAmount', [line.chargeAmount]);
    put('diagnosisCodes', line.diagnosisCodes);
    put('serviceDate', [line.serviceDate]);
    put('serviceDateEnd', [line.serviceDateEnd]);
    put('placeOfService', [line.placeOfService]);
    put('drug', [line.drug?.code, line.drug?.quantity, line.drug?.unit]);
  }
  return facts;
}

/** The sum of counts by kind. */
export function added(scores: readonly Score[]): Map<string, Count> {
  const sum = new Map<string, Count>();
  for (const { counts } of scores)
    for (const [kind, count] of counts) {
      const before = sum.get(kind) ?? NOTHING;
      const names = Object.keys(NOTHING) as (keyof Count)[];
      sum.set(
        kind,
        Object.fromEntries(names.map((name) => [name, before[name] + count[name]])) as unknown as Count,
      );
    }
  return sum;
}
