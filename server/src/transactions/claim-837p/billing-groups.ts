/** Claims by who bills them, as is written of the billing provider: a level of the file for each. */
import { isDeepStrictEqual } from 'node:util';
import type { Claim } from '@claimside/shared/claim';
import { billingProviderAsWritten } from './as-written.ts';
import type { ClaimFileEnvelope, NumberedClaim } from './model.ts';

export interface BillingGroup {
  /** One object for all of them, so that nobody has to compare it claim by claim. */
  readonly billingProvider: Claim['billingProvider'];
  readonly claims: NumberedClaim[];
}

/** In the order in which each first appears. */
export function billingGroups(
  claims: readonly NumberedClaim[],
  submitter: ClaimFileEnvelope['submitter'],
): readonly BillingGroup[] {
  const groups = new Map<string, BillingGroup>();
  let last: { readonly said: Claim['billingProvider']; readonly group: BillingGroup } | undefined;
  for (const numbered of claims) {
    const said = numbered.claim.billingProvider;
    // Neighbours mostly have the same one.
    if (!last || !isDeepStrictEqual(last.said, said)) {
      const billingProvider = billingProviderAsWritten(numbered.claim, submitter);
      const key = JSON.stringify(billingProvider);
      const group = groups.get(key) ?? { billingProvider, claims: [] };
      groups.set(key, group);
      last = { said, group };
    }
    last.group.claims.push(numbered);
  }
  return [...groups.values()];
}
