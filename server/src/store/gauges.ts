/** How much of everything there is, for whoever watches the server: numbers alone. */
import { count, eq, isNull, min } from 'drizzle-orm';
import { connections, inboundFiles, listSizes, outboundFiles, outbox } from './schema.ts';
import type { Db } from './store.ts';

export interface StateCount {
  readonly state: string;
  /** Of the connection; empty for files that people brought. */
  readonly connection: string;
  readonly count: number;
}

export interface Gauges {
  readonly outboundFiles: readonly StateCount[];
  readonly inboundFiles: readonly StateCount[];
  readonly connections: readonly StateCount[];
  /** By list or status, as kept with the lists. */
  readonly claims: readonly { readonly of: string; readonly count: number }[];
  readonly claimsInNoFile: number;
  /** Instant of the oldest of those. */
  readonly oldestInNoFile: string | null;
}

export async function readGauges(db: Db): Promise<Gauges> {
  const [queue] = await db
    .select({ claims: count(), oldest: min(outbox.createdAt) })
    .from(outbox)
    .where(isNull(outbox.outboundFileId));
  const sizes = await db.select({ of: listSizes.of, claims: listSizes.claims }).from(listSizes);
  const claims = new Map<string, number>();
  for (const { of, claims: many } of sizes) claims.set(of, (claims.get(of) ?? 0) + many);
  // Those that were read are told by no state that matters, and are many.
  const inbound = await db
    .select({ state: inboundFiles.state, connection: inboundFiles.connectionId, count: count() })
    .from(inboundFiles)
    .where(eq(inboundFiles.state, 'needs-person'))
    .groupBy(inboundFiles.state, inboundFiles.connectionId);
  const accounts = await db
    .select({ state: connections.state, connection: connections.id, paused: connections.pausedAt })
    .from(connections)
    .where(isNull(connections.removedAt));
  return {
    outboundFiles: await db
      .select({ state: outboundFiles.state, connection: outboundFiles.connectionId, count: count() })
      .from(outboundFiles)
      .groupBy(outboundFiles.state, outboundFiles.connectionId),
    inboundFiles: inbound.map(({ connection, ...row }) => ({ ...row, connection: connection ?? '' })),
    connections: accounts.map(({ state, paused, ...row }) => ({
      ...row,
      state: paused === null ? state : 'paused',
      count: 1,
    })),
    claims: [...claims].map(([of, many]) => ({ of, count: many })),
    claimsInNoFile: queue?.claims ?? 0,
    oldestInNoFile: queue?.oldest ?? null,
  };
}
