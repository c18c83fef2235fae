/** What a file or remittance says of its parts that fit no claim, and how that sentence goes as they are decided on. */

/** `2 of 5 claims in it match no claim here for certain …`, or null. */
export function unmatchedReason(unmatched: number, total: number): string | null {
  if (unmatched === 0) return null;
  return `${unmatched} of ${total} claims in it match no claim here for certain: decide under Claims, Unmatched.`;
}

const SENTENCE =
  /\d+ of (\d+) claims in it match no claim here for certain: decide under Claims, Unmatched\./;

/** The reason with so many that still wait; null when nothing is left that needs a person. */
export function reasonWithWaiting(reason: string | null, waiting: number): string | null {
  if (reason === null) return null;
  const left = reason
    .replace(SENTENCE, (_, total: string) => unmatchedReason(waiting, Number(total)) ?? '')
    .replace(/\s{2,}/g, ' ')
    .trim();
  return left === '' ? null : left;
}
