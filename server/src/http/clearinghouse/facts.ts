/** What edits have to know of the practice's clearinghouses. */
import { ClaimEnrollment, type ClearinghouseFacts, type PracticePayer } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { hasStarted, MAIN_CONNECTION, profileOf } from '../../clearinghouse/index.ts';
import { listedFactsOf } from '../../payer-list/index.ts';
import { listConnections } from '../../store/connections.ts';
import { listEnrollments } from '../../store/enrollments.ts';
import { getPractice } from '../../store/practices.ts';
import { readRouting } from '../../store/routing.ts';
import type { Scope } from '../../store/store.ts';

/** Null until the practice has an account at one. */
export async function clearinghouseFactsOf(
  scope: Scope,
  now: UtcInstant,
): Promise<ClearinghouseFacts | null> {
  const connections = await listConnections(scope);
  const known = connections.map(({ id, settings }) => ({ id, profile: profileOf(settings) }));
  const main = known.find(({ id }) => id === MAIN_CONNECTION);
  if (!main) return null;
  const others = known.filter(({ id, profile }) => id !== MAIN_CONNECTION && hasStarted(profile, now));
  const { payerIdPattern } = main.profile;
  const { routes } = await readRouting(scope);
  const valuesOf = (id: string, kind: (typeof routes)[number]['kind']) =>
    routes.filter((route) => route.connectionId === id && route.kind === kind).map(({ value }) => value);
  const routed = others.map(({ id, profile }) => ({
    payerIds: valuesOf(id, 'payer'),
    claimFilingIndicators: valuesOf(id, 'filing-indicator'),
    payerIdPattern: profile.payerIdPattern,
  }));
  const { settings } = await getPractice(scope);
  const isRouted = ({ payerId, claimFilingIndicator }: PracticePayer) =>
    routed.some(
      (other) =>
        other.payerIds.includes(payerId) || other.claimFilingIndicators.includes(claimFilingIndicator),
    );
  const listed = await listedFactsOf(
    scope,
    (settings?.payers ?? []).filter((payer) => !isRouted(payer)),
  );
  const enrollments = (await listEnrollments(scope, 'edi')).map((one) => ClaimEnrollment.parse(one));
  return {
    payerIdPattern,
    ...(routed.length > 0 && { routed }),
    ...(listed && { listed }),
    ...(enrollments.length > 0 && { enrollments }),
  };
}
