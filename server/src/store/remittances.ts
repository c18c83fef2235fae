/** Remittances as people see them, newest payment first. */
import type { RemittanceSummary } from '@claimside/shared/api';
import { desc, eq } from 'drizzle-orm';
import { remittances } from './schema.ts';
import type { Scope } from './store.ts';

/** Most remittances a list shows. */
const LIST_LIMIT = 200;

export async function listRemittances(scope: Scope): Promise<RemittanceSummary[]> {
  const rows = await scope.db
    .select({
      id: remittances.id,
      checkNumber: remittances.checkNumber,
      paymentDate: remittances.paymentDate,
      payerName: remittances.payerName,
      total: remittances.total,
      claims: remittances.claimCount,
      state: remittances.state,
      reason: remittances.reason,
    })
    .from(remittances)
    .where(eq(remittances.practiceId, scope.practiceId))
    .orderBy(desc(remittances.paymentDate), desc(remittances.createdAt), desc(remittances.id))
    .limit(LIST_LIMIT);
  return rows.map((row) => ({ ...row, state: row.state as RemittanceSummary['state'] }));
}
