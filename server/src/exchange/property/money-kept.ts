/** What holds of an account's money by what it means, whatever rules it is reckoned by: each cent is somebody's, and nobody's twice. */
import type { ClaimMoney, ClaimStatus, FollowUp } from '@claimside/shared/lifecycle';
import type { ClaimPayment } from '../../transactions/remittance-835/index.ts';
import { CHARGE } from '../testing-posting.ts';
import { differs } from './troubles.ts';

/** What was told of a claim. `shares` are amounts of group PR, `contractual` what is written off by contract, `before` what was done before it. */
export interface Word {
  readonly statusCode: string;
  readonly paid: number;
  readonly share: number;
  readonly contractual: number;
  readonly refused: number;
  readonly before: number;
  readonly paymentDate: string;
}

export function wordOf(payment: ClaimPayment, paymentDate: string): Word {
  const { statusCode, paidAmount, lines } = payment;
  const adjustments = [...payment.adjustments, ...lines.flatMap((line) => line.adjustments)];
  const ofReasons = (isMeant: (group: string, reason: string) => boolean) =>
    sum(adjustments.flatMap(({ group, reason, amount }) => (isMeant(group, reason) ? amount : [])));
  return {
    statusCode,
    paid: paidAmount,
    share: ofReasons((group) => group === 'PR'),
    contractual: ofReasons((group, reason) => group === 'CO' && reason === '45'),
    refused: ofReasons((group, reason) => group === 'CO' && reason !== '45'),
    before: ofReasons((group, reason) => group === 'OA' && (reason === '23' || reason === 'B13')),
    paymentDate,
  };
}

