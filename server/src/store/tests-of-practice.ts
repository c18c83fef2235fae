/** Claims that were billed as tests: found, and taken out of what visits, patients and services are looked up by. */
import { and, eq, inArray, like, not, sql } from 'drizzle-orm';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

export interface TestClaim {
  readonly id: string;
  /** It stands for its account. */
  readonly isLast: boolean;
  /** No file was made of it. */
  readonly waits: boolean;
}

/** In front of the keys of claims that count no more. */
const ENDED = 'test ';

/** Left in a test file, or waits and was billed while the account took tests; not those that were ended before. */
export async function listTestClaims({ db, practiceId }: Scope): Promise<TestClaim[]> {
  const rows = await db
    .select({ id: claims.id, followedBy: claims.followedBy, fileId: outbox.outboundFileId })
    .from(outbox)
    .innerJoin(claims, eq(claims.id, outbox.claimId))
    .leftJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(
        eq(outbox.practiceId, practiceId),
        sql`coalesce(${outboundFiles.mode}, ${outbox.mode}) = 'test'`,
        isNoEndedTest(),
      ),
    );
  return rows.map(({ id, followedBy, fileId }) => ({
    id,
    isLast: followedBy === null,
    waits: fileId === null,
  }));
}

const AT_ONCE = 500;

/** From now on the same visit, services and patient find nothing of these claims. */
export async function endTestClaims({ db, practiceId }: Scope, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_ONCE)
    await db
      .update(claims)
      .set({
        visitKey: sql`${ENDED} || ${claims.visitKey}`,
        servicesKey: sql`${ENDED} || ${claims.servicesKey}`,
        patientKey: '',
      })
      .where(and(eq(claims.practiceId, practiceId), inArray(claims.id, ids.slice(from, from + AT_ONCE))));
}

/** Of claims that are no test that was ended. */
export const isNoEndedTest = () => not(like(claims.visitKey, `${ENDED}%`));
