/** How much waits in the other views. */
import { useClaimCounts, useExchange, useWaitingRemittances } from '../ui/server/index.ts';

/** Without the payments, of claims what may be corrected. */
export function useCounts(seesPayments: boolean) {
  const claims = useClaimCounts();
  const files = useExchange();
  const remittances = useWaitingRemittances(seesPayments);
  return {
    claims: claims.data?.[seesPayments ? 'needs-you' : 'rejected'],
    payments: (files.data?.filesNeedingPerson ?? 0) + (remittances.data ?? 0),
  };
}
