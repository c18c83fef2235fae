/** Why a place could not be learnt, or what was learnt not be kept, in words of whoever points. */
import type { PointedAt, WhyNot } from '@claimside/shared/recipe';
import { type RowId, rowOf } from './rows.ts';

export const NOTHING_THERE: Readonly<Record<PointedAt, string>> = {
  value: 'Nothing stands there. Point at the value itself.',
  lines:
    'No procedure code stands in rows there. Point at a code in the list of services of a visit that has some.',
  diagnoses: 'No ICD-10 code stands in a list there. Point at one of the diagnoses of a visit that has some.',
};
export const WHY_NOT: Readonly<Record<WhyNot, string>> = {
  'unnamed-table':
    'This table can’t be learnt: it has columns without a header, and neither a name in the page’s source nor a heading of its own tells it from other tables. Add these services by hand on each visit.',
  'closed-part':
    'The page keeps this part closed to other programs: nothing in it can be learnt or read. Point at the same value elsewhere.',
  'other-site':
    'This part of the page comes from another site. Open it in a tab of its own, add that site in the options, and teach it there.',
};
export const NO_WAY =
  'Nothing that stays from patient to patient marks this place. Point at the same value where a label stands beside it.';
export const NOT_READ = 'The place was learnt, but what stands there can’t be read as this.';
export const notOfThisKind = (id: RowId): string => {
  const row = rowOf(id);
  return `What stands there can’t be ${row?.words ?? 'this'}. Point at the value itself, or undo.`;
};
export const NOT_FITTING = 'Not saved: what is read can’t be right. Point at it anew, or remove it: ';
export const TELLING =
  'Not saved: a part of this page’s own names or address holds a word of the patient. Point at the same value elsewhere: ';
export const TOO_LONG = 'This page’s names are too long to be kept. Point at other places.';
