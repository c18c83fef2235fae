/** What of a claim's row decides on its money. */
import type { Claim } from '@claimside/shared/claim';
import { type Billed, billedOf } from '@claimside/shared/lifecycle';
import { cents } from '@claimside/shared/values';
import { fromJson } from './json.ts';

export function billedIn(row: { readonly totalCharge: number; readonly claim: string }): Billed {
  const charge = cents(row.totalCharge);
  // Most name no other insurance, and are not read.
  return row.claim.includes('"otherCoverages"')
    ? billedOf(charge, fromJson<Claim>(row.claim))
    : { charge, nextTurns: [] };
}
