/** What a remittance tells beside claims that it decides on again: claims that nobody has found here, and what is of the provider. */
import type { ClaimPaymentFact } from '@claimside/shared/lifecycle';
import { type ClaimReference, compareWithClaim, foreignNumberKey } from '@claimside/shared/matching';
import { cents } from '@claimside/shared/values';
import { type PostedCheck, plainCheckNumber } from '../store/check-numbers.ts';
import type { Scope } from '../store/store.ts';
import type { ProviderAdjustment, Remittance } from '../transactions/remittance-835/index.ts';
import { fatesOf, readAnew } from './fates.ts';
import { hash, occurrencesOf, paymentKey } from './payment-key.ts';
import { referenceOfPayment } from './reference.ts';
import { isSamePayer } from './same-check.ts';
import { isSameDecision, UNDECIDED } from './same-decision.ts';

/** A part of a payment by which something is decided. */
export interface ToldPart {
  readonly reference: ClaimReference;
  readonly fact: ClaimPaymentFact;
  readonly dedupeKey: string;
  /** Null where it fits none for certain. */
  readonly claimId: string | null;
}

/** Keys of those of `posted`, all of one number, that tell one of these parts too, or an adjustment of the provider in it. */
export async function postedWithPartOf(
  scope: Scope,
  remittance: Remittance,
  parts: readonly ToldPart[],
  posted: readonly PostedCheck[],
): Promise<string[]> {
  // Zeros are written where there is no check.
  if (plainCheckNumber(remittance.traceNumber) === '') return [];
  const accounts: Account[] = [];
  for (const check of posted) accounts.push(await accountOf(scope, check));
  const known = new Set(accounts.flatMap((account) => account.keys));
  const fresh = parts.filter(({ dedupeKey }) => !known.has(dedupeKey));
  const key = paymentKey(remittance);
  const isTold = ({ check, parts: told, adjustments }: Account) => {
    if (fresh.some((part) => told.some((each) => maySame(part, each)))) return true;
    if (!isSamePayer(check, { paymentKey: key, payerName: remittance.payer.name })) return false;
    const own = remittance.providerAdjustments;
    const left = check.paymentKey === key ? without(own, adjustments) : own;
    return left.some((each) => adjustments.some((other) => isSameAdjustment(each, other)));
  };
  return accounts.filter(isTold).map(({ check }) => check.paymentKey);
}

/** One that was posted, as it came. */
interface Account {
  readonly check: PostedCheck;
  /** Dedupe keys of all its parts. */
  readonly keys: readonly string[];
  readonly parts: readonly ToldPart[];
  readonly adjustments: readonly ProviderAdjustment[];
}

async function accountOf(scope: Scope, check: PostedCheck): Promise<Account> {
  const read = await readAnew(scope, check.id);
  if (!read) return { check, keys: [], parts: [], adjustments: [] };
  const fates = await fatesOf(scope, read);
  const parts: ToldPart[] = fates
    .filter(({ part }) => !UNDECIDED.includes(part.fact.claimStatusCode))
    .map(({ part: { payment, fact, dedupeKey }, claimId }) => ({
      reference: referenceOfPayment(read.remittance, payment),
      fact,
      dedupeKey,
      claimId,
    }));
  return {
    check,
    keys: fates.map(({ part }) => part.dedupeKey),
    parts,
    adjustments: read.remittance.providerAdjustments,
  };
}

/**
 * By the number that both name and the same decision, or by the same payer's money where one of them fits no claim. Decisions on one
 * claim are told apart by more than that, elsewhere; of two claims one must have been given what names the other.
 */
function maySame(one: ToldPart, other: ToldPart): boolean {
  if (one.claimId !== null && one.claimId === other.claimId) return false;
  if (one.fact.charge !== other.fact.charge || isAnothers(one.reference, other.reference)) return false;
  if (isTelling(one.reference.patientControlNumber, other.reference.patientControlNumber))
    return isSameDecision(one.fact, other.fact);
  if (one.claimId !== null && other.claimId !== null) return false;
  if (isTelling(one.reference.payerClaimControlNumber, other.reference.payerClaimControlNumber))
    return isSameDecision(one.fact, other.fact);
  return one.fact.paid !== 0 && one.fact.paid === other.fact.paid && isSamePayer(one.fact, other.fact);
}

/** Another day's, or another patient's. */
function isAnothers(one: ClaimReference, other: ClaimReference): boolean {
  const { lastName = '', firstName = '', memberIds = [], serviceDate, charge, payerName } = other;
  const fit = compareWithClaim(one, {
    people: lastName === '' ? [] : [{ lastName, firstName }],
    memberIds,
    serviceDates: serviceDate === undefined ? [] : [serviceDate],
    charge: charge ?? cents(0),
    payerNames: payerName === undefined ? [] : [payerName],
  });
  if (fit.serviceDate === 'near' || fit.serviceDate === 'other') return true;
  return lastName !== '' && fit.patient === 'other' && fit.memberId !== 'same';
}

/** Both name the same, and not by `0` or the like. */
function isTelling(one = '', other = ''): boolean {
  const key = foreignNumberKey(one);
  return key !== undefined && key === foreignNumberKey(other);
}

/** A reference is copied whole or in part, if at all. */
function isSameAdjustment(one: ProviderAdjustment, other: ProviderAdjustment): boolean {
  if (one.amount === 0 || one.amount !== other.amount || one.reason !== other.reason) return false;
  const [a, b] = [plain(one.reference), plain(other.reference)];
  return one.providerId === other.providerId && (a.includes(b) || b.includes(a));
}

/** Equal ones count each. Under one key what is equal is entered once. */
function without(own: readonly ProviderAdjustment[], told: readonly ProviderAdjustment[]) {
  const known = new Set(occurrencesOf(told).map(hash));
  return occurrencesOf(own).flatMap((each) => (known.has(hash(each)) ? [] : each.item));
}

const plain = (reference = ''): string => reference.toUpperCase().replace(/[^A-Z0-9]/g, '');
