/** Walks the repeated parts of a draft. Nothing is made on the way: callers get the part and build its path when needed. */
import type { ClaimDraft } from '../claim/index.ts';
import type { EditContext } from './context.ts';
import type { Check, Report } from './edit.ts';

type Item<List> = NonNullable<List> extends readonly (infer Part)[] ? Part : never;
export type DraftLine = Item<ClaimDraft['serviceLines']>;
export type DraftDiagnosis = Item<ClaimDraft['diagnoses']>;
export type DraftCoverage = Item<ClaimDraft['otherCoverages']>;
export type DraftAdjudication = Item<DraftLine['adjudications']>;
export type DraftAdjustment = Item<DraftCoverage['adjustments']>;
export type DraftProvider = NonNullable<ClaimDraft['renderingProvider']>;
export type DraftFacility = NonNullable<ClaimDraft['serviceFacility']>;

/** A check of each of `Part`s; `index` is its place in the draft's list. */
type PartCheck<Part> = (
  part: Part,
  index: number,
  draft: ClaimDraft,
  context: EditContext,
  report: Report,
) => void;

export function eachLine(check: PartCheck<DraftLine>): Check {
  return (draft, context, report) => {
    const lines = draft.serviceLines ?? NONE;
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index];
      if (line) check(line, index, draft, context, report);
    }
  };
}

export function eachDiagnosis(check: PartCheck<DraftDiagnosis>): Check {
  return (draft, context, report) => {
    const diagnoses = draft.diagnoses ?? NONE;
    for (let index = 0; index < diagnoses.length; index++) {
      const diagnosis = diagnoses[index];
      if (diagnosis) check(diagnosis, index, draft, context, report);
    }
  };
}

export function eachOtherCoverage(check: PartCheck<DraftCoverage>): Check {
  return (draft, context, report) => {
    const others = draft.otherCoverages ?? NONE;
    for (let index = 0; index < others.length; index++) {
      const other = others[index];
      if (other) check(other, index, draft, context, report);
    }
  };
}

/** What other payers made of the lines; the place of one is `adjudicationPath(line, index, field)`. */
export function eachAdjudication(
  draft: ClaimDraft,
  see: (adjudication: DraftAdjudication, line: number, index: number) => void,
): void {
  draft.serviceLines?.forEach(({ adjudications }, line) => {
    adjudications?.forEach((adjudication, index) => {
      see(adjudication, line, index);
    });
  });
}

const NONE: readonly never[] = [];

/** The path of a line with its last dot, made once for each place that a line can have. */
export const pathOfLine = (line: number): string => LINE_PATHS[line] ?? `serviceLines.${line}.`;
const LINE_PATHS: readonly string[] = Array.from({ length: 50 }, (_, index) => `serviceLines.${index}.`);

export const linePath = (line: number, field: string): string => pathOfLine(line) + field;
export const otherPath = (other: number, field: string): string => `otherCoverages.${other}.${field}`;
export const adjudicationPath = (line: number, index: number, field: string): string =>
  `serviceLines.${line}.adjudications.${index}.${field}`;

/** True for what stands for nothing: absent, empty, only blanks. */
export function isBlank(value: unknown): boolean {
  if (typeof value !== 'string') return value === undefined;
  return value === '' || (value.charCodeAt(0) <= SPACE && value.trim() === '');
}

const SPACE = 32;
