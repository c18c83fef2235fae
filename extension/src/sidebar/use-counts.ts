/** How much waits in the other views. */
import { useClaimCounts, useFiles, useRemittances } from '../ui/server/index.ts';

export function useCounts(seesPayments: boolean) {
  const claims = useClaimCounts();
  const files = useFiles(seesPayments);
  const remittances = useRemittances(seesPayments);
  return {
    claims: claims.data?.['needs-you'],
    payments:
      (files.data ?? []).filter((file) => file.state === 'needs-person').length +
      (remittances.data ?? []).filter((remittance) => remittance.state !== 'posted').length,
  };
}
