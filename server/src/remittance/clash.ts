/** Whether a payment that was posted may be the very money that a remittance tells of: then a person compares both. */
import { CLAIM_STATUS_CODE, standingEvents } from '@claimside/shared/lifecycle';
import { claimNumbersMeantBy } from '@claimside/shared/matching';
import { listPostedChecks, type PostedCheck, plainCheckNumber } from '../store/check-numbers.ts';
import { listEvents } from '../store/claim-events.ts';
import { findClaimByControlNumber } from '../store/claim-matching.ts';
import { claimsOfParts } from '../store/posted-parts.ts';
import { hasOtherPayment, listRemittancesOfPayment } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import { unmatchedKeysUnder } from '../store/unmatched-money.ts';
import { type Remittance, signedPayment } from '../transactions/remittance-835/index.ts';
import { paymentKeyPrefix, paymentPartsOf } from './payment-fact.ts';
import { paymentKey, traceOf } from './payment-key.ts';
import { isSameCheck } from './same-check.ts';
import { type ToldUnderNumber, toldUnderNumber } from './same-number.ts';
import { TYPED_TRACE } from './typed-payment.ts';

export type ClashKind =
  | 'same-check'
  | 'typed-before'
  | 'told-twice'
  | 'typed-again'
  | 'same-number'
  | 'same-parts';

export interface Clash {
  readonly kind: ClashKind;
  /** Of the payments that were posted. */
  readonly paymentKeys: readonly string[];
  /** The claim that the same check has paid before; where it was typed in again. */
  readonly claimId?: string;
}

export const CLASH_WORDS: Readonly<Record<ClashKind, string>> = {
  'same-check': 'A remittance of the same check with other content came before.',
  'typed-before': 'A payment with this check number was typed in by hand before.',
  'told-twice': 'Claims in it were posted under the same check number with another total.',
  'typed-again': 'A payment with this check number came before it was typed in.',
  'same-number':
    'A payment with this check number came before, with the same total and date or for a claim in it.',
  'same-parts': 'A payment with this check number came before and tells some of the same amounts.',
};

/** Undefined where it is certain that it is another one. Call in the transaction that would post it. */
export async function clashOf(scope: Scope, remittance: Remittance): Promise<Clash | undefined> {
  const isTyped = remittance.payerTraceId === TYPED_TRACE;
  return (
    (await (isTyped ? byTypingAgain : byTypingBefore)(scope, remittance)) ??
    (await bySameCheck(scope, remittance)) ??
    (await byTellingTwice(scope, remittance)) ??
    // What is typed was compared with all of its number already.
    (isTyped ? undefined : await byNumber(scope, remittance))
  );
}

const BY_NUMBER: Readonly<Record<ToldUnderNumber['by'], ClashKind>> = {
  total: 'same-number',
  claim: 'same-number',
  parts: 'same-parts',
};

async function byNumber(scope: Scope, remittance: Remittance): Promise<Clash | undefined> {
  const told = await toldUnderNumber(scope, remittance);
  return told && clash(BY_NUMBER[told.by], told.paymentKeys);
}

/** Two balanced accounts of the same money cannot both be right; without money both may be, of other claims. */
async function bySameCheck(scope: Scope, remittance: Remittance): Promise<Clash | undefined> {
  if (remittance.paymentAmount === 0) return undefined;
  const posted = (await listRemittancesOfPayment(scope, paymentKey(remittance))).filter(
    (each) => each.posted,
  );
  return clash(
    'same-check',
    posted.map((each) => each.paymentKey),
  );
}

/** A person has typed the same check in before its remittance came: the same total or payer, or a claim in common. */
async function byTypingBefore(scope: Scope, remittance: Remittance): Promise<Clash | undefined> {
  const { traceNumber } = remittance;
  const typed = await listPostedChecks(scope, traceNumber, `${TYPED_TRACE}|`);
  const same = typed.filter((each) => isSameCheck(each, checkOf(remittance)));
  if (same.length > 0) return clash('typed-before', same.map(keyOf));
  const named = await claimsNamed(scope, remittance);
  const inCommon: PostedCheck[] = [];
  for (const each of typed) {
    const paid = new Set((await claimsOfParts(scope, paymentKeyPrefix(each.paymentKey))).values());
    if ([...named.keys()].some((claimId) => paid.has(claimId))) inCommon.push(each);
  }
  return clash('typed-before', inCommon.map(keyOf));
}

/** Money that it pays was posted under the same check number, but another total or date. */
async function byTellingTwice(scope: Scope, remittance: Remittance): Promise<Clash | undefined> {
  const trace = traceOf(remittance);
  if (remittance.paymentAmount === 0) return undefined;
  if (!(await hasOtherPayment(scope, trace, paymentKey(remittance)))) return undefined;
  const paying = paymentPartsOf(remittance).filter(({ fact }) => fact.paid !== 0);
  const contents = new Set(paying.map(({ fact }) => fact.contentHash));
  const onClaims = await claimsOfParts(scope, `payment:${trace}`);
  const posted = [...onClaims.keys(), ...(await unmatchedKeysUnder(scope, trace))];
  return clash(
    'told-twice',
    posted.flatMap((dedupeKey) => {
      const end = dedupeKey.lastIndexOf(':');
      return contents.has(dedupeKey.slice(end + 1)) ? dedupeKey.slice('payment:'.length, end) : [];
    }),
  );
}

/** The same check, typed or by file, on a claim or not given to one yet. What it paid before may be taken back under its number. */
async function byTypingAgain(scope: Scope, remittance: Remittance): Promise<Clash | undefined> {
  let takenBack = 0;
  for (const [claimId, { statusCode }] of await claimsNamed(scope, remittance)) {
    const before = await saidOfClaim(scope, claimId, remittance.traceNumber);
    if (before.length === 0) continue;
    const isAgain = before.some((each) => each.statusCode === statusCode);
    if (statusCode !== CLAIM_STATUS_CODE.reversal || isAgain)
      return { kind: 'typed-again', paymentKeys: before.map(keyOf), claimId };
    takenBack += 1;
  }
  if (takenBack > 0 && takenBack === remittance.claims.length) return undefined;
  const checks = await listPostedChecks(scope, remittance.traceNumber);
  return clash('typed-again', checks.filter((each) => isSameCheck(each, checkOf(remittance))).map(keyOf));
}

/** What the same check has said of the claim already (CLP02). */
async function saidOfClaim(scope: Scope, claimId: string, checkNumber: string) {
  const number = plainCheckNumber(checkNumber);
  return standingEvents(await listEvents(scope, claimId)).flatMap(({ fact }) =>
    fact.type === 'payment' && plainCheckNumber(fact.payment.checkNumber) === number
      ? { paymentKey: fact.payment.paymentKey, statusCode: fact.payment.claimStatusCode }
      : [],
  );
}

/** Claims of ours by the numbers in it. */
async function claimsNamed(scope: Scope, { claims }: Remittance) {
  const named = new Map<string, Remittance['claims'][number]>();
  for (const claim of claims) {
    const found = await findClaimByControlNumber(scope, claimNumbersMeantBy(claim.patientControlNumber));
    if (found) named.set(found.id, claim);
  }
  return named;
}

const clash = (kind: ClashKind, keys: readonly string[]): Clash | undefined =>
  keys.length === 0 ? undefined : { kind, paymentKeys: [...new Set(keys)] };

const keyOf = ({ paymentKey: key }: { readonly paymentKey: string }): string => key;

const checkOf = (remittance: Remittance) => ({
  checkNumber: remittance.traceNumber,
  total: signedPayment(remittance),
  payerName: remittance.payer.name,
});
