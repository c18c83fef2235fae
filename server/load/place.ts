/** A data folder with a large store, its clinicians' browsers paired, and its account at a sandbox clearinghouse that runs. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type ClaimsideProcess, startClaimside } from '../bench/claimside-process.ts';
import { keptStore } from '../bench/lists/store-of-lists.ts';
import { makePairingCode, pairDevice } from '../src/access/index.ts';
import { databaseFile, openDataFolder } from '../src/data-folder.ts';
import { LEDGER_OPENED } from '../src/exchange/open-ledger.ts';
import { settingsFor } from '../src/exchange/testing-settings.ts';
import { changePractice, connectClearinghouse, EXAMPLE_PRACTICE } from '../src/practice/index.ts';
import { systemRuntime } from '../src/runtime.ts';
import type { Sandbox } from '../src/sandbox/index.ts';
import { takeNumber } from '../src/store/counters.ts';
import type { Scope } from '../src/store/store.ts';
import { noteWorklistsWritten, staleWorklists } from '../src/store/worklists-upkeep.ts';

export interface Place {
  readonly dataDir: string;
  /** One for each clinician. */
  readonly tokens: readonly string[];
  readonly sandbox: ClaimsideProcess<Sandbox>;
  close(): Promise<void>;
}

export const runtime = systemRuntime(pino({ level: 'silent' }));
const WORKED_EACH = 20;
/** Several files and their answers fall into a minute. */
const OVERRIDES = { freezeAfterMilliseconds: 5_000, pollMilliseconds: 2_000 };

export async function makePlace(
  claims: number,
  clinicians: number,
  progress: (line: string) => void,
): Promise<Place> {
  const kept = await keptStore({ claims, workedEach: WORKED_EACH }, progress);
  const folder = mkdtempSync(join(tmpdir(), 'claimside-load-'));
  const dataDir = join(folder, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  copyFileSync(databaseFile(kept), databaseFile(dataDir));
  const sandbox = await startClaimside<Sandbox>(
    ...['sandbox', '--port', '0', '--pace', '500', '--data', join(folder, 'sandbox')],
  );
  const { store, key, practiceId, scope, close } = await openDataFolder(dataDir, runtime);
  try {
    const tools = { store, runtime, key };
    await store.transaction((db) => noteUpToDate({ ...scope, db }));
    await changePractice(tools, practiceId, null, EXAMPLE_PRACTICE);
    const { password } = sandbox.result;
    const settings = settingsFor(sandbox.result, { overrides: OVERRIDES });
    await connectClearinghouse({ ...tools, practiceId }, null, settings, password);
    const tokens: string[] = [];
    for (let clinician = 1; clinician <= clinicians; clinician += 1) {
      const { code } = await store.transaction((db) =>
        makePairingCode(tools, { ...scope, db }, 'clinician', null),
      );
      const device = await pairDevice(tools, { code, deviceName: `LOAD ${clinician}` });
      if (!device.ok) throw new Error('a browser was not paired');
      tokens.push(device.value.token);
    }
    return {
      dataDir,
      tokens,
      sandbox,
      async close() {
        await sandbox.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await sandbox.stop();
    throw error;
  } finally {
    await close();
  }
}

/** What the large store holds is as a server of this version leaves it. */
async function noteUpToDate(scope: Scope): Promise<void> {
  await takeNumber(scope, LEDGER_OPENED);
  const wanted = await staleWorklists(scope);
  if (wanted !== null) await noteWorklistsWritten(scope, wanted);
}
