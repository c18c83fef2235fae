/** One enrollment added, changed or taken out, on record. */
import type { EnrollmentChange, EnrollmentKey, StoredEnrollment } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import type { Runtime } from '../runtime.ts';
import { findEnrollment, removeEnrollment, saveEnrollment } from '../store/enrollments.ts';
import type { Store } from '../store/store.ts';

interface Context {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly practiceId: string;
}

/** Refused where somebody else changed it, added it or took it out since it was read. */
export async function changeEnrollment(
  { store, runtime, practiceId }: Context,
  byDevice: string,
  key: EnrollmentKey,
  { over, ...fields }: EnrollmentChange,
): Promise<Result<StoredEnrollment, 'changed-meanwhile'>> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const before = await findEnrollment(scope, key);
    if ((before?.changedAt ?? null) !== over) return err('changed-meanwhile');
    const changedAt = runtime.now();
    const enrollment = { ...key, ...fields, changedAt };
    await saveEnrollment(scope, enrollment);
    await recordAudit(runtime, scope, byDevice, 'enrollment-changed', subjectOf(key));
    return ok(enrollment);
  });
}

/** False where there is none. */
export async function endEnrollment(
  { store, runtime, practiceId }: Context,
  byDevice: string,
  key: EnrollmentKey,
): Promise<boolean> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    if (!(await findEnrollment(scope, key))) return false;
    await removeEnrollment(scope, key);
    await recordAudit(runtime, scope, byDevice, 'enrollment-removed', subjectOf(key));
    return true;
  });
}

const subjectOf = ({ kind, payerId, billingNpi }: EnrollmentKey): string =>
  `${kind} ${payerId} ${billingNpi}`;
