/** Parse, don't validate: the only way from a draft to a Claim that can be sent. */
import { type Claim, type ClaimDraft, ClaimSchema } from '../claim/index.ts';
import { err, ok, type Result } from '../values/index.ts';
import type { Finding } from './finding.ts';
import { type EditContext, runEdits } from './registry.ts';

/** The claim, or every error that keeps it from being one. Warnings don't block; ask `runEdits` for them. */
export function completeClaim(draft: ClaimDraft, context: EditContext): Result<Claim, Finding[]> {
  const errors = runEdits(draft, context).filter((finding) => finding.severity === 'error');
  if (errors.length > 0) return err(errors);
  const parsed = ClaimSchema.safeParse(draft);
  if (parsed.success) return ok(parsed.data);
  return err(
    parsed.error.issues.map((issue) => ({
      id: 'shape',
      severity: 'error',
      path: issue.path.join('.'),
      message: 'This value does not have the form that a claim needs.',
      fix: 'Correct it or clear it.',
    })),
  );
}
