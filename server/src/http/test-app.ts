/** For tests: the real app on a real database in a temporary folder, a clock to move, and everything it logged. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { LiveEvent, PracticeSettings, Problem, Role } from '@claimside/shared/api';
import type { ClaimFact, ClaimPaymentFact } from '@claimside/shared/lifecycle';
import type { ClaimReference } from '@claimside/shared/matching';
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { pino } from 'pino';
import {
  createRevocations,
  createWrongTries,
  makePairingCode,
  openServerKey,
  revokeDevice,
} from '../access/index.ts';
import { madeFor } from '../clearinghouse/index.ts';
import { createNews } from '../news.ts';
import { changePractice, EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../practice/index.ts';
import { unmatchedReason } from '../remittance/index.ts';
import { newId, type Runtime, systemRuntime } from '../runtime.ts';
import { listAuditEntries } from '../store/audit-log.ts';
import { appendFacts } from '../store/claim-events.ts';
import { takeNumber } from '../store/counters.ts';
import { insertInboundFile, markInboundRead } from '../store/inbound-files.ts';
import { insertOutboundFile, type OutboundState } from '../store/outbound-files.ts';
import { markSending, setOutboundState } from '../store/outbound-states.ts';
import { insertPractice } from '../store/practices.ts';
import { openStore } from '../store/store.ts';
import { insertUnmatchedAnswers } from '../store/unmatched-answers.ts';
import { listWaitingClaims } from '../store/waiting-claims.ts';
import { createWorklistUpkeep } from '../worklist-upkeep.ts';
import { createApp } from './index.ts';

export interface TestDevice {
  readonly deviceId: string;
  readonly token: string;
}

export type TestApp = Awaited<ReturnType<typeof startTestApp>>;

export interface TestAppOptions {
  readonly heartbeatMilliseconds?: number;
  /** A folder that is there and stays, with this practice in it. */
  readonly kept?: { readonly folder: string; readonly practiceId: string };
}

