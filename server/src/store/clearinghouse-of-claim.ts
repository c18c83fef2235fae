/** By which clearinghouse a claim left, or would leave now. */
import type { Claim } from '@claimside/shared/claim';
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq } from 'drizzle-orm';
import { connectionFor } from '../clearinghouse/index.ts';
import { connectionNames } from './connections.ts';
import { fromJson } from './json.ts';
import { readRouting } from './routing.ts';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/** As people call its connection; empty where none is set up. */
export async function clearinghouseOfClaim(scope: Scope, claimId: string, now: UtcInstant): Promise<string> {
  const [row] = await scope.db
    .select({ claim: claims.claim, connectionId: outboundFiles.connectionId })
    .from(claims)
    .leftJoin(outbox, eq(outbox.claimId, claims.id))
    .leftJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  if (!row) return '';
  const routed = async () =>
    connectionFor(await readRouting(scope), fromJson<Claim>(row.claim).coverage, now);
  return (await connectionNames(scope)).get(row.connectionId ?? (await routed())) ?? '';
}
