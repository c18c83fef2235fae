/** Files on their way to the clearinghouse: frozen once, then only their state moves. */
import { createHash } from 'node:crypto';
import type { OUTBOUND_STATES } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { MadeFor } from '../clearinghouse/index.ts';
import type { ClaimPosition } from '../transactions/claim-837p/model.ts';
import { chunks } from './chunks.ts';
import { fromJson, toJson } from './json.ts';
import { oncePerConnection } from './prepared.ts';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

export type OutboundState = (typeof OUTBOUND_STATES)[number];

export interface OutboundFile {
  readonly id: string;
  /** ISA13. */
  readonly interchangeControlNumber: number;
  readonly name: string;
  /** By which it leaves. */
  readonly connectionId: string;
  /** The account that it was made for; null where that was not noted yet. */
  readonly madeFor: MadeFor | null;
  readonly mode: 'test' | 'live';
  readonly sha256: string;
  readonly batchReference: string;
  readonly positions: readonly ClaimPosition[];
  readonly state: OutboundState;
  /** Uploads that may have brought bytes there, the one under way included. */
  readonly attempts: number;
  /** Answers that refused one of several copies: which, they do not say. */
  readonly refusals: number;
  /** Uploads that were begun, those that brought no byte included. */
  readonly uploadsBegun: number;
  readonly stateSince: UtcInstant;
  readonly createdAt: UtcInstant;
  readonly sentAt: UtcInstant | null;
  /** It holds invented claims, for a trial of the connection. */
  readonly isTrial: boolean;
}

/**
 * Stores the file and ties its claims to it. Call inside the transaction that found them still waiting; throws when
 * one is not, so that none is ever in two files.
 */
export async function insertOutboundFile(
  scope: Scope,
  file: {
    readonly id: string;
    readonly name: string;
    readonly connectionId: string;
    readonly madeFor: MadeFor;
    readonly mode: 'test' | 'live';
    readonly bytes: Buffer;
    readonly interchangeControlNumber: number;
    readonly groupControlNumber: number;
    readonly batchReference: string;
    readonly positions: readonly ClaimPosition[];
    readonly createdAt: UtcInstant;
    readonly isTrial?: boolean;
  },
  outboxIds: readonly string[],
): Promise<void> {
  await scope.db.insert(outboundFiles).values({
    ...file,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    practiceId: scope.practiceId,
    positions: toJson(file.positions),
    madeFor: toJson(file.madeFor),
    state: 'ready' satisfies OutboundState,
    stateSince: file.createdAt,
    sentAt: null,
    attempts: 0,
    uploadsBegun: 0,
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

/** Files in one of these states, of all connections or of one, oldest first, without their bytes. */
export async function listOutboundFiles(
  scope: Scope,
  states: readonly OutboundState[],
  connectionId?: string,
): Promise<OutboundFile[]> {
  const rows = await scope.db
    .select(columns)
    .from(outboundFiles)
    .where(
      and(
        eq(outboundFiles.practiceId, scope.practiceId),
        inArray(outboundFiles.state, [...states]),
        ofConnection(connectionId),
      ),
    )
    .orderBy(asc(outboundFiles.interchangeControlNumber));
  return rows.map(toFile);
}

const ofConnection = (connectionId: string | undefined) =>
  connectionId === undefined ? undefined : eq(outboundFiles.connectionId, connectionId);

/** The frozen bytes. */
export async function readOutboundBytes(scope: Scope, id: string): Promise<Buffer> {
  const [row] = await scope.db
    .select({ bytes: outboundFiles.bytes })
    .from(outboundFiles)
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.id, id)));
  if (!row) throw new Error('no such outbound file in this practice');
  return row.bytes;
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

/** Those of these names, without extension, that a file of ours has. */
export async function namesOfFiles(scope: Scope, names: readonly string[]): Promise<string[]> {
  const ours: string[] = [];
  for (const name of names) {
    const rows = await scope.db
      .select({ id: outboundFiles.id })
      .from(outboundFiles)
      .where(
        and(
          eq(outboundFiles.practiceId, scope.practiceId),
          // `/` comes right after `.`: whatever the extension is.
          gte(outboundFiles.name, `${name}.`),
          lt(outboundFiles.name, `${name}/`),
        ),
      )
      .limit(1);
    if (rows.length > 0) ours.push(name);
  }
  return ours;
}

/** Whether one of our files, whatever became of it, has this number. */
export async function isNumberOfFile(
  scope: Scope,
  column: 'interchangeControlNumber' | 'groupControlNumber',
  number: number,
): Promise<boolean> {
  const rows = await scope.db
    .select({ id: outboundFiles.id })
    .from(outboundFiles)
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles[column], number)))
    .limit(1);
  return rows.length > 0;
}

/** The file that a claim leaves in, once it is in one. */
export async function findFileOfClaim(
  { db, practiceId }: Scope,
  claimId: string,
): Promise<OutboundFile | undefined> {
  const [row] = await fileOfClaim(db).execute({ practiceId, claimId });
  return row ? toFile(row) : undefined;
}

const fileOfClaim = oncePerConnection((db) =>
  db
    .select(columns)
    .from(outbox)
    .innerJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(
        eq(outbox.practiceId, sql.placeholder('practiceId')),
        eq(outbox.claimId, sql.placeholder('claimId')),
      ),
    )
    .prepare(),
);

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

/**
 * Instants since `since` at which files were sent, for the looks that follow an upload: also of files that the 999
 * has answered, as the answers to their claims come later.
 */
export async function listSentInstants(
  scope: Scope,
  connectionId: string,
  since: UtcInstant,
): Promise<UtcInstant[]> {
  const rows = await scope.db
    .select({ sentAt: outboundFiles.sentAt })
    .from(outboundFiles)
    .where(
      and(
        eq(outboundFiles.practiceId, scope.practiceId),
        inArray(outboundFiles.state, ['sent', 'accepted', 'rejected'] satisfies OutboundState[]),
        ofConnection(connectionId),
        gte(outboundFiles.sentAt, since),
      ),
    );
  return rows.flatMap((row) => (row.sentAt === null ? [] : [row.sentAt as UtcInstant]));
}

const columns = {
  id: outboundFiles.id,
  interchangeControlNumber: outboundFiles.interchangeControlNumber,
  name: outboundFiles.name,
  connectionId: outboundFiles.connectionId,
  madeFor: outboundFiles.madeFor,
  mode: outboundFiles.mode,
  sha256: outboundFiles.sha256,
  batchReference: outboundFiles.batchReference,
  positions: outboundFiles.positions,
  state: outboundFiles.state,
  attempts: outboundFiles.attempts,
  refusals: outboundFiles.refusals,
  uploadsBegun: outboundFiles.uploadsBegun,
  stateSince: outboundFiles.stateSince,
  createdAt: outboundFiles.createdAt,
  sentAt: outboundFiles.sentAt,
  isTrial: outboundFiles.isTrial,
};

function toFile(
  row: { [Key in keyof typeof columns]: (typeof outboundFiles.$inferSelect)[Key] },
): OutboundFile {
  return {
    ...row,
    mode: row.mode as OutboundFile['mode'],
    madeFor: row.madeFor === null ? null : fromJson<MadeFor>(row.madeFor),
    positions: fromJson<ClaimPosition[]>(row.positions),
    state: row.state as OutboundState,
    stateSince: row.stateSince as UtcInstant,
    createdAt: row.createdAt as UtcInstant,
    sentAt: row.sentAt as UtcInstant | null,
  };
}
