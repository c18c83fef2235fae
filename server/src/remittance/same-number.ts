/** Payments of the same check or EFT number that tell what a remittance tells, whatever payer ID, spelling, date or detail they came with. */
import {
  CLAIM_STATUS_CODE,
  type ClaimPaymentFact,
  isReversal,
  standingEvents,
} from '@claimside/shared/lifecycle';
import { listPostedChecks, plainCheckNumber } from '../store/check-numbers.ts';
import { listEvents } from '../store/claim-events.ts';
import type { Scope } from '../store/store.ts';
import { type Remittance, signedPayment } from '../transactions/remittance-835/index.ts';
import { matchClaim } from './match.ts';
import { type PaymentPart, paymentPartsOf } from './payment-fact.ts';
import { toldPaymentKey } from './payment-key.ts';
import { referenceOfPayment } from './reference.ts';

/** Keys of those that were posted with the same total and date, or with a claim decided the same way. */
export async function postedUnderNumber(scope: Scope, remittance: Remittance): Promise<string[]> {
  const posted = await listPostedChecks(scope, remittance.traceNumber);
  if (posted.length === 0) return [];
  const ofTotal = posted.filter(
    ({ total, paymentDate }) =>
      total !== 0 && total === signedPayment(remittance) && paymentDate === remittance.paymentDate,
  );
  if (ofTotal.length > 0) return ofTotal.map((each) => each.paymentKey);
  const found: string[] = [];
  for (const [claimId, parts] of await partsByClaim(scope, remittance))
    found.push(...toldBefore(parts, await saidUnder(scope, claimId, remittance)));
  return found;
}

/** An estimate and a claim sent on decide nothing, and may be told as often as a payer likes. */
const UNDECIDED: readonly string[] = [CLAIM_STATUS_CODE.estimate, CLAIM_STATUS_CODE.forwarded];

/** Of the claims of ours in it, what decides something. */
async function partsByClaim(
  scope: Scope,
  remittance: Remittance,
): Promise<ReadonlyMap<string, ClaimPaymentFact[]>> {
  const byClaim = new Map<string, ClaimPaymentFact[]>();
  for (const part of paymentPartsOf(remittance)) {
    const claimId = await claimOf(scope, remittance, part);
    if (claimId !== undefined) byClaim.set(claimId, [...(byClaim.get(claimId) ?? []), part.fact]);
  }
  return byClaim;
}

async function claimOf(
  scope: Scope,
  remittance: Remittance,
  { payment, fact }: PaymentPart,
): Promise<string | undefined> {
  if (UNDECIDED.includes(fact.claimStatusCode)) return undefined;
  const match = await matchClaim(scope, referenceOfPayment(remittance, payment));
  return match.kind === 'matched' ? match.claimId : undefined;
}

/** What a claim learnt under this number, however it was written. */
async function saidUnder(
  scope: Scope,
  claimId: string,
  { traceNumber }: Remittance,
): Promise<ClaimPaymentFact[]> {
  const number = plainCheckNumber(traceNumber);
  return standingEvents(await listEvents(scope, claimId)).flatMap(({ fact }) =>
    fact.type === 'payment' && plainCheckNumber(fact.payment.checkNumber) === number ? [fact.payment] : [],
  );
}

/**
 * Keys under which the claim was decided the same way (CLP02, CLP03) by another account. A decision that was taken back, or is taken
 * back here, may be told anew; so may a reversal of what has been paid again.
 */
function toldBefore(parts: readonly ClaimPaymentFact[], said: readonly ClaimPaymentFact[]): string[] {
  const isKnown = (part: ClaimPaymentFact) =>
    said.some(
      (each) => each.contentHash === part.contentHash && toldPaymentKey(each.paymentKey) === part.paymentKey,
    );
  const fresh = parts.filter((part) => !isKnown(part));
  // What takes back and decides anew, and then comes whole once more, adds up to nothing that is new.
  if (fresh.some(isReversal) && areAllIn(fresh, said)) return said.map((each) => each.paymentKey);
  const all = [...said, ...fresh];
  return fresh.flatMap((part) => {
    const isOfCharge = ({ charge }: ClaimPaymentFact) => Math.abs(charge) === Math.abs(part.charge);
    const reversals = all.filter((each) => isReversal(each) && isOfCharge(each)).length;
    const decisions = all.filter(
      (each) => !isReversal(each) && !UNDECIDED.includes(each.claimStatusCode) && isOfCharge(each),
    ).length;
    const mayBeNew = isReversal(part) ? reversals <= decisions : decisions - reversals <= 1;
    return mayBeNew ? [] : said.filter((each) => isSameDecision(each, part)).map((each) => each.paymentKey);
  });
}

/** Each has one of its own there that decides the same and pays the same. */
function areAllIn(fresh: readonly ClaimPaymentFact[], said: readonly ClaimPaymentFact[]): boolean {
  const left = [...said];
  return fresh.every((part) => {
    const at = left.findIndex((each) => isSameDecision(each, part) && each.paid === part.paid);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

const isSameDecision = (one: ClaimPaymentFact, other: ClaimPaymentFact): boolean =>
  one.claimStatusCode === other.claimStatusCode && one.charge === other.charge;