/** `close()` removes the folder. Starts at noon UTC of 2026-11-20 with one practice that is not set up. */
export async function startTestApp(options: TestAppOptions = {}) {
  const { kept } = options;
  const folder = kept?.folder ?? mkdtempSync(join(tmpdir(), 'claimside-http-'));
  const logged: string[] = [];
  const log = pino(
    { level: 'trace' },
    new Writable({
      write(chunk, _encoding, done) {
        logged.push(String(chunk));
        done();
      },
    }),
  );
  let clock = Date.parse('2026-11-20T12:00:00.000Z');
  let idsRepeat = false;
  const system = systemRuntime(log);
  /** Of what is drawn of an id, twice its letters (`newId`). */
  const idBytes = 26;
  const runtime: Runtime = {
    ...system,
    randomBytes: (length) =>
      idsRepeat && length === idBytes ? Buffer.alloc(length) : system.randomBytes(length),
    now: () => new Date(clock).toISOString() as UtcInstant,
  };
  const store = openStore(join(folder, 'claimside.db'));
  const key = openServerKey(folder, runtime);
  const news = createNews();
  const published: LiveEvent[] = [];
  let nudges = 0;
  const closing = new AbortController();

  const addPractice = async (name: string) => {
    const id = newId(runtime);
    await store.transaction((db) => insertPractice(db, { id, name, createdAt: runtime.now() }));
    news.subscribe(id, (event) => published.push(event));
    return id;
  };
  const practiceId = kept?.practiceId ?? (await addPractice('TEST PRACTICE'));

  const worklists = createWorklistUpkeep({ store, runtime, news });
  const app = createApp({
    store,
    runtime,
    news,
    key,
    worker: {
      nudge: () => {
        nudges += 1;
      },
    },
    worklists,
    revocations: createRevocations(),
    wrongTries: createWrongTries(runtime),
    heartbeatMilliseconds: options.heartbeatMilliseconds ?? 3_600_000,
    closing: closing.signal,
  });

  /** A request to /api/v1 as a device; `body` is sent as JSON, bytes as they are. */
  const request = async (
    method: string,
    path: string,
    sent: { device?: TestDevice | undefined; body?: unknown; headers?: Record<string, string> } = {},
  ) =>
    app.request(`/api/v1${path}`, {
      method,
      headers: {
        ...(sent.device ? { authorization: `Bearer ${sent.device.token}` } : {}),
        ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...sent.headers,
      },
      ...(sent.body === undefined ? {} : { body: bodyOf(sent.body) }),
    });

  const makeCode = async (role: Role, practice = practiceId) =>
    (
      await store.transaction((db) =>
        makePairingCode({ runtime, key }, { db, practiceId: practice }, role, null),
      )
    ).code;

  return {
    app,
    store,
    runtime,
    key,
    news,
    practiceId,
    scope: { db: store.db, practiceId },
    logged,
    published,
    request,
    addPractice,
    makeCode,
    worklists,
    nudges: () => nudges,
    moveClock: (milliseconds: number) => {
      clock += milliseconds;
    },
    /** The practice's log, the last look in it too. */
    async audited() {
      await store.looks.moved();
      return listAuditEntries({ db: store.db, practiceId });
    },
    /** A paired device, by the route that browsers take. */
    async pair(role: Role, practice = practiceId): Promise<TestDevice> {
      const body = { code: await makeCode(role, practice), deviceName: `TEST ${role}` };
      const response = await request('POST', '/pairing', { body });
      return (await response.json()) as TestDevice;
    },
    /** Everything the database file holds, as text. */
    async databaseText() {
      const copy = join(folder, 'copy.db');
      rmSync(copy, { force: true });
      await store.backup(copy);
      return readFileSync(copy, 'latin1');
    },
    /** Lets the claim learn a fact, as the exchange would. */
    async fact(claimId: string, fact: ClaimFact, practice = practiceId) {
      const entry = {
        at: runtime.now(),
        source: { kind: 'system' } as const,
        fact,
        dedupeKey: `test-${newId(runtime)}`,
      };
      await store.transaction((db) => appendFacts({ db, practiceId: practice }, claimId, [entry]));
    },
    /** The same, out of a file that came. */
    async learn(claimId: string, fact: ClaimFact, fileId: string, fileName: string) {
      const source = { kind: 'inbound-file', fileId, fileName } as const;
      const entry = { at: runtime.now(), source, fact, dedupeKey: `test-${newId(runtime)}` };
      await store.transaction((db) => appendFacts({ db, practiceId }, claimId, [entry]));
    },
    /** Puts the waiting claims into an outbound file of that name and state, as the exchange would. */
    async fileWaiting(
      name: string,
      state: OutboundState,
      { mode = 'test' }: { mode?: 'test' | 'live' } = {},
    ) {
      await store.transaction(async (db) => {
        const scope = { db, practiceId };
        const id = newId(runtime);
        const waiting = await listWaitingClaims(scope, 100);
        const number = await takeNumber(scope, 'outbound-file');
        await insertOutboundFile(
          scope,
          {
            id,
            name,
            connectionId: 'main',
            madeFor: madeFor(EXAMPLE_CONNECTION),
            mode,
            bytes: Buffer.from('TEST'),
            interchangeControlNumber: number,
            groupControlNumber: number,
            batchReference: id,
            positions: [],
            createdAt: runtime.now(),
          },
          waiting.map((claim) => claim.outboxId),
        );
        if (state === 'ready') return;
        await markSending(scope, id, runtime.now());
        await setOutboundState(scope, id, state, runtime.now());
      });
    },
    /** Brings a file from elsewhere, as a person drags it in. */
    bring: (name: string, bytes: Uint8Array, device: TestDevice) =>
      app.request('/api/v1/files', {
        method: 'POST',
        headers: {
          authorization: `Bearer ${device.token}`,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
        },
        body: new Uint8Array(bytes),
      }),
    /** Lets a payment under a number that is nobody's wait for a person; gives its id. */
    async answerWaits(
      said: Partial<ClaimReference> = {},
      payment: Partial<ClaimPaymentFact> = {},
    ): Promise<string> {
      // What waits is listed by its age.
      clock += 1;
      const id = newId(runtime);
      const reference = { patientControlNumber: 'FOREIGN-1', ...said };
      await store.transaction(async (db) => {
        const scope = { db, practiceId };
        const file = {
          id: `file-${id}`,
          name: `${id}.835`,
          parentId: null,
          connectionId: 'main',
          bytes: Buffer.from(id),
        };
        await insertInboundFile(scope, { ...file, receivedAt: runtime.now() });
        await markInboundRead(scope, file.id, '835', unmatchedReason(1, 1), runtime.now());
        await insertUnmatchedAnswers(scope, [
          {
            id,
            inboundFileId: file.id,
            paymentKey: 'CHECK1',
            reference,
            fact: { type: 'payment', payment: { ...PAYMENT, contentHash: id, ...payment } },
            dedupeKey: id,
            amount: PAYMENT.paid,
            createdAt: runtime.now(),
          },
        ]);
      });
      return id;
    },
    async setUpPractice(practice = practiceId, settings: PracticeSettings = EXAMPLE_PRACTICE) {
      await changePractice({ store, runtime }, practice, null, settings);
    },
    /** As the command line does it in another process. */
    async revokeElsewhere(deviceId: string) {
      await store.transaction((db) => revokeDevice(runtime, { db, practiceId }, deviceId, null));
    },
    /** From now on every new id is the same, so that the database refuses the second row with one; the error quotes the row. */
    repeatIds: () => {
      idsRepeat = true;
    },
    beginClosing: () => closing.abort(),
    async close() {
      closing.abort();
      await store.close();
      if (!kept) rmSync(folder, { recursive: true });
    },
  };
}

const PAYMENT: ClaimPaymentFact = {
  paymentKey: 'CHECK1',
  contentHash: '',
  checkNumber: 'CHK0001',
  paymentDate: '2026-11-19' as IsoDate,
  payerName: 'EXAMPLE HEALTH PLAN',
  claimStatusCode: '1',
  payerClaimControlNumber: 'P1',
  charge: cents(18_500),
  paid: cents(15_000),
  adjustments: [{ group: 'CO', reason: '45', amount: cents(3_500) }],
};

const bodyOf = (body: unknown) => (body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body));

/** The body of a problem document; fails on any other answer. */
export async function problemOf(response: Response): Promise<Problem> {
  if (response.headers.get('content-type') !== 'application/problem+json') {
    throw new Error(`not a problem document: ${response.status}`);
  }
  return (await response.json()) as Problem;
}
