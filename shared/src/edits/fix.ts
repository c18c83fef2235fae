/** Applies the certain fix of a finding. */
import { type ClaimDraft, withValueAt } from '../claim/index.ts';
import type { Finding } from './finding.ts';

/** A copy of the draft with the finding's fix applied; the same draft when it has none. */
export function withFix(draft: ClaimDraft, { apply = [] }: Pick<Finding, 'apply'>): ClaimDraft {
  return apply.reduce((fixed, { path, value }) => withValueAt(fixed, path, value), draft);
}
