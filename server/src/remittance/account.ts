/** Claims that follow one another are one account: which of them an answer means that names the account alone. */
import {
  CLAIM_STATUS_CODE,
  type ClaimEvent,
  type ClaimPaymentFact,
  standingEvents,
} from '@claimside/shared/lifecycle';
import type { ClaimReference } from '@claimside/shared/matching';
import type { Cents } from '@claimside/shared/values';
import { listEvents } from '../store/claim-events.ts';
import { findClaim } from '../store/claims.ts';
import type { Scope } from '../store/store.ts';
import { listSubmissions } from '../store/submissions.ts';

export interface AccountClaim {
  readonly id: string;
  /** How many insurances were billed before the one it went to, a wrong one among them. */
  readonly turn: number;
  /** UTC. */
  readonly createdAt: string;
  readonly charge: Cents;
  /** It left, or may have. */
  readonly wasSent: boolean;
  readonly payments: readonly ClaimPaymentFact[];
}

/** The accounts of these claims, each with its claims that were sent, the first one first. */
export async function claimsOfAccounts(
  scope: Scope,
  claimIds: readonly string[],
): Promise<(readonly AccountClaim[])[]> {
  const accounts = new Map<string, AccountClaim[]>();
  const seen = new Set<string>();
  for (const claimId of claimIds) {
    if (seen.has(claimId)) continue;
    const submissions = await listSubmissions(scope, claimId);
    const account: AccountClaim[] = [];
    let turn = 0;
    for (const { id, createdAt, how } of submissions) {
      seen.add(id);
      if (how === 'next-payer' || how === 'instead') turn += 1;
      const charge = (await findClaim(scope, id))?.summary.totalCharge;
      if (charge !== undefined)
        account.push({ id, turn, createdAt, charge, ...historyOf(await listEvents(scope, id)) });
    }
    const sent = account.filter(({ wasSent }) => wasSent);
    if (sent.length > 0) accounts.set(sent[0]?.id ?? claimId, sent);
  }
  return [...accounts.values()];
}

function historyOf(events: readonly ClaimEvent[]): Pick<AccountClaim, 'wasSent' | 'payments'> {
  const facts = standingEvents(events).map(({ fact }) => fact);
  return {
    // What was answered was sent, by whatever way.
    wasSent: facts.some(({ type }) => !NOT_SENT.has(type)),
    payments: facts.flatMap((fact) => (fact.type === 'payment' ? fact.payment : [])),
  };
}

const NOT_SENT: ReadonlySet<string> = new Set(['captured', 'checked', 'queued', 'cancelled', 'withheld']);

/**
 * `named` are those that the payer has answered under the number of the answer. A reversal is of the claim whose payment it takes back.
 * Anything else is of the one that the number names while that one waits for its first payment; after it, of the last claim that had
 * been sent by the day of the answer and has its charge.
 */
export function meantOfAccount(
  all: readonly AccountClaim[],
  reference: ClaimReference,
  named: ReadonlySet<string>,
): string | undefined {
  const { paid, isReversal = false, answeredOn, charge } = reference;
  const ofNumber = all.filter(({ id }) => named.has(id));
  // Its number is one payer's.
  const turns = new Set(ofNumber.map(({ turn }) => turn));
  const account = all.filter(({ turn }) => turns.size === 0 || turns.has(turn));
  if (isReversal) {
    const reversed = account.filter(({ payments }) =>
      payments.some(
        (payment) =>
          payment.claimStatusCode !== CLAIM_STATUS_CODE.reversal && payment.paid + (paid ?? 0) === 0,
      ),
    );
    return (preferred(reversed, ofNumber) ?? ofNumber.at(-1) ?? account[0])?.id;
  }
  const waiting = ofNumber.filter(({ payments }) => payments.length === 0);
  // A status is of the claim that has the number; money comes to it once, then to what replaced it.
  if (ofNumber.length > 0 && (paid === undefined || waiting.length > 0))
    return (paid === undefined ? ofNumber : waiting).at(-1)?.id;
  const byThen = account.filter(
    ({ createdAt }) => answeredOn === undefined || createdAt.slice(0, 10) <= answeredOn,
  );
  const candidates = byThen.length > 0 ? byThen : account.slice(0, 1);
  const ofCharge = candidates.filter((each) => charge === undefined || each.charge === charge);
  return (ofCharge.at(-1) ?? candidates.at(-1))?.id;
}

/** Of both where there is one, else of the first; the last of several. */
function preferred(some: readonly AccountClaim[], others: readonly AccountClaim[]): AccountClaim | undefined {
  return some.filter((each) => others.includes(each)).at(-1) ?? some.at(-1);
}
