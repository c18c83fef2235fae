/** What an edit is: a rule about claims that looks and reports, never changes. */
import type { ClaimDraft } from '../claim/index.ts';
import type { EditContext } from './context.ts';
import type { FieldWrite, FindingSeverity, SnipType } from './finding.ts';

/** Tells one thing found at a path of the draft; `apply` only where a single way out is right. */
export type Report = (path: string, message: string, fix: string, apply?: readonly FieldWrite[]) => void;

/**
 * Runs on hundreds of thousands of claims in a row: makes nothing (no arrays, closures, paths) until there is
 * something to report.
 */
export type Check = (draft: ClaimDraft, context: EditContext, report: Report) => void;

export interface Edit {
  /** Stable: sidebars, logs and tests know it. */
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly snip: SnipType;
  /** Where it reports: paths with `*` for a row's number or a provider's role. */
  readonly fields: readonly string[];
  /** Where the rule comes from: `X12 837P 2300 CLM05-3`, `CMS`, `Office Ally`. */
  readonly source: string;
  /** The rule in one sentence, for the page of all edits. */
  readonly summary: string;
  readonly check: Check;
}

/** Edits on one subject. */
export interface EditFamily {
  /** A heading of the page of all edits. */
  readonly name: string;
  readonly edits: readonly Edit[];
}
