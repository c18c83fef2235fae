/** Blanks what a practice may leave empty, wherever it stands on the page. */
import type { CaptureField } from '@claimside/shared/capture';
import { eachText } from './texts.ts';
import type { Truth } from './truth.ts';

/** Fields that a claim can do without, and whose text stands on a page as it is. */
const OPTIONAL: readonly CaptureField[] = [
  'patient.middleName',
  'patient.address.line2',
  'coverage.memberId',
  'coverage.groupNumber',
  'visit.referringProviderName',
  'visit.facilityName',
  'visit.priorAuthorizationNumber',
];
/** An initial stands in too many words to be found. */
const SHORTEST = 3;

/** The fields that were taken away: those that nothing of is left, also out of sight. */
export function emptyOptional(page: Document, { fields }: Truth): readonly CaptureField[] {
  return OPTIONAL.filter((field) => {
    const value = fields[field] ?? '';
    if (value.length < SHORTEST) return false;
    const pattern = patternOf(value);
    const before = page.documentElement.outerHTML;
    const isOutOfSight = [...page.querySelectorAll('script, input[type=hidden]')].some(
      (element) => element.outerHTML.search(pattern) >= 0,
    );
    if (isOutOfSight || before.search(pattern) < 0) return false;
    const changed = eachText(page, (text) => text.replace(pattern, ''));
    return changed && page.documentElement.outerHTML.search(pattern) < 0;
  });
}

/** Its letters and digits, with any marks between them: `TM110101` as `TM 1101-01`. */
function patternOf(value: string): RegExp {
  const parts = [...value.replace(/[^\p{L}\p{N}]/gu, '')].join('[^\\p{L}\\p{N}<>]*');
  return new RegExp(`\\(?(?<![\\p{L}\\p{N}])${parts}(?![\\p{L}\\p{N}])`, 'giu');
}
