/** Bill this visit: checks a claim once more and stores it, its first facts and its place in the queue, all or nothing. */
import { createHash } from 'node:crypto';
import type { CreateClaimRequest, Procedures, Role } from '@claimside/shared/api';
import { billingProvidersOf } from '@claimside/shared/capture';
import { type Claim, totalCharge } from '@claimside/shared/claim';
import { codesOf } from '@claimside/shared/codes';
import { completeClaim, editContextOf, type Finding, runEdits } from '@claimside/shared/edits';
import { err, latestDateOnEarth, ok, type Result, type UtcInstant } from '@claimside/shared/values';
import { recordAudit } from '../../access/index.ts';
import { codeFactsFor } from '../../code-sets/index.ts';
import { newId } from '../../runtime.ts';
import { appendFacts } from '../../store/claim-events.ts';
import {
  findClaimByIdempotencyKey,
  findStandingClaimOfServices,
  findStandingClaimOfVisit,
  insertClaim,
} from '../../store/claims.ts';
import { findProcedures, hasFeeSchedule } from '../../store/fee-schedule.ts';
import { insertOutboxRow } from '../../store/outbox.ts';
import { getPractice } from '../../store/practices.ts';
import { servicesKeyOf } from '../../store/same-keys.ts';
import type { Scope } from '../../store/store.ts';
import { clearinghouseFactsOf } from '../clearinghouse/facts.ts';
import type { AppDeps } from '../deps.ts';
import { allotControlNumber } from './control-number.ts';
import { checkFollowUp, type FollowUpRefusal } from './follow-up.ts';
import { recordPaidAtVisit } from './paid-at-visit.ts';

export type ClaimRefusal =
  | FollowUpRefusal
  | { readonly code: 'practice-not-set-up' | 'billing-provider-not-yours' | 'idempotency-key-reused' }
  | { readonly code: 'claim-has-errors'; readonly findings: Finding[] }
  | { readonly code: 'visit-already-billed'; readonly claimId: string }
  /** Another visit by its key, but the same patient, dates, codes and charges. */
  | { readonly code: 'looks-billed-already'; readonly claimId: string; readonly billedAt: string };

export interface CreatedClaim {
  readonly claimId: string;
  /** False when the same request had made it before. */
  readonly isNew: boolean;
}

/** Same key and same request: the same claim, however often and however many at once. */
export async function createClaim(
  deps: Pick<AppDeps, 'store' | 'runtime' | 'worker' | 'news'>,
  by: { readonly practiceId: string; readonly deviceId: string; readonly role: Role },
  idempotencyKey: string,
  request: CreateClaimRequest,
): Promise<Result<CreatedClaim, ClaimRefusal>> {
  const requestHash = createHash('sha256').update(JSON.stringify(request)).digest('hex');
  const outcome = await deps.store.transaction(async (db): Promise<Result<CreatedClaim, ClaimRefusal>> => {
    const scope = { db, practiceId: by.practiceId };
    const before = await findClaimByIdempotencyKey(scope, idempotencyKey);
    if (before) {
      if (before.requestHash !== requestHash) return err({ code: 'idempotency-key-reused' });
      return ok({ claimId: before.id, isNew: false });
    }
    const follows = await checkFollowUp(scope, by.role, request, deps.runtime.now());
    if (!follows.ok) return follows;
    // It repeats the services of the claims that it follows; any other claim for them is in the way as ever.
    const account = new Set(follows.value?.submissions.map(({ id }) => id));
    const same = await findStandingClaimOfServices(scope, servicesKeyOf(request.claim));
    const alike = same && !account.has(same.id) ? same : undefined;
    const checked = await checkAgain(scope, request.claim, deps.runtime.now(), alike !== undefined);
    if (!checked.ok) return checked;
    const standing = await findStandingClaimOfVisit(scope, request.visitKey);
    if (standing !== undefined && !account.has(standing))
      return err({ code: 'visit-already-billed', claimId: standing });
    // What one page calls one visit, it may call another next time: the services themselves tell. Corrections repeat them.
    if (alike && !request.secondVisitOfDay && request.claim.frequency === '1')
      return err({ code: 'looks-billed-already', claimId: alike.id, billedAt: alike.createdAt });

    const claimId = await storeQueued(deps, scope, by.deviceId, {
      request: { ...request, claim: checked.value.claim },
      warnings: checked.value.warnings,
      idempotencyKey,
      requestHash,
    });
    return ok({ claimId, isNew: true });
  });
  if (outcome.ok && outcome.value.isNew) {
    deps.worker.nudge();
    deps.news.publish(by.practiceId, { type: 'claim-changed', claimId: outcome.value.claimId });
  }
  return outcome;
}

