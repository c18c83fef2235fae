/** Sends a visit as a claim: the chart is checked again, the key is kept until the answer, every outcome is a value. */
import type { CreateClaimRequest, ShownClaim } from '@claimside/shared/api';
import type { Capture, CaptureBinding } from '@claimside/shared/capture';
import { completeClaim, type EditContext, type Finding } from '@claimside/shared/edits';
import { ServerTrouble } from '../../ui/server/problems.ts';
import { barOf } from './bars.ts';
import { draftToBill } from './descriptions.ts';
import { correctedFields, type VisitForm } from './form.ts';
import { dropKey, type KeyStorage, keepKey } from './idempotency.ts';
import { valuesToLookAt } from './looks.ts';
import { unreadFindings } from './unread.ts';
import { keyToBill } from './visit-key.ts';

export interface Visit {
  /** SHA-256 that names the visit without patient data. */
  readonly key: string;
  /** The how-manieth visit of its day this is, as far as a person told them apart: 1 for the first. */
  readonly occasion: number;
  readonly capture: Capture;
  readonly form: VisitForm;
}

export type BillOutcome =
  | { readonly kind: 'billed'; readonly claim: ShownClaim }
  /** The page shows another patient now; nothing was sent. */
  | { readonly kind: 'other-chart' }
  /** Same patient, but visit or page changed since it was read; nothing was sent. */
  | { readonly kind: 'page-changed' }
  /** The page can't be asked what it shows now; nothing was sent. */
  | { readonly kind: 'no-answer' }
  /** A claim for this visit stands on the server already. */
  | { readonly kind: 'already-billed'; readonly claimId: string | undefined }
  /** A claim with the same patient, date, codes and charges stands: a person says whether this is another visit. */
  | { readonly kind: 'looks-billed'; readonly claimId: string; readonly billedAt: string }
  /** The draft, or the server, says no. */
  | { readonly kind: 'refused'; readonly sentence: string; readonly findings: readonly Finding[] }
  /** No certain answer: kept here, to be tried again under the same key. */
  | { readonly kind: 'not-confirmed'; readonly sentence: string };

export interface BillDeps {
  /** What the page shows at this moment; undefined when it does not answer. */
  binding(): Promise<CaptureBinding | undefined>;
  createClaim(request: CreateClaimRequest, idempotencyKey: string): Promise<ShownClaim>;
  readonly keys: KeyStorage;
  newKey(): string;
}

const ALREADY_BILLED: readonly string[] = ['visit-already-billed', 'idempotency-key-reused'];

const NOT_COMPLETE = 'The claim is not complete.';

/** Where something was typed that can't be read: what it was typed over must not go out in its place. */
export function refusedAsUnread(form: VisitForm): (BillOutcome & { readonly kind: 'refused' }) | undefined {
  const findings = unreadFindings(form);
  return findings.length === 0 ? undefined : { kind: 'refused', sentence: NOT_COMPLETE, findings };
}

const NOT_LOOKED_AT = 'A value was read, but not for certain: look at it first.';

/**
 * `secondVisitOfDay`: a person saw the claim that it looks like, and says that this is another visit. `follows`: the claim of this
 * visit that was not taken.
 */
export async function billVisit(
  visit: Visit,
  context: EditContext,
  deps: BillDeps,
  secondVisitOfDay = false,
  follows?: CreateClaimRequest['follows'],
): Promise<BillOutcome> {
  const barred = barOf(visit.capture);
  if (barred !== undefined) return { kind: 'refused', sentence: barred, findings: [] };
  if (valuesToLookAt(visit.form).length > 0)
    return { kind: 'refused', sentence: NOT_LOOKED_AT, findings: [] };
  const unread = refusedAsUnread(visit.form);
  if (unread) return unread;
  const claim = completeClaim(draftToBill(visit.form, context.codeSets), context);
  if (!claim.ok) return { kind: 'refused', sentence: NOT_COMPLETE, findings: claim.error };

  const now = await deps.binding();
  const then = visit.capture.binding;
  if (!now) return { kind: 'no-answer' };
  if (now.patient !== then.patient) return { kind: 'other-chart' };
  const isSame = (['visit', 'content', 'documentId'] as const).every((part) => now[part] === then[part]);
  if (!isSame) return { kind: 'page-changed' };

  const visitKey = await keyToBill(visit.capture, visit.form.draft, visit.occasion);
  const request: CreateClaimRequest = {
    claim: claim.value,
    ehr: visit.capture.ehr,
    visitKey,
    correctedFields: correctedFields(visit.form),
    ...(secondVisitOfDay && { secondVisitOfDay }),
    ...(follows && { follows }),
  };
  return sendUnderKey(visitKey, request, deps);
}

/** Sends the request under the key that is kept by this name, a hash or an id, until the server has answered for certain. */
export async function sendUnderKey(
  name: string,
  request: CreateClaimRequest,
  deps: Pick<BillDeps, 'createClaim' | 'keys' | 'newKey'>,
): Promise<BillOutcome> {
  const key = await keepKey(deps.keys, name, deps.newKey);
  try {
    const stored = await deps.createClaim(request, key);
    await dropKey(deps.keys, name);
    return { kind: 'billed', claim: stored };
  } catch (error) {
    if (!(error instanceof ServerTrouble) || !error.isFinal) return notConfirmed(error);
    await dropKey(deps.keys, name);
    const { code, claim: standing } = error;
    if (ALREADY_BILLED.includes(code)) return { kind: 'already-billed', claimId: standing?.id };
    if (code === 'looks-billed-already' && standing?.billedAt !== undefined) {
      return { kind: 'looks-billed', claimId: standing.id, billedAt: standing.billedAt };
    }
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
