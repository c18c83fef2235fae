/** Which billed line each line of a payment answers (2110 to 2400). Never a guess: a line that may be two is said to be none. */
import type { Cents, IsoDate } from '../values/index.ts';

export interface BilledLine {
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  readonly chargeAmount: Cents;
  readonly serviceDate: IsoDate;
}

export interface AnsweredLine {
  /** REF*6R as it came back. */
  readonly lineControlNumber?: string | undefined;
  /** SVC01, as adjudicated. */
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
  /** SVC06, where it is another than was adjudicated: bundled, split, recoded. */
  readonly submittedProcedureCode?: string | undefined;
  readonly submittedModifiers?: readonly string[] | undefined;
  /** Negative in a reversal. */
  readonly charge: Cents;
  readonly serviceDate?: IsoDate | undefined;
}

export type LineStep =
  | 'line-number'
  | 'procedure-modifiers-charge'
  | 'procedure-charge'
  | 'bundled'
  /** One of several equal lines, all of which are answered: which is which makes no difference. */
  | 'order';

export type LineMatch =
  | { readonly kind: 'matched'; readonly line: number; readonly by: LineStep }
  | { readonly kind: 'unmatched' };

/** Our REF*6R: unique across claims and lines, so that an answer finds its line by itself. `position` counts from 1. */
export function lineControlNumber(patientControlNumber: string, position: number): string {
  return `${patientControlNumber}L${position}`;
}

/** For each answered line the place of the billed one, from 0. `patientControlNumber` is that of the claim (CLM01). */
export function matchLines(
  patientControlNumber: string,
  billed: readonly BilledLine[],
  answered: readonly AnsweredLine[],
): LineMatch[] {
  const found = new Map<number, Found>();
  answered.forEach((one, at) => {
    const line = lineOfNumber(patientControlNumber, billed.length, one.lineControlNumber);
    if (line !== undefined) found.set(at, { line, by: 'line-number' });
  });
  const taken = new Set([...found.values()].map(({ line }) => line));
  const classes = equalLines(billed, taken);
  const open = [...answered.entries()].flatMap(([at, one]) => (found.has(at) ? [] : [{ at, one }]));
  for (const [lines, answers] of forced(classes, open)) {
    // Fewer answers than equal lines: which of them is answered nobody can tell.
    if (answers.length !== lines.places.length) continue;
    answers.forEach(({ at, one }, place) => {
      const line = lines.places[place];
      if (line !== undefined)
        found.set(at, { line, by: answers.length > 1 ? 'order' : stepOf(lines.line, one) });
    });
  }
  for (const { at, one } of open) {
    const line = found.has(at) ? undefined : lineOfSplit(billed, one);
    if (line !== undefined) found.set(at, { line, by: 'bundled' });
  }
  return answered.map((_, at) => {
    const one = found.get(at);
    return one ? { kind: 'matched', ...one } : { kind: 'unmatched' };
  });
}

interface Found {
  readonly line: number;
  readonly by: LineStep;
}

/** Billed lines that are equal, and so may stand for one another. */
interface EqualLines {
  readonly line: BilledLine;
  readonly places: readonly number[];
}

interface OpenAnswer {
  readonly at: number;
  readonly one: AnsweredLine;
}

function equalLines(billed: readonly BilledLine[], taken: ReadonlySet<number>): EqualLines[] {
  const byText = new Map<string, { line: BilledLine; places: number[] }>();
  for (const [place, line] of billed.entries()) {
    if (taken.has(place)) continue;
    const text = JSON.stringify([
      line.procedureCode,
      sorted(line.modifiers),
      line.chargeAmount,
      line.serviceDate,
    ]);
    const known = byText.get(text) ?? { line, places: [] };
    known.places.push(place);
    byText.set(text, known);
  }
  return [...byText.values()];
}

/**
 * What follows by necessity: an answer that can only be of one line is of that line, and when a line has all its answers, the others
 * are of other lines. That a modifier may have been dropped is always reckoned with, so that no guess is made early.
 */
function forced(
  classes: readonly EqualLines[],
  open: readonly OpenAnswer[],
): ReadonlyMap<EqualLines, readonly OpenAnswer[]> {
  const given = new Map<EqualLines, OpenAnswer[]>();
  let left = open.map((answer) => ({ answer, may: linesOf(classes, answer.one) }));
  for (let before = -1; before !== left.length; ) {
    before = left.length;
    for (const { answer, may } of left) {
      const [only, ...others] = may;
      if (only && others.length === 0) given.set(only, [...(given.get(only) ?? []), answer]);
    }
    const isFull = (lines: EqualLines) => (given.get(lines)?.length ?? 0) >= lines.places.length;
    left = left
      .filter(({ may }) => may.length > 1)
      .map(({ answer, may }) => ({ answer, may: may.filter((lines) => !isFull(lines)) }));
  }
  return given;
}

/** With the modifiers that were billed or some of them; where the payer put its own, whatever the modifiers. */
function linesOf(classes: readonly EqualLines[], one: AnsweredLine): readonly EqualLines[] {
  const alike = classes.filter(
    ({ line }) => hasCode(line, one) && hasCharge(line, one) && hasDate(line, one),
  );
  const dropped = alike.filter(({ line }) => modifiersOf(one).every((each) => line.modifiers.includes(each)));
  return dropped.length > 0 ? dropped : alike;
}

function stepOf({ modifiers }: BilledLine, one: AnsweredLine): LineStep {
  if (!isPlain(one)) return 'bundled';
  const isExact = sorted(modifiers).join() === sorted(modifiersOf(one)).join();
  return isExact ? 'procedure-modifiers-charge' : 'procedure-charge';
}

/** REF*6R, in any case and without zeros put before it. */
function lineOfNumber(control: string, lines: number, answered = ''): number | undefined {
  const number = answered.trim().toUpperCase().replace(/^0+/, '');
  if (number === '') return undefined;
  const own = control.toUpperCase().replace(/^0+/, '');
  for (let line = 0; line < lines; line++) if (lineControlNumber(own, line + 1) === number) return line;
  return undefined;
}

/** Of a line that the payer split, the charge stands on the first part; the others name its code and charge nothing. */
function lineOfSplit(billed: readonly BilledLine[], one: AnsweredLine): number | undefined {
  if (one.charge !== 0 || isPlain(one)) return undefined;
  const lines = [...billed.keys()].filter((line) => {
    const own = billed[line];
    return own && hasCode(own, one) && hasDate(own, one);
  });
  return lines.length === 1 ? lines[0] : undefined;
}

const isPlain = (one: AnsweredLine): boolean =>
  one.submittedProcedureCode === undefined || one.submittedProcedureCode === one.procedureCode;

const codeOf = (one: AnsweredLine): string =>
  (one.submittedProcedureCode ?? one.procedureCode).trim().toUpperCase();

const hasCode = ({ procedureCode }: BilledLine, one: AnsweredLine): boolean => procedureCode === codeOf(one);

const modifiersOf = (one: AnsweredLine) =>
  one.submittedProcedureCode === undefined ? one.modifiers : (one.submittedModifiers ?? one.modifiers);

const hasCharge = ({ chargeAmount }: BilledLine, one: AnsweredLine): boolean =>
  chargeAmount === Math.abs(one.charge);

const hasDate = ({ serviceDate }: BilledLine, one: AnsweredLine): boolean =>
  one.serviceDate === undefined || one.serviceDate === serviceDate;

const sorted = (modifiers: readonly string[]): readonly string[] => [...modifiers].sort();
