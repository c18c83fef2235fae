/** The practice's accounts at clearinghouses as an admin sees them: everything but the passwords. */
import { type Connections, PROFILE_IDS } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { PROFILES } from '../../clearinghouse/index.ts';
import { listConnections } from '../../store/connections.ts';
import { getExchangeStatus } from '../../store/exchange-status.ts';
import { readRouting } from '../../store/routing.ts';
import type { Scope } from '../../store/store.ts';

export async function connectionsOf(scope: Scope, now: UtcInstant): Promise<Connections> {
  const exchange = await getExchangeStatus(scope, now);
  const { routes } = await readRouting(scope);
  const { filesNeedingPerson: _, others, ...main } = exchange;
  const statuses = [main, ...others];
  const connections = (await listConnections(scope)).flatMap(({ id, name, settings, realTime }) => {
    const status = statuses.find((each) => each.id === id);
    const own = routes.filter(({ connectionId }) => connectionId === id);
    const valuesOf = (kind: (typeof own)[number]['kind']) =>
      own.filter((route) => route.kind === kind).map(({ value }) => value);
    const routed = {
      payerIds: valuesOf('payer'),
      claimFilingIndicators: valuesOf('filing-indicator'),
    };
    return status ? [{ id, name, settings, realTime: realTime?.account ?? null, status, routed }] : [];
  });
  return { connections, clearinghouses: PROFILE_IDS.map(known) };
}

function known(profileId: (typeof PROFILE_IDS)[number]) {
  const { name, host, port, envelope } = PROFILES[profileId];
  return { profileId, name, host, port, hasReceiverId: envelope.receiverId !== '' };
}
