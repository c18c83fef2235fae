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
  const gone = standing.filter(
    (one, place) => one.paid === 0 && isOvertaken(one, place, standing, decisions),
  );
  return sharesIn(decisions) + sharesIn(reversals) - sharesIn(gone);
}

/** What pays nothing has nothing to be taken back: a later word takes its place, that of a denial any other. */
function isOvertaken(
  one: Word,
  place: number,
  standing: readonly Word[],
  decisions: readonly Word[],
): boolean {
  const isDenial = ({ statusCode }: Word) => statusCode === '4';
  const isLater = ({ paymentDate }: Word) => paymentDate > one.paymentDate;
  return (
    decisions.some((other) => !standing.includes(other) && isLater(other)) ||
    standing.some((other, at) => {
      if (at === place) return false;
      if (isDenial(one) !== isDenial(other)) return isDenial(one);
      return isLater(other) || (other.paymentDate === one.paymentDate && (other.paid !== 0 || at > place));
    })
  );
}
