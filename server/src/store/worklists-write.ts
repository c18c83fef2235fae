/** Keeps a claim's places on the worklists as its facts have them. */
import type { PracticePayer } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';
import type { Claim } from '@claimside/shared/claim';
import { payerOf } from '@claimside/shared/edits';
import type { ClaimEvent, ClaimState } from '@claimside/shared/lifecycle';
import { type ContractRates, type WorkedClaim, worklistsOf } from '@claimside/shared/worklists';
import { and, eq, sql } from 'drizzle-orm';
import { payersBilledBefore } from './billed-payers.ts';
import { listContractAmounts } from './fee-schedule.ts';
import { fromJson } from './json.ts';
import { ON_THEIR_WAY } from './on-their-way.ts';
import { getPractice } from './practices.ts';
import { oncePerConnection } from './prepared.ts';
import { claims, worklistItems } from './schema.ts';
import type { Scope } from './store.ts';

/** A claim, and what the practice knows of the payer that it went to. */
export interface LookedAt {
  readonly row: Awaited<ReturnType<ReturnType<typeof claimOnLists>['execute']>>[number];
  readonly claim: Claim;
  readonly payer: PracticePayer | undefined;
  readonly contract: ContractRates | undefined;
}

/** Undefined where the practice has no such claim. */
export async function lookAt(scope: Scope, claimId: string): Promise<LookedAt | undefined> {
  const { practiceId } = scope;
  const [row] = await claimOnLists(scope.db).execute({ practiceId, claimId });
  if (!row) return undefined;
  const claim = fromJson<Claim>(row.claim);
  const { settings } = await getPractice(scope);
  const payer = payerOf(settings?.payers ?? [], claim.coverage);
  return { row, claim, payer, contract: payer && (await contractOf(scope, payer, claim)) };
}

/** Call in the transaction that stores the facts, after the claim's row was brought up to date. Gives the claim where it was looked at. */
export async function setWorklists(
  scope: Scope,
  claimId: string,
  state: ClaimState,
  events: readonly ClaimEvent[],
  first?: { readonly id: string; readonly events: readonly ClaimEvent[] },
): Promise<LookedAt | undefined> {
  await clearWorklists(scope, claimId);
  const owesNothing = state.money.patientResponsibility <= state.money.patientPaid;
  // Most claims: without a look at them it is sure that they stand on no list.
  if (!first && state.silence === null && ON_THEIR_WAY.includes(state.status) && owesNothing)
    return undefined;
  const looked = await lookAt(scope, claimId);
  if (!looked) return undefined;
  const { row, claim, payer, contract } = looked;
  const items = worklistsOf({
    patientControlNumber: row.patientControlNumber,
    claim,
    events,
    state,
    isFollowed: row.followedBy !== null,
    payer,
    contract,
    first: first && (await firstBilled(scope, first)),
    payersByTurn: await payersBilledBefore(scope, claimId, state.payersBefore),
  });
  const { practiceId } = scope;
  const { payerName, assignedTo, renderingNpi, location } = row;
  const ofClaim = { practiceId, claimId, payerName, assignedTo, renderingNpi, location };
  for (const item of items) await insertItem(scope.db).execute({ ...item, ...ofClaim });
  return looked;
}

async function firstBilled(
  scope: Scope,
  { id, events }: { readonly id: string; readonly events: readonly ClaimEvent[] },
): Promise<WorkedClaim['first']> {
  const looked = await lookAt(scope, id);
  if (!looked) return undefined;
  const { row, claim, contract } = looked;
  return { patientControlNumber: row.patientControlNumber, claim, events, contract };
}

/** What this payer allows for the claim's procedures; undefined where nothing is known. */
async function contractOf(
  scope: Scope,
  { payerId, name }: PracticePayer,
  { serviceLines }: Claim,
): Promise<ContractRates | undefined> {
  const codes = serviceLines.map(({ procedureCode }) => procedureCode);
  const own = (await listContractAmounts(scope, codes)).filter(
    (one) =>
      one.payerId === payerId && (one.payerName === undefined || nameKey(one.payerName) === nameKey(name)),
  );
  return own.length === 0
    ? undefined
    : Object.fromEntries(own.map(({ procedure, amount }) => [procedure, amount]));
}

const claimOnLists = oncePerConnection((db) =>
  db
    .select({
      claim: claims.claim,
      patientControlNumber: claims.patientControlNumber,
      followedBy: claims.followedBy,
      payerName: claims.payerName,
      assignedTo: claims.assignedTo,
      renderingNpi: claims.renderingNpi,
      location: claims.location,
    })
    .from(claims)
    .where(
      and(eq(claims.practiceId, sql.placeholder('practiceId')), eq(claims.id, sql.placeholder('claimId'))),
    )
    .prepare(),
);

const insertItem = oncePerConnection((db) =>
  db
    .insert(worklistItems)
    .values({
      practiceId: sql.placeholder('practiceId'),
      list: sql.placeholder('list'),
      claimId: sql.placeholder('claimId'),
      why: sql.placeholder('why'),
      since: sql.placeholder('since'),
      amount: sql.placeholder('amount'),
      deadline: sql.placeholder('deadline'),
      urgency: sql.placeholder('urgency'),
      payerName: sql.placeholder('payerName'),
      assignedTo: sql.placeholder('assignedTo'),
      renderingNpi: sql.placeholder('renderingNpi'),
      location: sql.placeholder('location'),
    })
    .prepare(),
);

export async function clearWorklists(scope: Scope, claimId: string): Promise<void> {
  await deleteOfClaim(scope.db).execute({ practiceId: scope.practiceId, claimId });
}

const deleteOfClaim = oncePerConnection((db) =>
  db
    .delete(worklistItems)
    .where(
      and(
        eq(worklistItems.practiceId, sql.placeholder('practiceId')),
        eq(worklistItems.claimId, sql.placeholder('claimId')),
      ),
    )
    .prepare(),
);
