/** Claims that a file cannot be about: it came by one connection, and they left by another, in the other mode. */
import { and, eq, inArray, ne } from 'drizzle-orm';
import { chunks } from './chunks.ts';
import { connectionNames, findConnection } from './connections.ts';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/** Ids of those among the named claims; `connectionId` is the one that the file came by. */
export async function leftOtherwise(
  scope: Scope,
  connectionId: string,
  named: { readonly claimIds: readonly string[] } | { readonly patientControlNumbers: readonly string[] },
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const connection = await findConnection(scope, connectionId);
  if (!connection || (await connectionNames(scope)).size < 2) return found;
  const [column, values] =
    'claimIds' in named
      ? ([claims.id, named.claimIds] as const)
      : ([claims.patientControlNumber, named.patientControlNumbers] as const);
  for (const some of chunks(values, 500)) {
    const rows = await scope.db
      .select({ id: claims.id })
      .from(claims)
      .innerJoin(outbox, eq(outbox.claimId, claims.id))
      .innerJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
      .where(
        and(
          eq(claims.practiceId, scope.practiceId),
          inArray(column, some),
          ne(outboundFiles.connectionId, connectionId),
          ne(outboundFiles.mode, connection.settings.mode),
        ),
      );
    for (const { id } of rows) found.add(id);
  }
  return found;
}
