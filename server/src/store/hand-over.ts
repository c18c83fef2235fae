/** Files change connections with the account that they were made for: what is said of them comes by that account alone. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import { MAIN_CONNECTION, type MadeFor } from '../clearinghouse/index.ts';
import { fromJson } from './json.ts';
import type { OutboundState } from './outbound-files.ts';
import { connections, inboundFiles, outboundFiles } from './schema.ts';
import type { Scope } from './store.ts';

/** Whose upload no round has in hand. */
const AT_REST = ['sent', 'unknown', 'accepted', 'rejected'] as const satisfies OutboundState[];

/** Those of all other connections whose account fits. A trial stays with its connection. */
export async function handOverFiles(
  scope: Scope,
  to: string,
  fits: (account: MadeFor) => boolean,
): Promise<void> {
  const elsewhere = and(
    eq(outboundFiles.practiceId, scope.practiceId),
    inArray(outboundFiles.state, [...AT_REST]),
    ne(outboundFiles.connectionId, to),
    eq(outboundFiles.isTrial, false),
  );
  const accounts = await scope.db
    .selectDistinct({ madeFor: outboundFiles.madeFor })
    .from(outboundFiles)
    .where(and(elsewhere, isNotNull(outboundFiles.madeFor)));
  const fitting = accounts.flatMap(({ madeFor }) =>
    madeFor !== null && fits(fromJson<MadeFor>(madeFor)) ? [madeFor] : [],
  );
  if (fitting.length === 0) return;
  await scope.db
    .update(outboundFiles)
    .set({ connectionId: to })
    .where(and(elsewhere, inArray(outboundFiles.madeFor, fitting)));
}

export async function handOverFile(scope: Scope, id: string, to: string): Promise<void> {
  await scope.db
    .update(outboundFiles)
    .set({ connectionId: to })
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.id, id)));
}

/** What came and nobody has read: it is read as what it is, the answers of that account. */
export async function handOverUnread(scope: Scope, from: string, to: string): Promise<void> {
  await scope.db
    .update(inboundFiles)
    .set({ connectionId: to })
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.connectionId, from),
        eq(inboundFiles.state, 'stored'),
      ),
    );
}

/** A second connection with the same account, as it stands: refused log-ins and a pause hold for it too. It asks no questions. */
export async function copyConnection(
  scope: Scope,
  from: string,
  copy: { readonly id: string; readonly name: string; readonly at: UtcInstant },
): Promise<void> {
  const [row] = await scope.db
    .select()
    .from(connections)
    .where(and(eq(connections.practiceId, scope.practiceId), eq(connections.id, from)));
  if (!row || copy.id === MAIN_CONNECTION)
    throw new Error('a copy is of a connection, and never the main one');
  const { id, name, at } = copy;
  await scope.db.insert(connections).values({
    ...row,
    id,
    name,
    stateSince: at,
    nextTryAt: null,
    realTime: null,
    sealedRealTimeSecret: null,
  });
}
