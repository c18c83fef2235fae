/** Remittances as people see them, and what they are called. */
import type { RemittanceSummary } from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import { chunks } from './chunks.ts';
import { withDecisions } from './decisions.ts';
import { depositState } from './deposit-state.ts';
import { unindexed } from './dialect.ts';
import { depositsOf } from './journal.ts';
import { inboundFiles, remittances } from './schema.ts';
import type { Scope } from './store.ts';

export const remittanceColumns = {
  id: remittances.id,
  checkNumber: remittances.checkNumber,
  paymentDate: remittances.paymentDate,
  payerName: remittances.payerName,
  paymentMethod: remittances.paymentMethod,
  total: remittances.total,
  claims: remittances.claimCount,
  state: remittances.state,
  reason: remittances.reason,
  posted: remittances.posted,
  paymentKey: remittances.paymentKey,
  decision: remittances.decision,
};

type Row = Omit<RemittanceSummary, 'deposit' | 'state' | 'decision'> & {
  readonly state: string;
  readonly decision: string | null;
  readonly posted: boolean;
  readonly paymentKey: string;
};

/** Each with whether its money has arrived, and what was decided of it. */
export async function summariesOf(scope: Scope, rows: readonly Row[]): Promise<RemittanceSummary[]> {
  const deposits = await depositsOf(
    scope,
    rows.map(({ paymentKey }) => paymentKey),
  );
  return (await withDecisions(scope, rows)).map(({ posted, paymentKey, state, ...row }) => ({
    ...row,
    state: state as RemittanceSummary['state'],
    deposit: posted ? depositState(cents(row.total), deposits.get(paymentKey)) : null,
  }));
}

export interface StoredRemittance {
  readonly summary: RemittanceSummary;
  readonly posted: boolean;
  readonly paymentKey: string;
  readonly contentHash: string;
  readonly fileId: string;
  readonly fileName: string;
}

export async function findRemittance(scope: Scope, id: string): Promise<StoredRemittance | undefined> {
  const [row] = await scope.db
    .select({
      ...remittanceColumns,
      contentHash: remittances.contentHash,
      fileId: inboundFiles.id,
      fileName: inboundFiles.name,
    })
    .from(remittances)
    .innerJoin(inboundFiles, eq(inboundFiles.id, remittances.inboundFileId))
    .where(and(eq(remittances.practiceId, scope.practiceId), eq(remittances.id, id)));
  if (!row) return undefined;
  const { contentHash, fileId, fileName, ...rest } = row;
  const [summary] = await summariesOf(scope, [rest]);
  if (!summary) return undefined;
  const { posted, paymentKey } = row;
  return { summary, posted, paymentKey, contentHash, fileId, fileName };
}

export interface PaymentName {
  readonly remittanceId: string | null;
  readonly checkNumber: string;
  readonly paymentDate: string;
  readonly payerName: string;
}

/** What people call these payments. */
export async function paymentsByKey(
  scope: Scope,
  paymentKeys: readonly string[],
): Promise<ReadonlyMap<string, PaymentName>> {
  const found = new Map<string, PaymentName>();
  for (const keys of chunks([...new Set(paymentKeys)], 500)) {
    const rows = await scope.db
      .select(remittanceColumns)
      .from(remittances)
      .where(
        and(
          eq(remittances.practiceId, scope.practiceId),
          inArray(remittances.paymentKey, keys),
          eq(remittances.posted, true),
        ),
      );
    for (const { id, paymentKey, checkNumber, paymentDate, payerName } of rows)
      found.set(paymentKey, { remittanceId: id, checkNumber, paymentDate, payerName });
  }
  return found;
}

/** Those of which something was posted, behind `after` in the order of their ids. */
export async function listPostedRemittances(
  scope: Scope,
  after: string,
  limit: number,
): Promise<(Pick<StoredRemittance, 'paymentKey' | 'contentHash' | 'fileId'> & { readonly id: string })[]> {
  return scope.db
    .select({
      id: remittances.id,
      paymentKey: remittances.paymentKey,
      contentHash: remittances.contentHash,
      fileId: remittances.inboundFileId,
    })
    .from(remittances)
    .where(
      and(
        eq(unindexed(remittances.practiceId), scope.practiceId),
        eq(remittances.posted, true),
        gt(remittances.id, after),
      ),
    )
    .orderBy(asc(remittances.id))
    .limit(limit);
}
