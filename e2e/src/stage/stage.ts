/** Everything a visit needs to be billed, on this machine: sandbox clearinghouse, server, look-alike EHR. */
import { join } from 'node:path';
import { openDataFolder } from '@claimside/server/data-folder';
import { changeProcedure } from '@claimside/server/fee-schedule';
import { changePractice, connectClearinghouse, setRealTime } from '@claimside/server/practice';
import { type RunningServer, startServer } from '@claimside/server/run';
import { type Runtime, systemRuntime } from '@claimside/server/runtime';
import { type Sandbox, startSandbox } from '@claimside/server/sandbox';
import type { PracticeSettings } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { type EhrServer, startEhr } from '../ehr/index.ts';
import { STAGE_PRACTICE, STAGE_PROCEDURES } from './practice.ts';

export interface StageOptions {
  /** Gets `server/` and `clearinghouse/`. */
  readonly dataDir: string;
  readonly log: Runtime['log'];
  /** Time before each answer of the clearinghouse. */
  readonly paceMilliseconds?: number;
  readonly pollMilliseconds?: number;
  readonly practice?: PracticeSettings;
  /** How far the clock of server and clearinghouse is ahead. */
  readonly ahead?: () => number;
  /** Policy of the plain EHR page. */
  readonly csp?: string;
}

export interface Stage {
  readonly sandbox: Sandbox;
  readonly server: RunningServer;
  readonly ehr: EhrServer;
  readonly serverDataDir: string;
  /** Stops the server and starts it again on the same data and address. */
  restartServer(): Promise<void>;
  stopServer(): Promise<void>;
  close(): Promise<void>;
}

export async function startStage(options: StageOptions): Promise<Stage> {
  const system = systemRuntime(options.log);
  const { ahead } = options;
  const runtime: Runtime = ahead
    ? { ...system, now: () => new Date(Date.now() + ahead()).toISOString() as UtcInstant }
    : system;
  const serverDataDir = join(options.dataDir, 'server');
  const undo: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const sandbox = await startSandbox({
      dataDir: join(options.dataDir, 'clearinghouse'),
      runtime,
      paceMilliseconds: options.paceMilliseconds ?? 0,
    });
    undo.push(() => sandbox.close());
    await setUp(serverDataDir, runtime, options.practice ?? STAGE_PRACTICE, sandbox);

    const ehr = await startEhr(options.csp === undefined ? {} : { csp: options.csp });
    undo.push(() => ehr.close());
    const start = (port: number) =>
      startServer({
        dataDir: serverDataDir,
        port,
        runtime,
        pollMilliseconds: options.pollMilliseconds ?? 200,
      });
    let server = await start(0);
    undo.push(() => server.close());
    return {
      sandbox,
      ehr,
      serverDataDir,
      get server() {
        return server;
      },
      stopServer: () => server.close(),
      async restartServer() {
        await server.close();
        server = await start(Number(new URL(server.url).port));
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Practice and clearinghouse account, as `claimside practice set` and `claimside clearinghouse set` store them. */
async function setUp(dataDir: string, runtime: Runtime, practice: PracticeSettings, sandbox: Sandbox) {
  const folder = await openDataFolder(dataDir, runtime);
  try {
    await changePractice(folder, folder.practiceId, null, practice);
    for (const procedure of STAGE_PROCEDURES) await changeProcedure(folder, null, procedure);
    const { host, port, username, hostKeySha256 } = sandbox;
    await connectClearinghouse(
      folder,
      null,
      {
        profileId: 'sandbox',
        mode: 'test',
        host,
        port,
        username,
        hostKeySha256,
        submitter: {
          name: practice.name.slice(0, 35),
          id: practice.billingProvider.taxId,
          contactName: practice.billingProvider.contactName ?? practice.name,
          contactPhone: practice.billingProvider.contactPhone ?? '2175550100',
        },
        interchange: {},
        overrides: {},
      },
      sandbox.password,
    );
    const questions = { senderId: 'STAGE', username, url: sandbox.realTime.soap };
    await setRealTime(folder, null, 'main', { account: questions, secret: sandbox.password });
  } finally {
    await folder.close();
  }
}
