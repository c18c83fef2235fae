/** A practice in a data folder of its own, connected to a sandbox clearinghouse that outlives its servers. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { makePairingCode, pairDevice } from '../../src/access/index.ts';
import { openDataFolder } from '../../src/data-folder.ts';
import { freePort } from '../../src/exchange/testing-port.ts';
import { settingsFor } from '../../src/exchange/testing-settings.ts';
import { changePractice, connectClearinghouse, EXAMPLE_PRACTICE } from '../../src/practice/index.ts';
import { systemRuntime } from '../../src/runtime.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { prepareCode } from './code.ts';

export type UploadMode = 'direct' | 'rename';

export interface Place {
  readonly dataDir: string;
  /** With what its servers are started. */
  readonly preload: string;
  /** On which each of its servers listens. */
  readonly port: number;
  readonly token: string;
  readonly sandbox: Sandbox;
  /** Sets the account anew, in this way of uploading; while no server runs. */
  connect(uploadMode: UploadMode): Promise<void>;
  close(): Promise<void>;
}

export async function makePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-chaos-'));
  const dataDir = join(folder, 'data');
  const runtime = systemRuntime(pino({ level: 'silent' }));
  const sandbox = await startSandbox({ dataDir: join(folder, 'sandbox'), runtime, pickUpMilliseconds: 50 });
  const data = await openDataFolder(dataDir, runtime);
  const { store, key, practiceId, scope } = data;
  await changePractice({ store, runtime }, practiceId, null, EXAMPLE_PRACTICE);
  const { code } = await store.transaction((db) =>
    makePairingCode({ runtime, key }, { ...scope, db }, 'admin', null),
  );
  const device = await pairDevice({ store, runtime, key }, { code, deviceName: 'CHAOS BROWSER' });
  await data.close();
  if (!device.ok) throw new Error('the browser was not paired');
  const place: Place = {
    dataDir,
    preload: prepareCode(folder),
    port: await freePort(),
    token: device.value.token,
    sandbox,
    async connect(uploadMode) {
      const opened = await openDataFolder(dataDir, runtime);
      await connectClearinghouse(
        { store: opened.store, runtime, key: opened.key, practiceId },
        null,
        settingsFor(sandbox, { overrides: { uploadMode, pollMilliseconds: 100, deleteAfterDownload: true } }),
        sandbox.password,
      );
      await opened.close();
    },
    async close() {
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await place.connect('direct');
  return place;
}
