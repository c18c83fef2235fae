/** Parse, don't validate: the only way from a draft to a Claim that can be sent. */
import { type Claim, type ClaimDraft, ClaimSchema } from '../claim/index.ts';
import { err, ok, type Result } from '../values/index.ts';
import type { EditContext } from './context.ts';
import type { EditFinding } from './finding.ts';
import { runEdits } from './registry.ts';

/**
 * The claim, or every error that keeps it from being one. Warnings don't block; ask `runEdits` for them. The errors may
 * be handed on: they hold no value of the claim, so no `apply` either.
 */
export function completeClaim(draft: ClaimDraft, context: EditContext): Result<Claim, EditFinding[]> {
  const errors = runEdits(draft, context).filter((finding) => finding.severity === 'error');
  if (errors.length > 0) return err(errors.map(({ apply: _, ...finding }) => finding));
  const parsed = ClaimSchema.safeParse(withoutEmptyParts(draft));
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => ({
      id: 'shape',
      severity: 'error',
      snip: 1,
      path: issue.path.join('.'),
      message: 'This value does not have the form that a claim needs.',
      fix: 'Correct it or clear it.',
    })),
  );
}

/** A part in which nothing stands, such as the address of an insured person that no page showed, is none. */
function withoutEmptyParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyParts);
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).map(([key, part]) => [key, withoutEmptyParts(part)] as const);
  return Object.fromEntries(parts.filter(([, part]) => part !== undefined && !isEmptyPart(part)));
}

function isEmptyPart(part: unknown): boolean {
  return typeof part === 'object' && part !== null && !Array.isArray(part) && Object.keys(part).length === 0;
}
