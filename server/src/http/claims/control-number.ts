/** Allots CLM01: what every answer from clearinghouse and payer comes back under. */
import { type Runtime, randomText } from '../../runtime.ts';
import { isControlNumberTaken } from '../../store/claims.ts';
import type { Scope } from '../../store/store.ts';

/** No vowels and no 0, 1, I, O: no words, nothing to misread on the phone. */
const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';
const LENGTH = 9;
const ATTEMPTS = 20;

/** `C` and nine random characters (43 bits): what cutting, upper case and stripped zeros do to it leaves it whole. */
export function randomControlNumber(runtime: Pick<Runtime, 'randomBytes'>): string {
  return `C${randomText(runtime, LETTERS, LENGTH)}`;
}

/** A number that is new in the practice. Call inside the transaction that stores the claim. */
export async function allotControlNumber(
  runtime: Pick<Runtime, 'randomBytes'>,
  scope: Scope,
): Promise<string> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const number = randomControlNumber(runtime);
    if (!(await isControlNumberTaken(scope, number))) return number;
  }
  throw new Error('no free patient control number: the source of random bytes repeats itself');
}
