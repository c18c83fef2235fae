/** What a claim would still lack of what a page gives: said while teaching, so that it is no surprise at the first visit. */
import { type Capture, UNREADABLE } from '@claimside/shared/capture';
import type { Recipe, RecipeDocument } from '@claimside/shared/recipe';
import { type RowId, TEACH_GROUPS, type TeachRow } from './rows.ts';

export interface LeftForBilling {
  readonly missing: readonly TeachRow[];
  /** What stands there can't be what the row is for. */
  readonly unfit: readonly TeachRow[];
  /** Not on this page, where another page may have it: nobody said so yet. */
  readonly unsaid: readonly TeachRow[];
  /** Another page of the site gives it. */
  readonly elsewhere: readonly TeachRow[];
}

const ROWS = TEACH_GROUPS.flatMap(({ rows }) => rows);

export function leftForBilling(recipe: Recipe, capture: Capture): LeftForBilling {
  const needed = ROWS.filter(
    ({ id, isNeeded }) => isNeeded && !isKnown(capture, id) && !isUnfit(capture, id),
  );
  const elsewhere = needed.filter(
    ({ id, mayBeElsewhere }) => mayBeElsewhere && isElsewhere(recipe, capture, id),
  );
  const left = needed.filter((row) => !elsewhere.includes(row));
  return {
    missing: left.filter(({ mayBeElsewhere }) => !mayBeElsewhere),
    unfit: ROWS.filter(({ id }) => isUnfit(capture, id)),
    unsaid: left.filter(({ mayBeElsewhere }) => mayBeElsewhere),
    elsewhere,
  };
}

/** True when the page gave this row. */
export function isRead({ fields, lines, diagnoses }: Capture, row: RowId): boolean {
  if (row === 'lines') return lines.length > 0;
  if (row === 'diagnoses') return diagnoses.length > 0;
  return fields[row] !== undefined;
}

/** Read, and what it can be. A name in one piece is read as well as one in two. */
export const isKnown = (capture: Capture, row: RowId): boolean =>
  (isRead(capture, row) && !isUnfit(capture, row)) ||
  ((row === 'patient.lastName' || row === 'patient.firstName') &&
    !isRead(capture, row) &&
    isKnown(capture, 'patient.name'));

/** The text that stands there is not of the row's kind, or both parts of the name are the same. */
export function isUnfit({ fields }: Capture, row: RowId): boolean {
  if (row === 'lines' || row === 'diagnoses') return false;
  const read = fields[row];
  if (!read) return false;
  if (read.confidence <= UNREADABLE) return true;
  const [last, first] = [fields['patient.lastName'], fields['patient.firstName']];
  return row === 'patient.firstName' && last !== undefined && last.value === first?.value;
}

/** What may be more than one part of a name: with a comma, or the very text that stands for the other part. */
export function looksWhole({ fields }: Capture, row: RowId, raw: string): boolean {
  const other =
    row === 'patient.lastName'
      ? 'patient.firstName'
      : row === 'patient.firstName'
        ? 'patient.lastName'
        : undefined;
  return other !== undefined && (/\p{L}\s*,\s*\p{L}/u.test(raw) || fields[other]?.raw === raw);
}

/** By a page of the recipe that is not this one, or by what the recipe says of its own EHR. */
function isElsewhere(recipe: Recipe, capture: Capture, row: RowId): boolean {
  if (row === 'lines' || row === 'diagnoses') return false;
  const isHere = ({ fields = {}, lines }: RecipeDocument): boolean =>
    (lines !== undefined && capture.lines.length > 0) ||
    Object.keys(fields).some((field) => isRead(capture, field as RowId));
  return (
    recipe.elsewhere.some(({ fields }) => fields.includes(row)) ||
    recipe.documents.some((document) => document.fields?.[row] !== undefined && !isHere(document))
  );
}
