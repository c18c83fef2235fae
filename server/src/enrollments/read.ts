/** The enrollments as they stand, and for which payers the clearinghouse's list asks for one. */
import type { Enrollments } from '@claimside/shared/api';
import { listedFactsOf } from '../payer-list/index.ts';
import { listEnrollments } from '../store/enrollments.ts';
import { getPractice } from '../store/practices.ts';
import type { Scope } from '../store/store.ts';

export async function readEnrollments(scope: Scope): Promise<Enrollments> {
  const { settings } = await getPractice(scope);
  const listed = (await listedFactsOf(scope, settings?.payers ?? [])) ?? [];
  return {
    enrollments: await listEnrollments(scope),
    listedPayerIds: listed.flatMap(({ payerId, needsEnrollment }) => (needsEnrollment ? [payerId] : [])),
  };
}