/** Never trusts the client's own check: whose claim it is and every edit are looked at here too. */
async function checkAgain(
  scope: Scope,
  claim: Claim,
  now: UtcInstant,
  isBilledAlready: boolean,
): Promise<Result<{ claim: Claim; warnings: number }, ClaimRefusal>> {
  const { settings } = await getPractice(scope);
  if (!settings) return err({ code: 'practice-not-set-up' });
  const { npi, taxId } = claim.billingProvider;
  if (!billingProvidersOf(settings).some((ours) => ours.npi === npi && ours.taxId === taxId))
    return err({ code: 'billing-provider-not-yours' });
  const context = editContextOf(claim, {
    // The browser checks against the practice's own date.
    today: latestDateOnEarth(now),
    codeFacts: await codeFactsFor(scope, codesOf(claim)),
    payers: settings.payers,
    clearinghouse: await clearinghouseFactsOf(scope, now),
    procedures: await proceduresOf(scope, claim),
    isBilledAlready,
  });
  const complete = completeClaim(claim, context);
  if (!complete.ok) return err({ code: 'claim-has-errors', findings: complete.error });
  const warnings = runEdits(claim, context).filter((finding) => finding.severity === 'warning').length;
  return ok({ claim: complete.value, warnings });
}

/** Undefined where the practice keeps no fee schedule. */
async function proceduresOf(scope: Scope, { serviceLines }: Claim): Promise<Procedures | undefined> {
  const found = await findProcedures(
    scope,
    serviceLines.map(({ procedureCode }) => procedureCode),
  );
  if (found.length === 0 && !(await hasFeeSchedule(scope))) return undefined;
  return Object.fromEntries(found.map((procedure) => [procedure.code, procedure]));
}

async function storeQueued(
  { runtime }: Pick<AppDeps, 'runtime'>,
  scope: Scope,
  deviceId: string,
  stored: {
    readonly request: CreateClaimRequest;
    readonly warnings: number;
    readonly idempotencyKey: string;
    readonly requestHash: string;
  },
): Promise<string> {
  const { claim, ehr, visitKey, correctedFields, secondVisitOfDay, follows } = stored.request;
  const at = runtime.now();
  const claimId = newId(runtime);
  const patientControlNumber = await allotControlNumber(runtime, scope);
  await insertClaim(scope, {
    id: claimId,
    idempotencyKey: stored.idempotencyKey,
    requestHash: stored.requestHash,
    visitKey,
    follows,
    patientControlNumber,
    claim,
    totalCharge: totalCharge(claim),
    ehr,
    correctedFields,
    createdByDevice: deviceId,
    createdAt: at,
  });
  const system = { kind: 'system' } as const;
  await appendFacts(scope, claimId, [
    {
      at,
      source: { kind: 'person', deviceId },
      fact: { type: 'captured', ehr, ...(follows && { follows: follows.how }) },
      dedupeKey: 'captured',
    },
    { at, source: system, fact: { type: 'checked', warnings: stored.warnings }, dedupeKey: 'checked' },
    { at, source: system, fact: { type: 'queued' }, dedupeKey: 'queued' },
  ]);
  if (follows)
    await appendFacts(scope, follows.claimId, [
      {
        at,
        source: { kind: 'person', deviceId },
        fact: {
          type: 'followed',
          how: follows.how,
          claimId,
          patientControlNumber,
          ...(follows.told && { told: follows.told }),
        },
        dedupeKey: `followed:${claimId}`,
      },
    ]);
  await insertOutboxRow(scope, {
    id: newId(runtime),
    claimId,
    createdAt: at,
    coverage: claim.coverage,
  });
  await recordPaidAtVisit({ runtime }, scope, { id: claimId, claim, visitKey, follows }, deviceId);
  const action = follows
    ? 'claim-followed-up'
    : secondVisitOfDay
      ? 'claim-billed-as-second-visit'
      : 'claim-billed';
  await recordAudit(runtime, scope, deviceId, action, claimId);
  return claimId;
}