/** A claim of the account: how it follows the one before, and what was told of it. */
export interface ToldClaim {
  readonly how: FollowUp | null;
  readonly words: readonly Word[];
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const isReversal = ({ statusCode }: Word) => statusCode === '22';
const isRefusal = ({ statusCode, share }: Word) => statusCode === '4' && share === 0;
const decides = ({ statusCode }: Word) => statusCode !== '25';

/** Empty where all of it holds. `claims` are those of the account, the first one first. */
export function moneyTroubles(
  name: string,
  claims: readonly ToldClaim[],
  money: ClaimMoney,
  status: ClaimStatus,
): string[] {
  const words = claims.flatMap((claim) => claim.words).filter(decides);
  const decisions = words.filter((word) => !isReversal(word));
  const left = money.patientResponsibility;
  const says = (promise: string, isKept: boolean) => (isKept ? [] : [`${name}: ${promise}`]);
  return [
    ...differs(
      `${name} in all`,
      money.paid + money.contractual + left + money.otherAdjustments + money.writtenOff + money.open,
      money.charge,
    ),
    ...differs(`${name} charge`, money.charge, status === 'voided' ? 0 : CHARGE),
    ...differs(`${name} paid`, money.paid, sum(words.map(({ paid }) => paid))),
    ...says('cancelled though nobody asked', status !== 'voided' || claims.some(({ how }) => how === 'void')),
    ...says('a patient owes what no payer said', left <= mostShare(decisions)),
    ...says('written off beyond any word', money.contractual <= mostContractual(decisions)),
    ...says(
      'billed to the patient before the next insurance has decided',
      !isAwaitedAtNext(claims) || left <= 0,
    ),
    ...says(
      'let go under a refusal',
      !decisions.every(isRefusal) || words.some(isReversal) || (left === 0 && money.open === money.charge),
    ),
    ...says('billed to the patient after the payer refused it', !isRefusedLast(claims) || left <= 0),
    ...addedUpTroubles(name, claims, money),
    ...says(
      'lost after all was taken back',
      !isAllTakenBack(words) || (left === 0 && money.contractual === 0 && money.open === money.charge),
    ),
  ];
}

/** What pays nothing is told over and over, and is owed once; what pays is a part each. */
function mostShare(decisions: readonly Word[]): number {
  const idle = decisions.filter(({ paid }) => paid === 0).map(({ share }) => share);
  return Math.max(0, ...idle) + sum(decisions.flatMap(({ paid, share }) => (paid === 0 ? [] : share)));
}

/** None takes off more than it says, beside what another took off where it says that something was done before it. */
function mostContractual(decisions: readonly Word[]): number {
  const said = decisions.flatMap(({ statusCode, contractual }) => (statusCode === '4' ? [] : contractual));
  const most = Math.max(0, ...said);
  return Math.max(
    0,
    ...decisions.flatMap(({ statusCode, contractual, before }) =>
      statusCode === '4' ? [] : contractual + (before > 0 ? most : 0),
    ),
  );
}

/** Every word pays, nothing was taken back, and what they pay and leave to the patient there is. */
function doAddUp(claims: readonly ToldClaim[], words: readonly Word[], left: number): boolean {
  const said = words.map((word) => JSON.stringify([word.paid, word.share, word.contractual]));
  return (
    words.length > 0 &&
    words.every(({ paid }) => paid > 0) &&
    new Set(said).size === said.length &&
    sum(words.map(({ paid }) => paid)) + Math.max(...words.map(({ share }) => share), left) <= CHARGE &&
    claims.every(({ how }) => how === null || how === 'next-payer')
  );
}

/** Nothing is below zero, or lost, and what none refused is settled once nobody has still to decide. */
function addedUpTroubles(
  name: string,
  claims: readonly ToldClaim[],
  { contractual, open, paid, patientResponsibility: left }: ClaimMoney,
): string[] {
  const words = claims.flatMap((claim) => claim.words).filter(decides);
  if (!doAddUp(claims, words, left)) return [];
  const says = (promise: string, isKept: boolean) => (isKept ? [] : [`${name}: ${promise}`]);
  const refused = Math.max(...words.map((word) => word.refused));
  const isSettled = !isAwaitedAtNext(claims) && words.length > 0;
  const [word] = words.filter((each) => each.refused === refused);
  const byOthers = paid - (word?.paid ?? 0);
  return [
    ...says('below zero though no more was paid than there is', open >= 0 && contractual >= 0),
    ...says('written off beyond what is left', contractual <= CHARGE - paid - left),
    ...says('open though nobody refused it', refused > 0 || !isSettled || open === 0),
    ...says('let go though it was refused', byOthers + left > (word?.share ?? 0) || open >= refused),
  ];
}

/** Sent on by the payer, or billed on from here, and not a word of the next insurance. */
function isAwaitedAtNext(claims: readonly ToldClaim[]): boolean {
  const words = claims.flatMap((claim) => claim.words).filter(decides);
  if (words.some(({ statusCode }) => statusCode === '2')) return false;
  const billedOn = claims.findIndex(({ how }) => how === 'next-payer');
  if (billedOn >= 0)
    return claims.slice(billedOn).every((claim) => claim.words.every((word) => !decides(word)));
  const shares = words.filter((word) => !isReversal(word) && word.share > 0);
  return claims.length === 1 && shares.length > 0 && shares.every(({ statusCode }) => statusCode === '19');
}

/** One claim, one payer that never paid, and refused it on a later day than all else that it said. */
function isRefusedLast(claims: readonly ToldClaim[]): boolean {
  const words = claims.flatMap((claim) => claim.words).filter(decides);
  if (claims.length > 1 || words.some(({ statusCode, paid }) => statusCode === '2' || paid !== 0))
    return false;
  const refused = words.filter(isRefusal).map(({ paymentDate }) => paymentDate);
  return (
    refused.length > 0 &&
    words.every((word) => isRefusal(word) || word.paymentDate < (refused.toSorted().at(-1) ?? ''))
  );
}

/** Every word paid, and each was taken back by its mirror. */
function isAllTakenBack(words: readonly Word[]): boolean {
  const mirrored = (word: Word) => `${word.paid} ${word.share} ${word.contractual}`;
  const told = words.filter((word) => !isReversal(word)).map(mirrored);
  const back = words
    .filter(isReversal)
    .map(({ paid, share, contractual }) => `${0 - paid} ${0 - share} ${0 - contractual}`);
  const isEach = JSON.stringify(told.toSorted()) === JSON.stringify(back.toSorted());
  return isEach && words.length > 0 && words.every(({ paid }) => paid !== 0);
}
