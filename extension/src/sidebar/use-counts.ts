/** How much waits in the other views. */
import type { Role } from '@claimside/shared/api';
import { useClaimCounts, useExchange, useWaitingRemittances } from '../ui/server/index.ts';
import { firstListOf } from './claims/lists/lists.ts';

/** For who sees no money without the payments; of claims, what the list that they see first holds. */
export function useCounts(role: Role) {
  const claims = useClaimCounts();
  const files = useExchange();
  const remittances = useWaitingRemittances(role !== 'clinician');
  return {
    claims: claims.data?.[firstListOf(role)],
    payments: (files.data?.filesNeedingPerson ?? 0) + (remittances.data ?? 0),
  };
}
