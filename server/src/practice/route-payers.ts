/** Says whose claims go by a connection beside the main one: claims that wait follow, what is in a file does not. */
import type { RoutedPayers } from '@claimside/shared/api';
import { err, ok, type Result, type UtcInstant } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import { MAIN_CONNECTION, type Route } from '../clearinghouse/index.ts';
import type { Runtime } from '../runtime.ts';
import { attempt } from '../store/attempt.ts';
import { connectionNames, findConnection } from '../store/connections.ts';
import { countOfOtherMode } from '../store/outbox.ts';
import { getPractice } from '../store/practices.ts';
import { readRouting, setRoutesTo } from '../store/routing.ts';
import type { Scope, Store } from '../store/store.ts';

export interface RouteRefusal {
  readonly code:
    | 'not-found'
    | 'payer-routed-already'
    | 'payer-unknown'
    | 'main-connection-stays'
    | 'claims-wait-in-other-mode';
  readonly why: string;
}

/** These go by the connection from now on, and no others; each by one connection alone. */
export function routePayers(
  deps: { readonly store: Store; readonly runtime: Runtime; readonly practiceId: string },
  byDevice: string | null,
  id: string,
  { payerIds, claimFilingIndicators }: RoutedPayers,
): Promise<Result<void, RouteRefusal>> {
  const { runtime, practiceId } = deps;
  return deps.store.transaction(async (db) => {
    const scope = { db, practiceId };
    if (!(await findConnection(scope, id)))
      return err({ code: 'not-found', why: 'There is no such connection (any more).' });
    if (id === MAIN_CONNECTION)
      return err({
        code: 'main-connection-stays',
        why: 'All payers go by the main connection unless they are routed to another: nothing is routed to it.',
      });
    const routes = [
      ...[...new Set(payerIds)].map((value) => ({ kind: 'payer', value }) as const),
      ...[...new Set(claimFilingIndicators)].map((value) => ({ kind: 'filing-indicator', value }) as const),
    ];
    const refusal = (await refuseTaken(scope, id, routes)) ?? (await refuseUnknown(scope, id, payerIds));
    if (refusal) return err(refusal);
    const stranded = await attempt(scope, async () => {
      const before = await strandedClaims(scope, id, runtime.now());
      await setRoutesTo(scope, id, routes);
      const more = (await strandedClaims(scope, id, runtime.now())) - before;
      return { keep: more <= 0, more };
    });
    if (!stranded.keep) return err(refuseStranded(stranded.more));
    await recordAudit(runtime, scope, byDevice, 'payers-routed', id);
    return ok(undefined);
  });
}

async function refuseTaken(
  scope: Scope,
  id: string,
  wanted: readonly Omit<Route, 'connectionId'>[],
): Promise<RouteRefusal | undefined> {
  const { routes } = await readRouting(scope);
  const taken = routes.find(
    (route) =>
      route.connectionId !== id &&
      wanted.some(({ kind, value }) => kind === route.kind && value === route.value),
  );
  if (!taken) return undefined;
  const name = (await connectionNames(scope)).get(taken.connectionId) ?? 'another connection';
  const what = taken.kind === 'payer' ? `Payer ${taken.value}` : `Claim filing indicator ${taken.value}`;
  return {
    code: 'payer-routed-already',
    why: `${what} goes by ${name} already, and can go by one connection only. Take it out there first.`,
  };
}

/** What waits in one mode for this connection or the main one, between which claims move, and goes by it in the other. */
async function strandedClaims(scope: Scope, id: string, now: UtcInstant): Promise<number> {
  return (await countOfOtherMode(scope, id, now)) + (await countOfOtherMode(scope, MAIN_CONNECTION, now));
}

const refuseStranded = (claims: number): RouteRefusal => ({
  code: 'claims-wait-in-other-mode',
  why: `${claims === 1 ? '1 claim waits' : `${claims} claims wait`} that would then go by a connection in the other mode, test or live, and not leave. Let them leave first, or set the mode of both connections alike.`,
});

/** One that was routed before may have gone from the practice's list meanwhile. */
async function refuseUnknown(
  scope: Scope,
  id: string,
  payerIds: readonly string[],
): Promise<RouteRefusal | undefined> {
  const { settings } = await getPractice(scope);
  const { routes } = await readRouting(scope);
  const known = new Set([
    ...(settings?.payers ?? []).map(({ payerId }) => payerId),
    ...routes.filter(({ connectionId }) => connectionId === id).map(({ value }) => value),
  ]);
  const unknown = payerIds.find((payerId) => !known.has(payerId));
  if (unknown === undefined) return undefined;
  return {
    code: 'payer-unknown',
    why: `The practice has no payer with the ID ${unknown}, so its claims would go on by the main connection. Add the payer to the practice first.`,
  };
}
