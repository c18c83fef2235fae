/** By which clearinghouse a claim left, or would leave now. */
import type { Claim } from '@claimside/shared/claim';
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, sql } from 'drizzle-orm';
import { connectionFor, isForAnother, type MadeFor, madeFor, placeOf } from '../clearinghouse/index.ts';
import { connectionNames, findConnection } from './connections.ts';
import { fromJson } from './json.ts';
import { oncePerConnection } from './prepared.ts';
import { readRouting } from './routing.ts';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/**
 * As people call its connection, or as they find the account that its file was made for, where the connection has another one by
 * now; empty where none is set up.
 */
export async function clearinghouseOfClaim(scope: Scope, claimId: string, now: UtcInstant): Promise<string> {
  const { db, practiceId } = scope;
  const [row] = await claimWithFile(db).execute({ practiceId, claimId });
  if (!row) return '';
  const routed = async () =>
    connectionFor(await readRouting(scope), fromJson<Claim>(row.claim).coverage, now);
  const id = row.connectionId ?? (await routed());
  const house = row.madeFor === null ? undefined : fromJson<MadeFor>(row.madeFor);
  const connection = house && (await findConnection(scope, id));
  return connection && isForAnother(house, madeFor(connection.settings))
    ? placeOf(house)
    : ((await connectionNames(scope)).get(id) ?? '');
}

const claimWithFile = oncePerConnection((db) =>
  db
    .select({ claim: claims.claim, connectionId: outboundFiles.connectionId, madeFor: outboundFiles.madeFor })
    .from(claims)
    .leftJoin(outbox, eq(outbox.claimId, claims.id))
    .leftJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(eq(claims.practiceId, sql.placeholder('practiceId')), eq(claims.id, sql.placeholder('claimId'))),
    )
    .prepare(),
);
