/** Claim and member numbers as answers change them: when two spellings are one number. */

/** What we keep CLM01 to, as every clearinghouse and payer we know returns that much of it. */
const LONGEST_CLAIM_NUMBER = 13;

/**
 * The numbers of ours that an answer may mean by this one, most exact first: as sent, in upper case, without the zeros put before
 * it, and without what was written behind the places that are ours.
 */
export function claimNumbersMeantBy(answered: string): string[] {
  const trimmed = answered.trim();
  const upper = trimmed.toUpperCase();
  const stripped = upper.replace(/^0+/, '');
  const spellings = [trimmed, upper, stripped, stripped.slice(0, LONGEST_CLAIM_NUMBER).trimEnd()];
  return [...new Set(spellings)].filter((each) => each !== '');
}

/** Under which a number that is none of ours is remembered; undefined for what stands for no number, such as `0` or `NONE`. */
export function foreignNumberKey(answered: string): string | undefined {
  const key = answered.trim().toUpperCase();
  const isNumber = /\d/.test(key) && key.replace(/[^A-Z0-9]/g, '').replace(/^0+/, '').length >= 4;
  return isNumber ? key : undefined;
}

/** Compares member numbers without case, blanks, hyphens and what else divides them. */
export const memberKey = (memberId: string): string => memberId.toUpperCase().replace(/[^A-Z0-9]/g, '');
