/** The practice's enrollments with payers, by payer, NPI and kind. */
import type { Enrollment, EnrollmentKey, StoredEnrollment } from '@claimside/shared/api';
import { and, asc, eq } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { enrollments } from './schema.ts';
import type { Scope } from './store.ts';

type Row = typeof enrollments.$inferSelect;
type More = Omit<Enrollment, keyof EnrollmentKey>;

/** All of them, or those of one kind. */
export async function listEnrollments(
  { db, practiceId }: Scope,
  kind?: EnrollmentKey['kind'],
): Promise<StoredEnrollment[]> {
  const rows = await db
    .select()
    .from(enrollments)
    .where(
      and(
        eq(enrollments.practiceId, practiceId),
        kind === undefined ? undefined : eq(enrollments.kind, kind),
      ),
    )
    .orderBy(asc(enrollments.payerId), asc(enrollments.billingNpi), asc(enrollments.kind));
  return rows.map(toEnrollment);
}

export async function findEnrollment(
  scope: Scope,
  key: EnrollmentKey,
): Promise<StoredEnrollment | undefined> {
  const [row] = await scope.db.select().from(enrollments).where(isOne(scope, key));
  return row && toEnrollment(row);
}

/** Adds it, or puts it in the place of the one with its key. Call inside a transaction. */
export async function saveEnrollment(scope: Scope, enrollment: StoredEnrollment): Promise<void> {
  const { kind, payerId, billingNpi, changedAt, ...more } = enrollment;
  await removeEnrollment(scope, enrollment);
  await scope.db.insert(enrollments).values({
    practiceId: scope.practiceId,
    kind,
    payerId,
    billingNpi,
    changedAt,
    more: toJson(more satisfies More),
  });
}

/** Call inside a transaction. */
export async function removeEnrollment(scope: Scope, key: EnrollmentKey): Promise<void> {
  await scope.db.delete(enrollments).where(isOne(scope, key));
}

const isOne = ({ practiceId }: Scope, { kind, payerId, billingNpi }: EnrollmentKey) =>
  and(
    eq(enrollments.practiceId, practiceId),
    eq(enrollments.kind, kind),
    eq(enrollments.payerId, payerId),
    eq(enrollments.billingNpi, billingNpi),
  );

function toEnrollment({ kind, payerId, billingNpi, changedAt, more }: Row): StoredEnrollment {
  return { kind, payerId, billingNpi, changedAt, ...fromJson<More>(more) };
}
