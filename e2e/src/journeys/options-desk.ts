/** An admin's browser on Options, paired with a server that has no clearinghouse and no EHR: for what is set up there. */
import { type RunningServer, startServer } from '@claimside/server/run';
import { systemRuntime } from '@claimside/server/runtime';
import type { PracticeSettings } from '@claimside/shared/api';
import type { Page } from 'puppeteer';
import { launchBrowser, openOptions, setUpBrowser } from '../browser/index.ts';
import { type ApiClient, pairClient } from '../stage/index.ts';
import { SILENT, temporaryFolder } from '../trouble/set-up.ts';

export interface OptionsDesk {
  readonly options: Page;
  readonly server: RunningServer;
  /** Another admin, without a browser. */
  readonly client: ApiClient;
  close(): Promise<void>;
}

/** Without `practice` it is a new one, of which nothing is typed yet. */
export async function openOptionsDesk(name: string, practice?: PracticeSettings): Promise<OptionsDesk> {
  const folder = temporaryFolder(name);
  const server = await startServer({ dataDir: folder.path, port: 0, runtime: systemRuntime(SILENT) });
  const client = await pairClient(server.url, server.ownerCode ?? '');
  if (practice) {
    const { status } = await client.api.practice.$put({ header: {}, json: practice });
    if (status !== 200) throw new Error(`the practice was not stored: ${status}`);
  }
  const { browser, close } = await launchBrowser();
  await setUpBrowser(browser, { serverUrl: server.url, code: await client.pairingCode('admin'), ehrs: [] });
  return {
    options: await openOptions(browser),
    server,
    client,
    async close() {
      await close();
      await server.close();
      folder.remove();
    },
  };
}
