/** Posts a remittance: what it says of claims, of the provider and of nobody known yet adds up to what it pays, or nothing is posted. */
import { CLAIM_STATUS_CODE } from '@claimside/shared/lifecycle';
import { type Cents, cents } from '@claimside/shared/values';
import { type Cause, paymentBalances } from '../store/journal.ts';
import { claimsOfParts } from '../store/posted-parts.ts';
import type { Scope } from '../store/store.ts';
import { unmatchedPartsOf } from '../store/unmatched-money.ts';
import { type Remittance, signedPayment } from '../transactions/remittance-835/index.ts';
import type { AnswerPart } from './attribute.ts';
import { paymentKeyPrefix, paymentPartsOf } from './payment-fact.ts';
import { areAdjustmentsPosted, postProviderAdjustments } from './provider-adjustments.ts';
import { referenceOfPayment } from './reference.ts';
import { settleUnmatched } from './unmatched.ts';

/** What was paid of each claim (2100), to be shared out among the claims. An estimate moves no money, whatever it says. */
export function partsOfRemittance(remittance: Remittance, key: string): AnswerPart[] {
  return paymentPartsOf(remittance, key).map(({ payment, fact, dedupeKey }) => ({
    reference: referenceOfPayment(remittance, payment),
    fact: { type: 'payment', payment: fact },
    dedupeKey,
    payment: {
      key: fact.paymentKey,
      paid: fact.claimStatusCode === CLAIM_STATUS_CODE.estimate ? cents(0) : fact.paid,
    },
  }));
}

/**
 * Enters what is not of its claims, whose facts and waiting parts are stored already, and gives by how much all of it misses the
 * payment: the caller takes back everything unless that is zero.
 */
export async function postRemittance(
  scope: Scope,
  remittance: Remittance,
  key: string,
  cause: Omit<Cause, 'kind'>,
): Promise<Cents> {
  await postProviderAdjustments(scope, remittance, key, cause);
  await settleUnmatched(scope, key, cause);
  const balance = (await paymentBalances(scope, [key])).get(key);
  const posted = (balance?.remittance ?? 0) + (balance?.bank ?? 0);
  return cents(signedPayment(remittance) - posted);
}

/** Whether all that it says was posted before under that key, whatever the order and whatever stood around it. */
export async function isPostedAlready(scope: Scope, remittance: Remittance, key: string): Promise<boolean> {
  const parts = paymentPartsOf(remittance, key);
  if (parts.length + remittance.providerAdjustments.length === 0) return false;
  const claims = await claimsOfParts(scope, paymentKeyPrefix(key));
  const unmatched = await unmatchedPartsOf(scope, key);
  const isKnown = ({ dedupeKey }: { dedupeKey: string }) => claims.has(dedupeKey) || unmatched.has(dedupeKey);
  return parts.every(isKnown) && (await areAdjustmentsPosted(scope, remittance, key));
}
