/** How much of everything there is, for whoever watches the server: numbers alone. */
import { count, eq, isNull, min } from 'drizzle-orm';
import { connections, inboundFiles, listSizes, outboundFiles, outbox } from './schema.ts';
import type { Db } from './store.ts';

export interface Gauges {
  readonly outboundFiles: readonly { readonly state: string; readonly count: number }[];
  readonly inboundFiles: readonly { readonly state: string; readonly count: number }[];
  readonly connections: readonly { readonly state: string; readonly count: number }[];
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
  return {
    outboundFiles: await db
      .select({ state: outboundFiles.state, count: count() })
      .from(outboundFiles)
      .groupBy(outboundFiles.state),
    // Those that were read are told by no state that matters, and are many.
    inboundFiles: await db
      .select({ state: inboundFiles.state, count: count() })
      .from(inboundFiles)
      .where(eq(inboundFiles.state, 'needs-person'))
      .groupBy(inboundFiles.state),
    connections: await db
      .select({ state: connections.state, count: count() })
      .from(connections)
      .groupBy(connections.state),
    claims: [...claims].map(([of, many]) => ({ of, count: many })),
    claimsInNoFile: queue?.claims ?? 0,
    oldestInNoFile: queue?.oldest ?? null,
  };
}
