/** The practice of a simulation: set up once as a database file that each simulated world begins with a copy of. */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import { pino } from 'pino';
import { Random } from '../../fuzz/random.ts';
import { makePairingCode, openServerKey, pairDevice, type ServerKey } from '../../src/access/index.ts';
import { ConnectionSettings, MAIN_CONNECTION } from '../../src/clearinghouse/index.ts';
import { changePractice, EXAMPLE_PRACTICE } from '../../src/practice/index.ts';
import type { Runtime } from '../../src/runtime.ts';
import { saveConnection } from '../../src/store/connections.ts';
import { insertPractice } from '../../src/store/practices.ts';
import { openStore, type Store } from '../../src/store/store.ts';

export const PRACTICE = 'simulated-practice';
export const SECRET = 'simulated-secret';

/** Goes by the main account unless it is routed to the second. */
export const ROUTED_PAYER = 'COMP1';

export interface Account {
  readonly id: string;
  readonly name: string | undefined;
  readonly port: number;
  /** From which its clearinghouse counts: no two count alike. */
  readonly firstNumber: number;
}

export const ACCOUNTS: readonly Account[] = [
  { id: MAIN_CONNECTION, name: undefined, port: 2222, firstNumber: 1_700_000_000 },
  { id: '2', name: 'SECOND HOUSE', port: 2223, firstNumber: 1_800_000_000 },
];

/** What lies in memory needs no disk: there, a commit costs nothing. */
const MEMORY_FOLDER = '/dev/shm';
const FILE = 'claimside.db';

export interface Template {
  readonly key: ServerKey;
  readonly token: string;
  readonly deviceId: string;
  /** A database that nobody has worked with yet. */
  copy(): { open(): Store; remove(): void };
  remove(): void;
}

export async function makeTemplate(): Promise<Template> {
  const folder = newFolder();
  const runtime = seededRuntime(new Random(1));
  const key = openServerKey(folder, runtime);
  const store = openStore(join(folder, FILE));
  const scope = (db: Store['db']) => ({ db, practiceId: PRACTICE });
  await store.transaction(async (db) => {
    await insertPractice(db, { id: PRACTICE, name: 'SIMULATED PRACTICE', createdAt: runtime.now() });
    await saveConnection(scope(db), {
      settings: settingsWith({}, 2222),
      sealedSecret: SECRET,
      passwordSince: null,
      at: runtime.now(),
    });
  });
  const [payer] = EXAMPLE_PRACTICE.payers;
  if (!payer) throw new Error('the example has a payer');
  await changePractice({ store, runtime }, PRACTICE, null, {
    ...EXAMPLE_PRACTICE,
    payers: [payer, { ...payer, payerId: ROUTED_PAYER, name: 'SIMULATED COMP FUND', aliases: [] }],
  });
  const { code } = await store.transaction((db) =>
    makePairingCode({ runtime, key }, scope(db), 'admin', null),
  );
  const device = await pairDevice({ store, runtime, key }, { code, deviceName: 'SIMULATED BROWSER' });
  if (!device.ok) throw new Error('the simulated browser was not paired');
  await store.close();
  return {
    key,
    token: device.value.token,
    deviceId: device.value.deviceId,
    copy() {
      const own = newFolder();
      for (const end of ['', '-wal'])
        if (existsSync(join(folder, FILE + end)))
          copyFileSync(join(folder, FILE + end), join(own, FILE + end));
      return {
        open: () => openStore(join(own, FILE)),
        remove: () => rmSync(own, { recursive: true }),
      };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}

export function settingsWith(
  overrides: ConnectionSettings['overrides'],
  port: number,
  mode: ConnectionSettings['mode'] = 'test',
): ConnectionSettings {
  return ConnectionSettings.parse({
    profileId: 'sandbox',
    mode,
    host: '127.0.0.1',
    port,
    username: 'SIM',
    hostKeySha256: `SHA256:${'A'.repeat(43)}`,
    submitter: {
      name: 'SIMULATED CLINIC',
      id: '123456789',
      contactName: 'BILLING OFFICE',
      contactPhone: '2175550100',
    },
    overrides,
  });
}

function newFolder(): string {
  return mkdtempSync(join(existsSync(MEMORY_FOLDER) ? MEMORY_FOLDER : tmpdir(), 'claimside-sim-'));
}

function seededRuntime(random: Random): Runtime {
  return {
    now: () => '2026-11-20T11:00:00.000Z' as UtcInstant,
    randomBytes: (length) => Buffer.from(Array.from({ length }, () => random.below(256))),
    log: pino({ level: 'silent' }),
  };
}
