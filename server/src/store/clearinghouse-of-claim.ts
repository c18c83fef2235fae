/** By which clearinghouse a claim left, or would leave now. */
import type { Claim } from '@claimside/shared/claim';
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, sql } from 'drizzle-orm';
import { connectionFor } from '../clearinghouse/index.ts';
import { connectionNames } from './connections.ts';
import { fromJson } from './json.ts';
import { oncePerConnection } from './prepared.ts';
import { readRouting } from './routing.ts';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/** As people call its connection; empty where none is set up. */
export async function clearinghouseOfClaim(scope: Scope, claimId: string, now: UtcInstant): Promise<string> {
  const { db, practiceId } = scope;
  const [row] = await claimWithFile(db).execute({ practiceId, claimId });
  if (!row) return '';
  const routed = async () =>
    connectionFor(await readRouting(scope), fromJson<Claim>(row.claim).coverage, now);
  return (await connectionNames(scope)).get(row.connectionId ?? (await routed())) ?? '';
}

const claimWithFile = oncePerConnection((db) =>
  db
    .select({ claim: claims.claim, connectionId: outboundFiles.connectionId })
    .from(claims)
    .leftJoin(outbox, eq(outbox.claimId, claims.id))
    .leftJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(eq(claims.practiceId, sql.placeholder('practiceId')), eq(claims.id, sql.placeholder('claimId'))),
    )
    .prepare(),
);
