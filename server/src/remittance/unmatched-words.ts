/** What a file or remittance says of its parts that fit no claim, and how that sentence goes as they are decided on. */

/** `2 of 5 claims in it match no claim here for certain …`, or null. `total` undefined where it is not known any more. */
export function unmatchedReason(unmatched: number, total: number | undefined): string | null {
  if (unmatched === 0) return null;
  const which = total === undefined ? `${unmatched} claims` : `${unmatched} of ${total} claims`;
  const claims = total === undefined && unmatched === 1 ? '1 claim in it matches' : `${which} in it match`;
  return `${claims} no claim here for certain: decide under Claims, Unmatched.`;
}

const SENTENCE =
  /\d+(?: of (\d+))? claims? in it match(?:es)? no claim here for certain: decide under Claims, Unmatched\./;

/** The reason with so many that wait; null when nothing is left that needs a person. */
export function reasonWithWaiting(reason: string | null, waiting: number): string | null {
  const said = SENTENCE.exec(reason ?? '');
  const others = (reason ?? '')
    .replace(SENTENCE, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim();
  const total = said?.[1];
  const now = unmatchedReason(waiting, total === undefined ? undefined : Number(total));
  const left = [others, now].filter(Boolean).join(' ');
  return left === '' ? null : left;
}
