/** For tests: a practice with a connection and queued claims on a real database, beside a real sandbox clearinghouse. */

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OUTBOUND_STATES, type RemittanceSummary } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { totalCharge } from '@claimside/shared/claim';
import { exampleClaim } from '@claimside/shared/examples';
import type { UtcInstant } from '@claimside/shared/values';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type ConnectionSettings, MAIN_CONNECTION, profileOf } from '../clearinghouse/index.ts';
import { createNews } from '../news.ts';
import { newId, type Runtime } from '../runtime.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { appendFacts, listEvents } from '../store/claim-events.ts';
import { insertClaim } from '../store/claims.ts';
import { findConnection, saveConnection } from '../store/connections.ts';
import { getExchangeStatus } from '../store/exchange-status.ts';
import { listInboundFiles } from '../store/files.ts';
import { listOutboundFiles, type OutboundState } from '../store/outbound-files.ts';
import { insertOutboxRow } from '../store/outbox.ts';
import { listRemittances } from '../store/remittance-list.ts';
import { setRoutesTo } from '../store/routing.ts';
import { practices } from '../store/schema.ts';
import { openStore, type Scope, type Store } from '../store/store.ts';
import type { ExchangeContext } from './context.ts';
import type { HeldLease } from './lease.ts';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor } from './testing-settings.ts';
import type { ConnectTransport, TransportSession } from './transport.ts';
import { createExchangeWorker } from './worker.ts';
import type { ExchangeOptions, ExchangeWorker } from './worker-types.ts';

export { freePort } from './testing-port.ts';
export { settingsFor } from './testing-settings.ts';

export const PRACTICE = 'practice-under-test';

/** Real chance, and a clock that moves a millisecond each time it is read, or as told; `log` gets each line of the log. */
export function testRuntime(
  log: (line: string) => void = () => {},
): Runtime & { moveClock(milliseconds: number): void } {
  let now = Date.parse('2026-11-22T15:30:00.000Z');
  return {
    now: () => new Date(now++).toISOString() as UtcInstant,
    moveClock: (milliseconds) => {
      now += milliseconds;
    },
    randomBytes,
    log: pino({ level: 'trace' }, { write: log }),
  };
}

/** Removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'claimside-exchange-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function testSandbox(): Promise<Sandbox> {
  const sandbox = await startSandbox({
    dataDir: await temporaryFolder(),
    username: 'TRAINING',
    runtime: { now: () => '2026-11-22T15:30:00.000Z' as UtcInstant, randomBytes },
  });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A turn that lasts. */
export const LASTING_LEASE: HeldLease = {
  assertHeld: async () => {},
  mayGoOn: () => true,
  over: new AbortController().signal,
};

/** SFTP, except that the process seems to die in the midst of each upload: right after `die` has done its part. */
export function dyingTransport(
  die: (session: TransportSession, ...upload: Parameters<TransportSession['upload']>) => Promise<unknown>,
): ConnectTransport {
  return async (target, signal) => {
    const opened = await connectSftp(target, signal);
    if (!opened.ok) return opened;
    const session = opened.value;
    return {
      ok: true,
      value: {
        ...session,
        async upload(...upload: Parameters<TransportSession['upload']>) {
          await die(session, ...upload);
          throw new Error('the process ends here');
        },
      },
    };
  };
}

export interface TestPractice {
  readonly store: Store;
  readonly scope: Scope;
  readonly runtime: ReturnType<typeof testRuntime>;
  readonly news: ReturnType<typeof createNews>;
  readonly worker: ExchangeWorker;
  /** The main one. */
  readonly connectionId: string;
  /** Sets the main connection, or the further one of this number, which has that name. */
  connect(settings: ConnectionSettings, secret: string, number?: string): Promise<void>;
  /** Whose claims go by a further connection. */
  route(number: string, ...payerIds: readonly string[]): Promise<void>;
  /** All claims with one of these filing indicators (SBR09) go by it from now on, and no others. */
  routeKinds(number: string, ...claimFilingIndicators: readonly string[]): Promise<void>;
  /** Queues a claim whose member id chooses what the sandbox answers; gives the claim's id. */
  bill(patientControlNumber: string, memberId: string, changes?: Partial<Claim>): Promise<string>;
  /** Types of the claim's facts in the order they were learnt. */
  facts(claimId: string): Promise<string[]>;
  status(claimId: string): Promise<string>;
  outboundStates(): Promise<OutboundState[]>;
  files(): ReturnType<typeof listInboundFiles>;
  remittances(): Promise<RemittanceSummary[]>;
  exchange(): ReturnType<typeof getExchangeStatus>;
}

