/** Files on their way to the clearinghouse: frozen once, then only their state moves. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { ClaimPosition } from '../transactions/claim-837p/model.ts';
import { oneMore } from './dialect.ts';
import { fromJson, toJson } from './json.ts';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/**
 * `ready` to be sent; `sending` begun, fate not yet known; `sent`; `unknown` whether it arrived; `held` for a person;
 * then `accepted` or `rejected` by the 999.
 */
export type OutboundState = 'ready' | 'sending' | 'sent' | 'unknown' | 'held' | 'accepted' | 'rejected';

export interface OutboundFile {
  readonly id: string;
  readonly name: string;
  readonly mode: 'test' | 'live';
  readonly sha256: string;
  readonly batchReference: string;
  readonly positions: readonly ClaimPosition[];
  readonly state: OutboundState;
  /** Uploads begun. */
  readonly attempts: number;
  readonly createdAt: UtcInstant;
}

export interface WaitingClaim {
  readonly outboxId: string;
  readonly claimId: string;
  readonly patientControlNumber: string;
  /** Claim as JSON, not yet parsed. */
  readonly claim: string;
}

/** Claims that wait for a file, oldest first. */
export async function listWaitingClaims(scope: Scope, limit: number): Promise<WaitingClaim[]> {
  return scope.db
    .select({
      outboxId: outbox.id,
      claimId: outbox.claimId,
      patientControlNumber: claims.patientControlNumber,
      claim: claims.claim,
    })
    .from(outbox)
    .innerJoin(claims, eq(claims.id, outbox.claimId))
    .where(and(eq(outbox.practiceId, scope.practiceId), isNull(outbox.outboundFileId)))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(limit);
}

/** Takes a claim that cannot be written out of the queue. */
export async function removeFromOutbox(scope: Scope, outboxId: string): Promise<void> {
  await scope.db
    .delete(outbox)
    .where(
      and(eq(outbox.practiceId, scope.practiceId), eq(outbox.id, outboxId), isNull(outbox.outboundFileId)),
    );
}

/**
 * Stores the file and ties its claims to it. Call inside a transaction; throws when one of the claims no longer
 * waits, so that none is ever in two files.
 */
export async function insertOutboundFile(
  scope: Scope,
  file: {
    readonly id: string;
    readonly name: string;
    readonly mode: 'test' | 'live';
    readonly bytes: Buffer;
    readonly sha256: string;
    readonly interchangeControlNumber: number;
    readonly groupControlNumber: number;
    readonly batchReference: string;
    readonly positions: readonly ClaimPosition[];
    readonly createdAt: UtcInstant;
  },
  outboxIds: readonly string[],
): Promise<void> {
  await scope.db.insert(outboundFiles).values({
    ...file,
    practiceId: scope.practiceId,
    positions: toJson(file.positions),
    state: 'ready' satisfies OutboundState,
    stateSince: file.createdAt,
    sentAt: null,
    attempts: 0,
  });
  let linked = 0;
  for (const ids of chunks(outboxIds, 500)) {
    const rows = await scope.db
      .update(outbox)
      .set({ outboundFileId: file.id })
      .where(
        and(eq(outbox.practiceId, scope.practiceId), inArray(outbox.id, ids), isNull(outbox.outboundFileId)),
      )
      .returning({ id: outbox.id });
    linked += rows.length;
  }
  if (linked !== outboxIds.length) throw new Error('a claim of the file no longer waits');
}

/** Files in one of these states, oldest first, without their bytes. */
export async function listOutboundFiles(
  scope: Scope,
  states: readonly OutboundState[],
): Promise<OutboundFile[]> {
  const rows = await scope.db
    .select(columns)
    .from(outboundFiles)
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), inArray(outboundFiles.state, [...states])))
    .orderBy(asc(outboundFiles.interchangeControlNumber));
  return rows.map(toFile);
}

/** The frozen bytes. */
export async function readOutboundBytes(scope: Scope, id: string): Promise<Buffer> {
  const [row] = await scope.db
    .select({ bytes: outboundFiles.bytes })
    .from(outboundFiles)
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.id, id)));
  if (!row) throw new Error('no such outbound file in this practice');
  return row.bytes;
}

/** Notes that an upload begins: durable before the first byte leaves. */
export async function markSending(scope: Scope, id: string, at: UtcInstant): Promise<void> {
  await scope.db
    .update(outboundFiles)
    .set({ state: 'sending', stateSince: at, attempts: oneMore(outboundFiles.attempts) })
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.id, id)));
}

export async function setOutboundState(
  scope: Scope,
  id: string,
  state: OutboundState,
  at: UtcInstant,
): Promise<void> {
  await scope.db
    .update(outboundFiles)
    .set({ state, stateSince: at, ...(state === 'sent' ? { sentAt: at } : {}) })
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.id, id)));
}

/** Our file with this ISA13, GS06, BHT03 or name. */
export async function findOutboundFile(
  scope: Scope,
  by:
    | { readonly interchangeControlNumber: number }
    | { readonly groupControlNumber: number }
    | { readonly batchReference: string }
    | { readonly name: string },
): Promise<OutboundFile | undefined> {
  const [column, value] =
    'interchangeControlNumber' in by
      ? [outboundFiles.interchangeControlNumber, by.interchangeControlNumber]
      : 'groupControlNumber' in by
        ? [outboundFiles.groupControlNumber, by.groupControlNumber]
        : 'batchReference' in by
          ? [outboundFiles.batchReference, by.batchReference]
          : [outboundFiles.name, by.name];
  const [row] = await scope.db
    .select(columns)
    .from(outboundFiles)
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(column, value)));
  return row ? toFile(row) : undefined;
}

/** Claims of a file by their CLM01. */
export async function listClaimsOfFile(
  scope: Scope,
  outboundFileId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.db
    .select({ claimId: claims.id, patientControlNumber: claims.patientControlNumber })
    .from(outbox)
    .innerJoin(claims, eq(claims.id, outbox.claimId))
    .where(and(eq(outbox.practiceId, scope.practiceId), eq(outbox.outboundFileId, outboundFileId)));
  return new Map(rows.map((row) => [row.patientControlNumber, row.claimId]));
}

/** Instants at which files were sent after `since`, for the looks that follow an upload. */
export async function listSentInstants(scope: Scope): Promise<UtcInstant[]> {
  const rows = await scope.db
    .select({ sentAt: outboundFiles.sentAt })
    .from(outboundFiles)
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.state, 'sent')));
  return rows.flatMap((row) => (row.sentAt === null ? [] : [row.sentAt as UtcInstant]));
}

const columns = {
  id: outboundFiles.id,
  name: outboundFiles.name,
  mode: outboundFiles.mode,
  sha256: outboundFiles.sha256,
  batchReference: outboundFiles.batchReference,
  positions: outboundFiles.positions,
  state: outboundFiles.state,
  attempts: outboundFiles.attempts,
  createdAt: outboundFiles.createdAt,
};

function toFile(
  row: { [Key in keyof typeof columns]: (typeof outboundFiles.$inferSelect)[Key] },
): OutboundFile {
  return {
    ...row,
    mode: row.mode as OutboundFile['mode'],
    positions: fromJson<ClaimPosition[]>(row.positions),
    state: row.state as OutboundState,
    createdAt: row.createdAt as UtcInstant,
  };
}

/** SQL takes only so many values in one list. */
export function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
