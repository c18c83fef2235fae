/** What one edit finds and what it leaves alone, as data for the tests. */
import { type ClaimDraft, withValueAt } from '../../claim/index.ts';
import { exampleClaim } from '../../examples/index.ts';
import type { IsoDate } from '../../values/index.ts';
import type { EditContext } from '../context.ts';
import type { FindingSeverity } from '../finding.ts';

/** Values by their paths in the claim; undefined takes one away. */
export type Changes = Readonly<Record<string, unknown>>;

export interface EditCase {
  readonly id: string;
  readonly severity: FindingSeverity;
  /** Where it is found. */
  readonly at: string;
  /** What makes the claim wrong. */
  readonly wrong: Changes;
  /** What is close to it and right. */
  readonly right: Changes;
  /** The good claim that is changed; the plain office visit where none is named. */
  readonly claim: ClaimDraft;
  readonly context: EditContext;
  /** Where what is known makes the difference: the context in which the claim is right. */
  readonly rightContext: EditContext;
}

export const TODAY = '2026-11-22' as IsoDate;

/** A case of the plain office visit, unless `more` says otherwise. */
export function editCase(
  id: string,
  severity: FindingSeverity,
  at: string,
  wrong: Changes,
  right: Changes,
  more: {
    readonly claim?: ClaimDraft;
    readonly context?: Partial<EditContext>;
    readonly rightContext?: Partial<EditContext>;
  } = {},
): EditCase {
  const { claim = exampleClaim, context = {}, rightContext = context } = more;
  return {
    id,
    severity,
    at,
    wrong,
    right,
    claim,
    context: { today: TODAY, ...context },
    rightContext: { today: TODAY, ...rightContext },
  };
}

export function changed(claim: ClaimDraft, changes: Changes): ClaimDraft {
  return Object.entries(changes).reduce((draft, [path, value]) => withValueAt(draft, path, value), claim);
}
