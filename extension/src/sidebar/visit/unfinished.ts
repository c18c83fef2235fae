/**
 * What a claim needs by its shape and no edit has named: a section that was begun and not finished, a text too long.
 * Said at the field before the visit is billed, as it could not be sent.
 */
import { type ClaimDraft, ClaimSchema, isWithin, valueAt } from '@claimside/shared/claim';
import type { Finding } from '@claimside/shared/edits';
import { BASICS } from './claim-fields/basics.ts';
import { fieldNameOf, partAt, sectionNameOf } from './claim-fields/find.ts';
import { isMissing } from './claim-fields/say.ts';
import { capital } from './claim-fields/words.ts';
import { writeValue } from './list-values.ts';

type Issue = NonNullable<ReturnType<typeof ClaimSchema.safeParse>['error']>['issues'][number];

/** Parts whose missing values have edits of their own; their shape is asked for only when nothing else is wrong. */
const HAS_EDITS = new Set(['lines', ...BASICS.map(({ id }) => id)]);

/** `known` are the edits' errors: what they say is not said twice. */
export function unfinished(draft: ClaimDraft, known: readonly Finding[]): Finding[] {
  const issues = issuesOf(draft);
  const errors = known.filter(({ severity }) => severity === 'error');
  const found = issues.flatMap((issue) => findingsOf(issue, draft, []));
  return found.filter(({ path }) => {
    if (errors.some((error) => isWithin(error.path, path) || isWithin(path, error.path))) return false;
    return errors.length === 0 || !isLeftToEdits(path);
  });
}

/** With every object that is missing taken for one that was begun, so that what it needs is named field by field. */
function issuesOf(draft: ClaimDraft, depth = 0): Issue[] {
  const parsed = ClaimSchema.safeParse(draft);
  if (parsed.success) return [];
  const { issues } = parsed.error;
  const objects = issues.filter(isMissingObject);
  if (objects.length === 0 || depth === DEEPEST) return issues;
  const begun = objects.reduce((at, { path }) => writeValue(at, path.map(String).join('.'), {}), draft);
  return issuesOf(begun, depth + 1);
}

const DEEPEST = 3;

/** Of one shape, or of any of several. */
function isMissingObject(issue: Issue): boolean {
  if (issue.code === 'invalid_type') return issue.expected === 'object';
  return (
    issue.code === 'invalid_union' &&
    issue.errors.some((inner) => inner.some((one) => one.path.length === 0 && isMissingObject(one)))
  );
}

function isLeftToEdits(path: string): boolean {
  const part = partAt(path);
  if (part === undefined) return true;
  const [, , field] = path.split('.');
  return HAS_EDITS.has(part) && (part !== 'lines' || field === undefined || CELLS.has(field));
}

const CELLS = new Set([
  'procedureCode',
  'modifiers',
  'units',
  'chargeAmount',
  'diagnosisPointers',
  'serviceDate',
]);

function findingsOf(issue: Issue, draft: ClaimDraft, above: readonly PropertyKey[]): Finding[] {
  const keys = [...above, ...issue.path];
  // Of several shapes that would do, the first that what is there fits.
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const wrong = (inner: readonly Issue[]) =>
      inner.filter((one) => !isMissing(valueAt(draft, [...keys, ...one.path].map(String).join('.')))).length;
    const [nearest = []] = [...issue.errors].sort((a, b) => wrong(a) - wrong(b));
    return nearest.flatMap((inner) => findingsOf(inner, draft, keys));
  }
  const path = keys.map(String).join('.');
  const label = capital(fieldNameOf(path));
  const section = sectionNameOf(path);
  if (isMissing(valueAt(draft, path))) {
    return [
      finding(
        'required',
        path,
        `${label} is missing.`,
        section ? `Give it, or remove “${section}”.` : 'Give it.',
      ),
    ];
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return [finding('shape', path, `${label} is too long.`, `Write at most ${issue.maximum} characters.`)];
  }
  if (issue.code === 'not_multiple_of') {
    return [finding('shape', path, `${label} has more than three decimals.`, 'Round it.')];
  }
  const how = issue.code === 'custom' ? issue.message : 'does not have the form that a claim needs';
  return [finding('shape', path, `${label} ${how}.`, 'Correct it or clear it.')];
}

const finding = (id: string, path: string, message: string, fix: string): Finding => ({
  id,
  severity: 'error',
  path,
  message,
  fix,
});
