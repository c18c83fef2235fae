/** What a search looks for: names and payers by any part, dates and amounts written any usual way, numbers as a whole. */
import { parseDate, parseMoney } from '@claimside/shared/values';
import { and, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import { containsText } from './dialect.ts';
import { claimCheckNumbers, claimPayerNumbers, claims } from './schema.ts';
import type { Scope } from './store.ts';

/** Claims that one check or payer number may name; more than these is no number to find a claim by. */
const MOST_BY_NUMBER = 500;

/** Our number, patient or payer holding the text, or exactly this service date or charge. */
export function textMatching(text: string): SQL | undefined {
  const date = parseDate(text);
  const amount = parseMoney(text);
  return or(
    containsText(claims.patientControlNumber, text),
    containsText(claims.patientName, text),
    containsText(claims.payerName, text),
    date === undefined ? undefined : eq(claims.serviceDate, date),
    amount === undefined ? undefined : eq(claims.totalCharge, amount),
  );
}

/** The payer's number of the claim, or that of a check that paid it. */
export async function numbersMatching(scope: Scope, number: string): Promise<SQL | undefined> {
  const ids: string[] = [];
  for (const table of [claimPayerNumbers, claimCheckNumbers]) {
    const rows = await scope.db
      .select({ claimId: table.claimId })
      .from(table)
      .where(and(eq(table.practiceId, scope.practiceId), eq(table.number, number)))
      .limit(MOST_BY_NUMBER);
    ids.push(...rows.map(({ claimId }) => claimId));
  }
  return ids.length === 0 ? undefined : inArray(claims.id, ids);
}

/** Ids of the newest claims that fit. */
export async function findIdsInOrder(scope: Scope, where: SQL | undefined, limit: number): Promise<string[]> {
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), where))
    .orderBy(desc(claims.createdAt), desc(claims.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}