/** An account that is set and never reached, and a round of it that has begun; for what a round does at home. */
export async function unconnected(): Promise<{
  practice: TestPractice;
  context: TestPractice & ExchangeContext;
}> {
  const practice = await testPractice();
  const settings = settingsFor({
    host: '127.0.0.1',
    port: 2222,
    username: 'TRAINING',
    hostKeySha256: `SHA256:${'A'.repeat(43)}`,
  });
  await practice.connect(settings, 'secret');
  const { version = '' } = (await findConnection(practice.scope)) ?? {};
  const context = {
    ...practice,
    practiceId: PRACTICE,
    version,
    settings,
    profile: profileOf(settings),
    stopping: new AbortController().signal,
    lease: LASTING_LEASE,
  };
  return { practice, context };
}

/** `folder` may be that of an earlier practice: then it is that practice after a restart. */
export async function testPractice(
  options: {
    readonly folder?: string;
    readonly practiceId?: string;
    readonly log?: (line: string) => void;
  } & Pick<ExchangeOptions, 'connect' | 'wait' | 'process'> = {},
): Promise<TestPractice> {
  const { practiceId = PRACTICE, folder = await temporaryFolder() } = options;
  const store = openStore(join(folder, 'claimside.db'));
  const runtime = testRuntime(options.log);
  const news = createNews();
  const worker = createExchangeWorker({
    store,
    runtime,
    news,
    openSecret: (sealed) => sealed,
    ...(options.connect ? { connect: options.connect } : {}),
    ...(options.wait ? { wait: options.wait } : {}),
    ...(options.process ? { process: options.process } : {}),
  });
  onTestFinished(async () => {
    await worker.stop();
    await store.close();
  });
  await store.transaction(async (db) => {
    await db
      .insert(practices)
      .values({ id: practiceId, name: 'Sample Clinic', settings: null, createdAt: runtime.now() })
      .onConflictDoNothing();
  });
  const scope = { db: store.db, practiceId };
  return {
    store,
    scope,
    runtime,
    news,
    worker,
    connectionId: MAIN_CONNECTION,
    connect: (settings, secret, number) =>
      store.transaction((db) =>
        saveConnection(
          { db, practiceId },
          {
            ...(number === undefined ? {} : { id: number, name: `Clearinghouse ${number}` }),
            settings,
            sealedSecret: secret,
            passwordSince: null,
            at: runtime.now(),
          },
        ),
      ),
    route: (number, ...payerIds) =>
      store.transaction((db) =>
        setRoutesTo(
          { db, practiceId },
          number,
          payerIds.map((value) => ({ kind: 'payer', value })),
        ),
      ),
    routeKinds: (number, ...indicators) =>
      store.transaction((db) =>
        setRoutesTo(
          { db, practiceId },
          number,
          indicators.map((value) => ({ kind: 'filing-indicator', value })),
        ),
      ),
    bill: (patientControlNumber, memberId, changes = {}) =>
      store.transaction(async (db) => {
        const id = newId(runtime);
        const claim = {
          ...exampleClaim,
          coverage: { ...exampleClaim.coverage, memberId },
          ...changes,
        };
        const within = { db, practiceId };
        await insertClaim(within, {
          id,
          idempotencyKey: id,
          requestHash: id,
          visitKey: id,
          patientControlNumber,
          claim,
          totalCharge: totalCharge(claim),
          ehr: 'manual',
          correctedFields: [],
          createdByDevice: 'device',
          createdAt: runtime.now(),
        });
        await appendFacts(within, id, [
          { at: runtime.now(), source: { kind: 'system' }, fact: { type: 'queued' }, dedupeKey: 'queued' },
        ]);
        await insertOutboxRow(within, {
          id,
          claimId: id,
          createdAt: runtime.now(),
          coverage: claim.coverage,
        });
        return id;
      }),
    facts: async (claimId) => (await listEvents(scope, claimId)).map((event) => event.fact.type),
    async status(claimId) {
      return (await store.transaction((db) => appendFacts({ db, practiceId }, claimId, []))).status;
    },
    outboundStates: async () => (await listOutboundFiles(scope, OUTBOUND_STATES)).map((file) => file.state),
    files: () => listInboundFiles(scope),
    remittances: async () => (await listRemittances(scope, { limit: 200 })).remittances,
    exchange: () => getExchangeStatus(scope, runtime.now()),
  };
}
