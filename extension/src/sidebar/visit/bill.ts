/** Sends a visit as a claim: the chart is checked again, the key is kept until the answer, every outcome is a value. */
import type { ClaimDetail, CreateClaimRequest } from '@claimside/shared/api';
import type { Capture, CaptureBinding } from '@claimside/shared/capture';
import { completeClaim, type EditContext, type Finding } from '@claimside/shared/edits';
import { ServerTrouble } from '../../ui/server/problems.ts';
import { correctedFields, type VisitForm } from './form.ts';
import { dropKey, type KeyStorage, keepKey } from './idempotency.ts';

export interface Visit {
  /** SHA-256 that names the visit without patient data. */
  readonly key: string;
  readonly capture: Capture;
  readonly form: VisitForm;
}

export type BillOutcome =
  | { readonly kind: 'billed'; readonly claim: ClaimDetail }
  /** The page shows another patient now; nothing was sent. */
  | { readonly kind: 'other-chart' }
  /** Same patient, but visit or page changed since it was read; nothing was sent. */
  | { readonly kind: 'page-changed' }
  /** A claim for this visit stands on the server already. */
  | { readonly kind: 'already-billed' }
  /** The draft, or the server, says no. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly findings: readonly Finding[] }
  /** No certain answer: kept here, to be tried again under the same key. */
  | { readonly kind: 'not-confirmed'; readonly sentence: string };

export interface BillDeps {
  /** What the page shows at this moment; undefined when it does not answer. */
  binding(): Promise<CaptureBinding | undefined>;
  createClaim(request: CreateClaimRequest, idempotencyKey: string): Promise<ClaimDetail>;
  readonly keys: KeyStorage;
  newKey(): string;
}

const ALREADY_BILLED: readonly string[] = ['visit-already-billed', 'idempotency-key-reused'];

export async function billVisit(visit: Visit, context: EditContext, deps: BillDeps): Promise<BillOutcome> {
  const claim = completeClaim(visit.form.draft, context);
  if (!claim.ok) return { kind: 'refused', sentence: 'The claim is not complete.', findings: claim.error };

  const now = await deps.binding();
  const then = visit.capture.binding;
  if (now?.patient !== then.patient) return { kind: 'other-chart' };
  const isSame = (['visit', 'content', 'documentId'] as const).every((part) => now[part] === then[part]);
  if (!isSame) return { kind: 'page-changed' };

  const key = await keepKey(deps.keys, visit.key, deps.newKey);
  const request: CreateClaimRequest = {
    claim: claim.value,
    ehr: visit.capture.ehr,
    visitKey: visit.key,
    correctedFields: correctedFields(visit.form),
  };
  try {
    const stored = await deps.createClaim(request, key);
    await dropKey(deps.keys, visit.key);
    return { kind: 'billed', claim: stored };
  } catch (error) {
    if (!(error instanceof ServerTrouble) || !error.isFinal) return notConfirmed(error);
    await dropKey(deps.keys, visit.key);
    if (ALREADY_BILLED.includes(error.code)) return { kind: 'already-billed' };
    return { kind: 'refused', sentence: error.message, findings: error.findings };
  }
}

function notConfirmed(error: unknown): BillOutcome {
  const why = error instanceof ServerTrouble ? error.message : 'Something failed in this browser.';
  return {
    kind: 'not-confirmed',
    sentence: `${why} The visit is kept here; pressing again can't bill it twice.`,
  };
}
