/** The practice whose sessions are harmed: its own store and worker, connected by a wire that can be harmed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { exampleBill } from '../../sim/world/example-bill.ts';
import { ConnectionSettings } from '../../src/clearinghouse/index.ts';
import { type DataFolder, openDataFolder } from '../../src/data-folder.ts';
import { createExchangeWorker } from '../../src/exchange/index.ts';
import type { ExchangeWorker } from '../../src/exchange/worker-types.ts';
import { createClaim } from '../../src/http/claims/create-claim.ts';
import { createNews } from '../../src/news.ts';
import { changePractice, connectClearinghouse, EXAMPLE_PRACTICE } from '../../src/practice/index.ts';
import { systemRuntime } from '../../src/runtime.ts';
import { type Clearinghouse, openClearinghouse, type ServerName } from './clearinghouse.ts';
import type { UploadMode } from './phases.ts';
import { Wire } from './wire.ts';

export class Practice {
  readonly folder: DataFolder;
  readonly clearinghouse: Clearinghouse;
  readonly wire: Wire;
  readonly worker: ExchangeWorker;
  readonly news = createNews();
  readonly #root: string;
  #visits = 0;

  private constructor(root: string, folder: DataFolder, clearinghouse: Clearinghouse, wire: Wire) {
    this.#root = root;
    this.folder = folder;
    this.clearinghouse = clearinghouse;
    this.wire = wire;
    const { store, runtime, key } = folder;
    this.worker = createExchangeWorker({ store, runtime, news: this.news, openSecret: key.openSecret });
  }

  static async open(server: ServerName): Promise<Practice> {
    const root = mkdtempSync(join(tmpdir(), 'claimside-network-'));
    const runtime = systemRuntime(pino({ level: 'silent' }));
    const folder = await openDataFolder(join(root, 'data'), runtime);
    const clearinghouse = await openClearinghouse(server, root, runtime);
    const wire = await Wire.start(clearinghouse.port);
    await changePractice(folder, folder.practiceId, null, EXAMPLE_PRACTICE);
    return new Practice(root, folder, clearinghouse, wire);
  }

  async connect(uploadMode: UploadMode): Promise<void> {
    const { username, hostKeySha256, secret } = this.clearinghouse;
    const settings = ConnectionSettings.parse({
      profileId: 'sandbox',
      mode: 'test',
      host: '127.0.0.1',
      port: this.wire.port,
      username,
      hostKeySha256,
      submitter: {
        name: 'SAMPLE CLINIC',
        id: '123456789',
        contactName: 'BILLING OFFICE',
        contactPhone: '2175550100',
      },
      overrides: { uploadMode, deleteAfterDownload: true },
    });
    await connectClearinghouse(this.folder, null, settings, secret);
  }

  /** Queues the next visit; gives its claim. */
  async bill(): Promise<string> {
    this.#visits += 1;
    const { store, runtime, practiceId } = this.folder;
    const number = String(this.#visits).padStart(6, '0');
    const made = await createClaim(
      // Rounds are begun by the suite.
      { store, runtime, news: this.news, worker: { nudge() {} } },
      { practiceId, deviceId: 'chaos', role: 'biller' },
      `visit-${number}`,
      exampleBill(this.#visits, `PAID${number}`),
    );
    if (!made.ok) throw new Error(`the visit was refused: ${made.error.code}`);
    return made.value.claimId;
  }

  async close(): Promise<void> {
    await this.wire.close();
    await this.worker.stop();
    await this.clearinghouse.close();
    await this.folder.close();
    rmSync(this.#root, { recursive: true, force: true });
  }
}
