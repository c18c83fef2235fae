/** Trials of connections: who asked, the file of invented claims, and what came back of them. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { MadeFor } from '../clearinghouse/index.ts';
import type { ClaimPosition } from '../transactions/claim-837p/model.ts';
import { fromJson, toJson } from './json.ts';
import type { OutboundState } from './outbound-files.ts';
import { outboundFiles, trialAnswers, trials } from './schema.ts';
import type { Scope } from './store.ts';

export interface StoredTrial {
  readonly id: string;
  readonly askedAt: UtcInstant;
  readonly notWritten: string | null;
  /** Null until it is written. */
  readonly file: {
    readonly id: string;
    readonly name: string;
    readonly state: OutboundState;
    readonly stateSince: UtcInstant;
    readonly createdAt: UtcInstant;
    readonly sentAt: UtcInstant | null;
    readonly positions: readonly ClaimPosition[];
    readonly madeFor: MadeFor | null;
  } | null;
}

export interface TrialAnswer {
  /** The same for the same answer however often it comes. */
  readonly dedupeKey: string;
  readonly at: UtcInstant;
  /** Empty where it is said of the whole file. */
  readonly patientControlNumber: string;
  readonly fact: ClaimFact;
}

export async function insertTrial(
  scope: Scope,
  trial: {
    readonly id: string;
    readonly connectionId: string;
    readonly askedAt: UtcInstant;
    readonly askedByDevice: string | null;
  },
): Promise<void> {
  await scope.db.insert(trials).values({
    ...trial,
    practiceId: scope.practiceId,
    outboundFileId: null,
    notWritten: null,
  });
}

const ofConnection = (scope: Scope, connectionId: string) =>
  and(eq(trials.practiceId, scope.practiceId), eq(trials.connectionId, connectionId));

/** Asked for and neither written nor given up; oldest first. */
export async function listTrialsToWrite(scope: Scope, connectionId: string): Promise<string[]> {
  const rows = await scope.db
    .select({ id: trials.id })
    .from(trials)
    .where(and(ofConnection(scope, connectionId), isNull(trials.outboundFileId), isNull(trials.notWritten)))
    .orderBy(asc(trials.askedAt), asc(trials.id));
  return rows.map(({ id }) => id);
}

export async function setTrialWritten(scope: Scope, id: string, outboundFileId: string): Promise<void> {
  await scope.db
    .update(trials)
    .set({ outboundFileId })
    .where(and(eq(trials.practiceId, scope.practiceId), eq(trials.id, id)));
}

export async function setTrialNotWritten(scope: Scope, id: string, notWritten: string): Promise<void> {
  await scope.db
    .update(trials)
    .set({ notWritten })
    .where(and(eq(trials.practiceId, scope.practiceId), eq(trials.id, id)));
}

export async function findNewestTrial(scope: Scope, connectionId: string): Promise<StoredTrial | undefined> {
  const [row] = await scope.db
    .select({ trial: trials, file: FILE })
    .from(trials)
    .leftJoin(outboundFiles, eq(outboundFiles.id, trials.outboundFileId))
    .where(ofConnection(scope, connectionId))
    .orderBy(desc(trials.askedAt), desc(trials.id))
    .limit(1);
  if (!row) return undefined;
  const { trial, file } = row;
  return {
    id: trial.id,
    askedAt: trial.askedAt as UtcInstant,
    notWritten: trial.notWritten,
    file: file && {
      ...file,
      state: file.state as OutboundState,
      stateSince: file.stateSince as UtcInstant,
      createdAt: file.createdAt as UtcInstant,
      sentAt: file.sentAt as UtcInstant | null,
      positions: fromJson<ClaimPosition[]>(file.positions),
      madeFor: file.madeFor === null ? null : fromJson<MadeFor>(file.madeFor),
    },
  };
}

const FILE = {
  id: outboundFiles.id,
  name: outboundFiles.name,
  state: outboundFiles.state,
  stateSince: outboundFiles.stateSince,
  createdAt: outboundFiles.createdAt,
  sentAt: outboundFiles.sentAt,
  positions: outboundFiles.positions,
  madeFor: outboundFiles.madeFor,
};

/** The trial whose file this is. */
export async function findTrialOfFile(scope: Scope, outboundFileId: string): Promise<string | undefined> {
  const [row] = await scope.db
    .select({ id: trials.id })
    .from(trials)
    .where(and(eq(trials.practiceId, scope.practiceId), eq(trials.outboundFileId, outboundFileId)));
  return row?.id;
}

/** The numbers of the invented claims of all trials, each with its trial. Few: a person asked for each. */
export async function listTrialNumbers(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.db
    .select({ id: trials.id, positions: outboundFiles.positions })
    .from(trials)
    .innerJoin(outboundFiles, eq(outboundFiles.id, trials.outboundFileId))
    .where(and(eq(trials.practiceId, scope.practiceId), isNotNull(trials.outboundFileId)));
  return new Map(
    rows.flatMap(({ id, positions }) =>
      fromJson<ClaimPosition[]>(positions).map(({ patientControlNumber }): [string, string] => [
        patientControlNumber,
        id,
      ]),
    ),
  );
}

export async function insertTrialAnswer(scope: Scope, trialId: string, answer: TrialAnswer): Promise<void> {
  await scope.db
    .insert(trialAnswers)
    .values({ ...answer, trialId, fact: toJson(answer.fact) })
    .onConflictDoNothing();
}

/** In the order in which they came. */
export async function listTrialAnswers(scope: Scope, trialId: string): Promise<TrialAnswer[]> {
  const rows = await scope.db
    .select({ answer: trialAnswers })
    .from(trialAnswers)
    .innerJoin(trials, eq(trials.id, trialAnswers.trialId))
    .where(and(eq(trials.practiceId, scope.practiceId), eq(trialAnswers.trialId, trialId)))
    .orderBy(asc(trialAnswers.at), asc(trialAnswers.dedupeKey));
  return rows.map(({ answer }) => ({
    dedupeKey: answer.dedupeKey,
    at: answer.at as UtcInstant,
    patientControlNumber: answer.patientControlNumber,
    fact: fromJson<ClaimFact>(answer.fact),
  }));
}
