/** Asks the server anew for all that a payment or a file of payments may change. */
import { useQueryClient } from '@tanstack/preact-query';

const CHANGED = ['remittances', 'files', 'exchange', 'claims', 'claim', 'unmatched'];

/** Resolves once what is in sight is as the server has it. */
export function useAfresh(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () => Promise.all(CHANGED.map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
