/** The enrollments as they stand, and for which payers the clearinghouse's list asks for one. */
import type { Enrollments } from '@claimside/shared/api';
import { eraPayersOf, listedFactsOf } from '../payer-list/index.ts';
import { listEnrollments } from '../store/enrollments.ts';
import { getPractice } from '../store/practices.ts';
import type { Scope } from '../store/store.ts';

export async function readEnrollments(scope: Scope): Promise<Enrollments> {
  const { settings } = await getPractice(scope);
  const payers = settings?.payers ?? [];
  const listed = await listedFactsOf(scope, payers);
  const needing = (isNeeded: boolean | undefined) =>
    (listed ?? []).flatMap(({ payerId, needsEnrollment }) => (needsEnrollment === isNeeded ? [payerId] : []));
  return {
    enrollments: await listEnrollments(scope),
    listedPayerIds: needing(true),
    listedEraPayerIds: await eraPayersOf(scope, payers),
    notSaidPayerIds: listed ? needing(undefined) : payers.map(({ payerId }) => payerId),
    hasPayerList: listed !== undefined,
  };
}
