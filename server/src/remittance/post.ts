/** Posts a remittance: what it says of claims, of the provider and of nobody known yet adds up to what it pays, or nothing is posted. */
import { CLAIM_STATUS_CODE } from '@claimside/shared/lifecycle';
import { claimNumbersMeantBy } from '@claimside/shared/matching';
import { type Cents, cents } from '@claimside/shared/values';
import { listPostedChecks } from '../store/check-numbers.ts';
import { findClaim } from '../store/claims.ts';
import { type Cause, paymentBalances } from '../store/journal.ts';
import { claimsOfParts } from '../store/posted-parts.ts';
import { hasOtherPayment } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import { unmatchedKeysUnder, unmatchedPartsOf } from '../store/unmatched-money.ts';
import { type Remittance, signedPayment } from '../transactions/remittance-835/index.ts';
import type { AnswerPart } from './attribute.ts';
import { paymentKeyPrefix, paymentPartsOf } from './payment-fact.ts';
import { paymentKey, traceOf } from './payment-key.ts';
import { areAdjustmentsPosted, postProviderAdjustments } from './provider-adjustments.ts';
import { referenceOfPayment } from './reference.ts';
import { isSameCheck } from './same-check.ts';
import { TYPED_TRACE } from './typed-payment.ts';
import { settleUnmatched } from './unmatched.ts';

/** What was paid of each claim (2100), to be shared out among the claims. An estimate moves no money, whatever it says. */
export function partsOfRemittance(remittance: Remittance): AnswerPart[] {
  return paymentPartsOf(remittance).map(({ payment, fact, dedupeKey }) => ({
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
  cause: Omit<Cause, 'kind'>,
): Promise<Cents> {
  const key = paymentKey(remittance);
  await postProviderAdjustments(scope, remittance, cause);
  await settleUnmatched(scope, key, cause);
  const balance = (await paymentBalances(scope, [key])).get(key);
  const posted = (balance?.remittance ?? 0) + (balance?.bank ?? 0);
  return cents(signedPayment(remittance) - posted);
}

/** Whether all that it says was posted before under the same payment, whatever the order and whatever stood around it. */
export async function isPostedAlready(scope: Scope, remittance: Remittance): Promise<boolean> {
  const parts = paymentPartsOf(remittance);
  if (parts.length + remittance.providerAdjustments.length === 0) return false;
  const key = paymentKey(remittance);
  const claims = await claimsOfParts(scope, paymentKeyPrefix(key));
  const unmatched = await unmatchedPartsOf(scope, key);
  const isKnown = ({ dedupeKey }: { dedupeKey: string }) => claims.has(dedupeKey) || unmatched.has(dedupeKey);
  return parts.every(isKnown) && (await areAdjustmentsPosted(scope, remittance));
}

/** Whether a person has typed the same check in before its remittance came: the same total or payer, or a claim in common. */
export async function isTypedAlready(scope: Scope, remittance: Remittance): Promise<boolean> {
  if (remittance.payerTraceId === TYPED_TRACE) return false;
  const { traceNumber: checkNumber, paymentAmount: total } = remittance;
  const check = { checkNumber, total, payerName: remittance.payer.name };
  const typed = await listPostedChecks(scope, checkNumber, `${TYPED_TRACE}|`);
  if (typed.some((each) => isSameCheck(each, check))) return true;
  const named = new Set(
    remittance.claims.flatMap(({ patientControlNumber }) => claimNumbersMeantBy(patientControlNumber)),
  );
  for (const { paymentKey } of typed)
    for (const claimId of new Set((await claimsOfParts(scope, paymentKeyPrefix(paymentKey))).values())) {
      const claim = await findClaim(scope, claimId);
      if (claim && named.has(claim.summary.patientControlNumber)) return true;
    }
  return false;
}

/** Whether money that it pays was posted under the same check number, but another total or date: the same money told twice. */
export async function isPartlyPostedElsewhere(scope: Scope, remittance: Remittance): Promise<boolean> {
  const parts = paymentPartsOf(remittance).filter(({ fact }) => fact.paid !== 0);
  const key = paymentKey(remittance);
  const trace = traceOf(remittance);
  if (remittance.paymentAmount === 0 || !(await hasOtherPayment(scope, trace, key))) return false;
  const onClaims = await claimsOfParts(scope, `payment:${trace}`);
  const posted = [...onClaims.keys(), ...(await unmatchedKeysUnder(scope, trace))];
  const contents = new Set(posted.map((dedupeKey) => dedupeKey.split(':').at(-1)));
  return parts.some(({ fact }) => contents.has(fact.contentHash));
}
