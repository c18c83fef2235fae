/** A claim account's entries follow its money: each change of it is one transaction of the ledger, the difference. */
import {
  type Billed,
  type ClaimEvent,
  type ClaimFactType,
  type ClaimMoney,
  type ClaimStatus,
  foldClaim,
  NOT_BILLED,
  paidByPayment,
  sentBack,
} from '@claimside/shared/lifecycle';
import { and, eq } from 'drizzle-orm';
import { billedIn } from './billed.ts';
import { listEvents } from './event-rows.ts';
import { appendToJournal, type Cause, entriesOfClaim, type JournalKind } from './journal.ts';
import { claimPostings, difference } from './ledger-accounts.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';
import { listSubmissions, type StoredSubmission } from './submissions.ts';

/** A claim account as it stands now. */
export interface ClaimAccount {
  /** The id of its first claim. */
  readonly id: string;
  /** Of its last claim. */
  readonly money: ClaimMoney;
  /** Of all its claims. */
  readonly events: readonly ClaimEvent[];
  /** Of each claim, the first one first. */
  readonly submissions: readonly Pick<StoredSubmission, 'status'>[];
}

const stands = ({ status }: Pick<StoredSubmission, 'status'>): boolean => !NOT_BILLED.includes(status);

/**
 * Whether somebody owes the charge. Not where every claim for it was taken back, withheld or rejected: its visit may be billed anew
 * by a claim of another account. A void takes it away once it is carried out: the claim's money says so (`cancelledMoney`).
 */
const chargeStands = (submissions: ClaimAccount['submissions']): boolean => submissions.some(stands);

/** What was let go had been owed, though every claim for it was rejected. */
export const isOwed = (money: ClaimMoney, submissions: ClaimAccount['submissions']): boolean =>
  chargeStands(submissions) || money.writtenOff !== 0;

/** Enters what has changed since the ledger last heard of the account. Call inside a transaction of the store. */
export async function postClaimMoney(scope: Scope, account: ClaimAccount, cause: Cause): Promise<void> {
  const { id, money, events, submissions } = account;
  const { entries, transactions } = await entriesOfClaim(scope, id);
  const wanted = claimPostings(
    id,
    money,
    paidByPayment(events),
    isOwed(money, submissions),
    sentBack(events),
  );
  await appendToJournal(scope, cause, `claim:${id}:${transactions + 1}`, difference(entries, wanted));
}

/** Of a claim that neither follows another nor is followed. */
export const accountOfOne = (
  id: string,
  status: ClaimStatus,
  money: ClaimMoney,
  events: readonly ClaimEvent[],
): ClaimAccount => ({ id, money, events, submissions: [{ status }] });

/** Brings the ledger up to date with the account that the claim is of. Call inside a transaction of the store. */
export async function postAccount(scope: Scope, claimId: string, cause: Cause): Promise<void> {
  const account = await readAccount(scope, claimId);
  if (account) await postClaimMoney(scope, account, cause);
}

/** Undefined for a claim that was taken back when another stands in its place: it has no part in any account. */
async function readAccount(scope: Scope, claimId: string): Promise<ClaimAccount | undefined> {
  const [first] = await listSubmissions(scope, claimId);
  if (!first) return undefined;
  const linked = await listSubmissions(scope, first.id);
  const self = linked.find(({ id }) => id === claimId);
  if (!self) return asideAccount(scope, claimId);
  const submissions = withoutTakenBack(linked);
  const each: (readonly ClaimEvent[])[] = [];
  for (const { id } of submissions) each.push(await listEvents(scope, id));
  const billed = await readBilled(scope, submissions.at(-1)?.id ?? first.id);
  const { money } = foldClaim(billed, each.at(-1) ?? [], ...each.slice(0, -1));
  return { id: first.id, money, events: each.flat(), submissions };
}

/** An answer to a claim that was taken back, should there ever be one, concerns that claim alone. */
async function asideAccount(scope: Scope, claimId: string): Promise<ClaimAccount | undefined> {
  const self = (await listSubmissions(scope, claimId)).find(({ id }) => id === claimId);
  if (!self || self.status === 'closed') return undefined;
  const events = await listEvents(scope, claimId);
  const { money } = foldClaim(await readBilled(scope, claimId), events);
  return accountOfOne(claimId, self.status, money, events);
}

/** The last claim of an account counts, unless it was taken back. */
export function withoutTakenBack(submissions: readonly StoredSubmission[]): readonly StoredSubmission[] {
  const last = submissions.findLastIndex(({ status }) => status !== 'closed');
  return submissions.slice(0, Math.max(last, 0) + 1);
}

async function readBilled(scope: Scope, claimId: string): Promise<Billed> {
  const [row] = await scope.db
    .select({ totalCharge: claims.totalCharge, claim: claims.claim })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  return billedIn(row ?? { totalCharge: 0, claim: '' });
}

/** What the ledger calls the change that these facts make. */
export function journalKindOf(facts: readonly ClaimFactType[]): JournalKind {
  const found = KINDS.find(([type]) => facts.includes(type));
  return found?.[1] ?? 'claim-changed';
}

const KINDS: readonly (readonly [ClaimFactType, JournalKind])[] = [
  ['answer-taken-back', 'match-taken-back'],
  ['payment', 'payment'],
  ['patient-paid', 'patient-payment'],
  ['written-off', 'write-off'],
  ['refunded', 'refund'],
  ['queued', 'claim-billed'],
];
