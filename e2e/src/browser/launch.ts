/** Starts a Chromium with the built extension loaded, cut off from everything but this machine. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer';
import { findBrowser } from './find.ts';

export const EXTENSION_DIR = join(import.meta.dirname, '../../../extension/dist/chrome-mv3');

export interface LaunchOptions {
  readonly headless?: boolean;
  /** Kept between launches when given; else a new one that is removed at close. */
  readonly userDataDir?: string;
  /**
   * Loads the extension; default true. `kept` lets a profile keep the sites it was allowed from one start to the next,
   * as an installed one does; Chromium only, Chrome has dropped the flag for it.
   */
  readonly extension?: boolean | 'kept';
  /** Where it was built; what `pnpm build` makes when absent. */
  readonly extensionDir?: string;
  readonly width?: number;
  readonly height?: number;
  /** Names that lead to this machine, though they are names of products on the net. */
  readonly hostnames?: readonly string[];
  readonly args?: readonly string[];
}

export interface LaunchedBrowser {
  readonly browser: Browser;
  /** Ends the browser's processes and removes a profile made for it. */
  close(): Promise<void>;
}

const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** Nothing leads to the net. */
const resolverRules = (hostnames: readonly string[]): string =>
  [
    ...hostnames.map((hostname) => `MAP ${hostname} 127.0.0.1`),
    'MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE *.localhost , EXCLUDE 127.0.0.1',
  ].join(' , ');

export async function launchBrowser(options: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const { headless = true, extension = true, extensionDir = EXTENSION_DIR } = options;
  const { width = 1440, height = 900, args = [], hostnames = [] } = options;
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'claimside-browser-'));
  // A build that comes while the browser runs must not change the extension under it.
  const loaded = join(userDataDir, 'claimside-extension');
  if (extension) {
    if (!existsSync(join(extensionDir, 'manifest.json')))
      throw new Error(`No built extension is in ${extensionDir}: run the script \`build\`.`);
    cpSync(extensionDir, loaded, { recursive: true });
  }
  const browser = await puppeteer.launch({
    executablePath: await findBrowser(),
    headless,
    pipe: true,
    userDataDir,
    // Signals are the caller's: it closes everything in its own order.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    enableExtensions: extension === true ? [loaded] : extension === 'kept',
    defaultViewport: headless ? { width, height } : null,
    args: [
      ...QUIET,
      `--host-resolver-rules=${resolverRules(hostnames)}`,
      `--window-size=${width},${height}`,
      ...(headless ? ['--disable-gpu'] : []),
      // Chromium's own sandbox can't be used by root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(extension === 'kept' ? [`--load-extension=${loaded}`] : []),
      ...args,
    ],
  });
  if (extension === 'kept') await browser.waitForTarget((target) => target.type() === 'service_worker');
  return {
    browser,
    async close() {
      const child = browser.process();
      const gone =
        child && child.exitCode === null ? new Promise((done) => child.once('exit', done)) : undefined;
      await browser.close().catch(() => child?.kill('SIGKILL'));
      await gone;
      if (!options.userDataDir)
        rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
