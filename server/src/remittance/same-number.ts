/** Payments of the same check or EFT number that tell what a remittance tells, whatever payer ID, spelling, date or detail they came with. */
import { type ClaimPaymentFact, standingEvents } from '@claimside/shared/lifecycle';
import { listPostedChecks, plainCheckNumber } from '../store/check-numbers.ts';
import { listEvents } from '../store/claim-events.ts';
import type { Scope } from '../store/store.ts';
import { type Remittance, signedPayment } from '../transactions/remittance-835/index.ts';
import { matchClaim } from './match.ts';
import { paymentPartsOf } from './payment-fact.ts';
import { toldPaymentKey } from './payment-key.ts';
import { referenceOfPayment } from './reference.ts';
import { decidedBefore, UNDECIDED } from './same-decision.ts';
import { postedWithPartOf, type ToldPart } from './same-parts.ts';

/** By which of it, and the keys of those that were posted; `parts`: beside claims of ours that both decide on. */
export interface ToldUnderNumber {
  readonly by: 'total' | 'claim' | 'parts';
  readonly paymentKeys: readonly string[];
}

/** Undefined where nothing that was posted under the number may be the same money. */
export async function toldUnderNumber(
  scope: Scope,
  remittance: Remittance,
): Promise<ToldUnderNumber | undefined> {
  const posted = await listPostedChecks(scope, remittance.traceNumber);
  if (posted.length === 0) return undefined;
  const ofTotal = posted.filter(
    ({ total, paymentDate }) =>
      total !== 0 && total === signedPayment(remittance) && paymentDate === remittance.paymentDate,
  );
  if (ofTotal.length > 0) return { by: 'total', paymentKeys: ofTotal.map((each) => each.paymentKey) };
  const parts = await partsIn(scope, remittance);
  const ofClaims: string[] = [];
  for (const [claimId, facts] of byClaim(parts)) {
    const said = await saidUnder(scope, claimId, remittance.traceNumber);
    ofClaims.push(
      ...decidedBefore(
        facts.filter((fact) => !isKnown(fact, said)),
        said,
      ),
    );
  }
  if (ofClaims.length > 0) return { by: 'claim', paymentKeys: ofClaims };
  const ofParts = await postedWithPartOf(scope, remittance, parts, posted);
  return ofParts.length === 0 ? undefined : { by: 'parts', paymentKeys: ofParts };
}

/** What decides something, each with the claim of ours that it is found to be about. */
async function partsIn(scope: Scope, remittance: Remittance): Promise<ToldPart[]> {
  const parts: ToldPart[] = [];
  for (const { payment, fact, dedupeKey } of paymentPartsOf(remittance)) {
    if (UNDECIDED.includes(fact.claimStatusCode)) continue;
    const reference = referenceOfPayment(remittance, payment);
    const match = await matchClaim(scope, reference);
    parts.push({ reference, fact, dedupeKey, claimId: match.kind === 'matched' ? match.claimId : null });
  }
  return parts;
}

function byClaim(parts: readonly ToldPart[]): ReadonlyMap<string, ClaimPaymentFact[]> {
  const claims = new Map<string, ClaimPaymentFact[]>();
  for (const { claimId, fact } of parts)
    if (claimId !== null) claims.set(claimId, [...(claims.get(claimId) ?? []), fact]);
  return claims;
}

/** What a claim learnt under this number, however it was written. */
export async function saidUnder(
  scope: Scope,
  claimId: string,
  checkNumber: string,
): Promise<ClaimPaymentFact[]> {
  const number = plainCheckNumber(checkNumber);
  return standingEvents(await listEvents(scope, claimId)).flatMap(({ fact }) =>
    fact.type === 'payment' && plainCheckNumber(fact.payment.checkNumber) === number ? [fact.payment] : [],
  );
}

/** The very part of the very payment. */
const isKnown = (part: ClaimPaymentFact, said: readonly ClaimPaymentFact[]): boolean =>
  said.some(
    (each) => each.contentHash === part.contentHash && toldPaymentKey(each.paymentKey) === part.paymentKey,
  );
