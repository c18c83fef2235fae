/** Remittances as they are received: the same one in two files is stored, and posted, once. */
import type { RemittanceSummary } from '@claimside/shared/api';
import type { Cents, IsoDate, UtcInstant } from '@claimside/shared/values';
import { and, eq } from 'drizzle-orm';
import { remittances } from './schema.ts';
import type { Scope } from './store.ts';

export interface NewRemittance {
  readonly id: string;
  readonly paymentKey: string;
  readonly contentHash: string;
  readonly inboundFileId: string;
  readonly checkNumber: string;
  readonly paymentDate: IsoDate;
  readonly payerName: string;
  readonly total: Cents;
  readonly claimCount: number;
  readonly state: RemittanceSummary['state'];
  /** Why it waits; no patient data. */
  readonly reason: string | null;
  readonly createdAt: UtcInstant;
}

/** False when this payment with this content is here already. Call inside a transaction. */
export async function insertRemittance(scope: Scope, remittance: NewRemittance): Promise<boolean> {
  const rows = await scope.db
    .insert(remittances)
    .values({ ...remittance, practiceId: scope.practiceId })
    .onConflictDoNothing()
    .returning({ id: remittances.id });
  return rows.length > 0;
}

/** Content hashes and states of what was received under this payment key. */
export async function listRemittancesOfPayment(
  scope: Scope,
  paymentKey: string,
): Promise<{ contentHash: string; state: string }[]> {
  return scope.db
    .select({ contentHash: remittances.contentHash, state: remittances.state })
    .from(remittances)
    .where(and(eq(remittances.practiceId, scope.practiceId), eq(remittances.paymentKey, paymentKey)));
}
