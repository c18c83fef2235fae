/** What changed between two payer lists. */
import { type Changes, changesBetween } from '../tables/index.ts';
import { keyOf, type ListedPayer } from './entry.ts';

export const compareLists = (
  before: readonly ListedPayer[],
  after: readonly ListedPayer[],
): Changes<ListedPayer> =>
  changesBetween(before, after, keyOf, (was, is) => FIELDS.every((field) => was[field] === is[field]));

const FIELDS = [
  'isAvailable',
  'isNonPar',
  'needsEnrollment',
  'takesSecondary',
  'takesAttachments',
  'accidentKind',
  'notes',
] as const satisfies readonly (keyof ListedPayer)[];
