/** What payers leave to the patient of a claim, reckoned anew from what they said of it. */
import type { ClaimPayment } from '../../transactions/remittance-835/index.ts';

/** `shares` are amounts of group PR, as they were told. */
export interface Word {
  readonly statusCode: string;
  readonly paid: number;
  readonly share: number;
  readonly paymentDate: string;
}

export const wordOf = ({ statusCode, paidAmount, adjustments }: ClaimPayment, paymentDate: string): Word => ({
  statusCode,
  paid: paidAmount,
  share: sum(adjustments.flatMap(({ group, amount }) => (group === 'PR' ? amount : []))),
  paymentDate,
});

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const sharesIn = (words: readonly Word[]): number => sum(words.map(({ share }) => share));

/** The last payer's word, without what gave way to a later one. */
export function leftToPatient(words: readonly Word[]): number {
  const ofStatus = (...codes: readonly string[]) => words.filter((each) => codes.includes(each.statusCode));
  if (ofStatus('2').length > 0) return sharesIn(ofStatus('2'));
  const decisions = ofStatus('1', '19', '4');
  const reversals = ofStatus('22');
  const takenBack = reversals.map(({ paid }) => -paid);
  const standing = decisions.filter(({ paid }) => {
    const at = paid === 0 ? -1 : takenBack.indexOf(paid);
    if (at >= 0) takenBack.splice(at, 1);
    return at < 0;
  });
  const isOvertaken = (one: Word) =>
    one.paid === 0 &&
    decisions.some((other) => !standing.includes(other) && other.paymentDate > one.paymentDate);
  const left = standing.filter((one) => !isOvertaken(one));
  const kept = left.filter((one, place) => one.paid !== 0 || !givesWay(one, place, left));
  // The next insurance decides on what the payer sent on.
  if (kept.some(({ statusCode }) => statusCode === '19') && sharesIn(kept) > 0) return 0;
  return sharesIn(decisions) + sharesIn(reversals) - sharesIn(standing) + sharesIn(kept);
}

/** What pays nothing has nothing to be taken back: a later word takes its place, that of a denial any other. */
function givesWay(one: Word, place: number, left: readonly Word[]): boolean {
  const isDenial = ({ statusCode }: Word) => statusCode === '4';
  return left.some((other, at) => {
    if (at === place) return false;
    if (isDenial(one) !== isDenial(other)) return isDenial(one);
    const isSameDay = other.paymentDate === one.paymentDate;
    return isSameDay ? other.paid !== 0 || at > place : other.paymentDate > one.paymentDate;
  });
}
