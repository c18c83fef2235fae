/** Finds a Chromium to run the extension in: named, installed, or fetched; says plainly what to do when there is none. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  Browser,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';

/** Environment variables that name a browser, the first set one wins. */
const VARIABLES = ['CLAIMSIDE_BROWSER', 'PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((path) =>
      join(process.env[variable] ?? 'C:\\', path),
    ),
  ),
};

const CACHE = join(homedir(), '.cache', 'puppeteer');

export const NO_BROWSER = [
  'No Chromium or Chrome was found, and none could be fetched.',
  'Do one of these, then run the command again:',
  '  - Debian or Ubuntu:  sudo apt-get install chromium',
  '  - macOS or Windows:  install Google Chrome',
  '  - anything else:     set CLAIMSIDE_BROWSER to the program file of a Chromium 120 or newer',
].join('\n');

/** A named browser that can't be started, or none at all. The message is for the person at the terminal. */
export class BrowserNotFound extends Error {}

/** Path of a browser's program. `say` gets one line before each slow step. Throws BrowserNotFound. */
export async function findBrowser(say: (line: string) => void = () => {}): Promise<string> {
  return (
    namedBrowser() ??
    systemBrowser() ??
    (await cachedBrowser()) ??
    debianPackage(say) ??
    (await chromeForTesting(say)) ??
    fail()
  );
}

function fail(): never {
  throw new BrowserNotFound(NO_BROWSER);
}

function namedBrowser(): string | undefined {
  for (const variable of VARIABLES) {
    const path = process.env[variable];
    if (!path) continue;
    if (isProgram(path)) return path;
    throw new BrowserNotFound(`${variable} names ${path}, which is not a program. Correct it or unset it.`);
  }
  return undefined;
}

function systemBrowser(): string | undefined {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(isProgram);
}

async function cachedBrowser(): Promise<string | undefined> {
  const installed = await getInstalledBrowsers({ cacheDir: CACHE });
  return installed
    .filter(({ browser }) => browser === Browser.CHROME || browser === Browser.CHROMIUM)
    .map(({ executablePath }) => executablePath)
    .find(isProgram);
}

/** As root on Debian or a relative, the distribution's own package: it brings the libraries that Chrome needs. */
function debianPackage(say: (line: string) => void): string | undefined {
  if (process.getuid?.() !== 0 || !/\b(debian|ubuntu)\b/.test(osRelease())) return undefined;
  say('No browser found: installing the chromium package ...');
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    if (spawnSync('apt-get', ['-qq', ...args], { env, stdio: 'ignore' }).status !== 0) return undefined;
  }
  return systemBrowser();
}

async function chromeForTesting(say: (line: string) => void): Promise<string | undefined> {
  const platform = detectBrowserPlatform();
  if (!platform) return undefined;
  say('No browser found: fetching Chrome for Testing (about 150 MB) ...');
  try {
    const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
    return (await install({ browser: Browser.CHROME, buildId, cacheDir: CACHE })).executablePath;
  } catch {
    return undefined; // no network, or a proxy that refuses: the caller says what to do
  }
}

function osRelease(): string {
  return existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8').toLowerCase() : '';
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
