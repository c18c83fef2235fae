/** Patients as claims know them, found by the beginning of a name or by a member ID. */
import { memberKey } from '@claimside/shared/matching';
import { and, eq, ne } from 'drizzle-orm';
import { startsWith } from './dialect.ts';
import { namesSought } from './name-keys.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';

/** Claims that are looked through for one text: a beginning that more share is to be narrowed. */
const MOST_CLAIMS = 1_000;
/** A number shorter than this finds nobody. */
const LEAST_OF_MEMBER = 3;

/** Keys of at most `limit` patients, each once. */
export async function listPatientKeysOfClaims(scope: Scope, text: string, limit: number): Promise<string[]> {
  const member = memberKey(text);
  const ways = [
    ...namesSought(text).map(({ last, later, first }) =>
      and(
        last === undefined ? undefined : startsWith(claims.lastNameKey, last),
        later === undefined ? undefined : startsWith(claims.laterNameKey, later),
        first === undefined ? undefined : startsWith(claims.firstNameKey, first),
      ),
    ),
    ...(member.length < LEAST_OF_MEMBER ? [] : [startsWith(claims.memberKey, member)]),
  ];
  const keys = new Set<string>();
  // One by one, as each has an index of its own.
  for (const way of ways) {
    const rows = await scope.db
      .select({ patientKey: claims.patientKey })
      .from(claims)
      .where(and(eq(claims.practiceId, scope.practiceId), ne(claims.patientKey, ''), way))
      .limit(MOST_CLAIMS);
    for (const { patientKey } of rows) {
      if (keys.size === limit) return [...keys];
      keys.add(patientKey);
    }
  }
  return [...keys];
}
