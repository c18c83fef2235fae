/** Which of the waiting claims share a file: by the payer rules and the limits of the clearinghouse. */
import type { ClearinghouseProfile } from '../clearinghouse/index.ts';
import type { NumberedClaim } from '../transactions/claim-837p/index.ts';
import type { VerifiedFile } from './write-verified.ts';

/** Those that leave with the first: of its payer alone where the profile wants that, else with all payers that share. */
export function firstBatch<Entry extends NumberedClaim>(
  { payersAlone }: Pick<ClearinghouseProfile, 'payersAlone'>,
  claims: readonly Entry[],
): Entry[] {
  const groupOf = ({ claim }: Entry) =>
    payersAlone.includes(claim.coverage.payerId) ? claim.coverage.payerId : null;
  const [first] = claims;
  return first === undefined ? [] : claims.filter((claim) => groupOf(claim) === groupOf(first));
}

/** A file that would be too large is written again with so much less that it should fit. */
const LESS = 0.9;

/** As many of the claims, from the first on, as fit a file of `maximumBytes`; `tooLarge`: the first alone does not. */
export async function writeWithin<Entry extends NumberedClaim>(
  maximumBytes: number,
  write: (claims: readonly Entry[]) => Promise<VerifiedFile<Entry>>,
  claims: readonly Entry[],
): Promise<VerifiedFile<Entry> & { readonly tooLarge: readonly Entry[] }> {
  for (let some = claims; ; ) {
    const verified = await write(some);
    const size = verified.file?.bytes.length ?? 0;
    if (size <= maximumBytes) return { ...verified, tooLarge: [] };
    if (verified.written.length === 1)
      return { file: undefined, written: [], refused: verified.refused, tooLarge: verified.written };
    const fewer = Math.floor((verified.written.length * maximumBytes * LESS) / size);
    some = verified.written.slice(0, Math.max(1, Math.min(fewer, verified.written.length - 1)));
  }
}
