/** What a file or remittance says of its parts that fit no claim, and how that sentence goes as they are decided on. */

/** `2 of 5 claims in it match no claim here for certain …`, `Its claim …`, or null. `total` undefined where it is not known any more. */
export function unmatchedReason(unmatched: number, total: number | undefined): string | null {
  if (unmatched === 0) return null;
  return `${whichOf(unmatched, total)} here for certain: decide under Claims, Unmatched.`;
}

function whichOf(unmatched: number, total: number | undefined): string {
  if (total === 1) return 'Its claim matches none';
  const of = total === undefined ? '' : ` of ${total}`;
  const claims = total === undefined && unmatched === 1 ? 'claim' : 'claims';
  return `${unmatched}${of} ${claims} in it ${unmatched === 1 ? 'matches' : 'match'} no claim`;
}

const SENTENCE =
  /(?:(Its claim matches none)|\d+(?: of (\d+))? claims? in it match(?:es)? no claim) here for certain: decide under Claims, Unmatched\./;

/** The reason with so many that wait; null when nothing is left that needs a person. */
export function reasonWithWaiting(reason: string | null, waiting: number): string | null {
  const said = SENTENCE.exec(reason ?? '');
  const others = (reason ?? '')
    .replace(SENTENCE, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim();
  const total = said?.[1] === undefined ? said?.[2] : '1';
  const now = unmatchedReason(waiting, total === undefined ? undefined : Number(total));
  const left = [others, now].filter(Boolean).join(' ');
  return left === '' ? null : left;
}
