/** Whose claims go by another connection than the main one. */
import type { IsoDate } from '@claimside/shared/values';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ConnectionSettings, Route, Routing } from '../clearinghouse/index.ts';
import { fromJson } from './json.ts';
import { oncePerConnection } from './prepared.ts';
import { connections, payerRoutes } from './schema.ts';
import type { Scope } from './store.ts';

export async function readRouting({ db, practiceId }: Scope): Promise<Routing> {
  const routes = (await routesOf(db).execute({ practiceId })) as readonly Route[];
  if (routes.length === 0) return { routes, startsOn: new Map() };
  const rows = await accountsOf(db).execute({ practiceId });
  const startsOn = new Map<string, IsoDate>();
  for (const { id, settings } of rows) {
    const day = fromJson<Partial<ConnectionSettings> | null>(settings)?.startsOn;
    if (day !== undefined) startsOn.set(id, day as IsoDate);
  }
  return { routes, startsOn };
}

const routesOf = oncePerConnection((db) =>
  db
    .select({
      kind: payerRoutes.kind,
      value: payerRoutes.value,
      connectionId: payerRoutes.connectionId,
    })
    .from(payerRoutes)
    .where(eq(payerRoutes.practiceId, sql.placeholder('practiceId')))
    .orderBy(asc(payerRoutes.kind), asc(payerRoutes.value))
    .prepare(),
);

const accountsOf = oncePerConnection((db) =>
  db
    .select({ id: connections.id, settings: connections.settings })
    .from(connections)
    .where(and(eq(connections.practiceId, sql.placeholder('practiceId')), isNull(connections.removedAt)))
    .prepare(),
);

/** These and no others go by this connection. Throws when one goes by another already: ask `readRouting` inside the same transaction. */
export async function setRoutesTo(
  scope: Scope,
  connectionId: string,
  routes: readonly Omit<Route, 'connectionId'>[],
): Promise<void> {
  await scope.db
    .delete(payerRoutes)
    .where(and(eq(payerRoutes.practiceId, scope.practiceId), eq(payerRoutes.connectionId, connectionId)));
  for (const { kind, value } of routes)
    await scope.db.insert(payerRoutes).values({ practiceId: scope.practiceId, kind, value, connectionId });
}
