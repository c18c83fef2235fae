/**
 * The EHR sites this browser reads: which were added, permission for them, and the page script registered there.
 * The list is kept beside the browser's own registrations because an update of the extension clears those.
 */
import { type Browser, browser } from 'wxt/browser';
import { askFrame, framesOfSites } from './frames.ts';
import { matchesPattern } from './matches-pattern.ts';
import type { PageRequest } from './messages.ts';
import { loadCredentials } from './ui/server/credentials.ts';

/** Where the list of patterns is kept in the extension's local storage. */
export const SITES_KEY = 'sites';
const SCRIPT_ID = 'ehr-pages';
export const PAGE_SCRIPT = '/page.js';
/** A tab that sleeps, or is being loaded, gets the script when it wakes: nobody waits for it. In milliseconds. */
const LONGEST_WAIT = 2_000;

/** A site as a match pattern such as `https://ehr.example.com/*`; `granted` is false once Chrome withdrew it. */
export interface Site {
  readonly pattern: string;
  readonly granted: boolean;
}

/** All added sites, in the order they were added. */
export async function listSites(): Promise<Site[]> {
  const patterns = await readList();
  return Promise.all(
    patterns.map(async (pattern) => ({
      pattern,
      granted: await browser.permissions.contains({ origins: [pattern] }),
    })),
  );
}

/**
 * Asks the browser for the site, registers the page script there and starts it in tabs that are open already; false where the
 * person or the browser says no. Call it straight from the click: the browser asks only then.
 */
export async function addSite(pattern: string): Promise<boolean> {
  if (!(await browser.permissions.request({ origins: [pattern] }))) return false;
  await changeList((patterns) => [...new Set([...patterns, pattern])]);
  await registerPageScript();
  await Promise.race([startInOpenTabs(), new Promise((done) => setTimeout(done, LONGEST_WAIT))]);
  return true;
}

/** Takes the site off the list, unregisters the page script there, withdraws the permission, stops it in open tabs. */
export async function removeSite(pattern: string): Promise<void> {
  await changeList((patterns) => patterns.filter((other) => other !== pattern));
  await registerPageScript();
  // The practice's server may be under the same address: that permission came with the pairing.
  const server = (await loadCredentials())?.serverUrl ?? '';
  if (!matchesPattern(server, pattern)) await browser.permissions.remove({ origins: [pattern] });
  await stopOffSites();
}

/**
 * Stops the page script in every open tab and frame that is on no site of the list, or on one whose permission was withdrawn:
 * Chrome does not end a script that runs already.
 */
export async function stopOffSites(): Promise<void> {
  const granted = await grantedPatterns();
  const stop: PageRequest<'page/stop'> = { type: 'page/stop' };
  const tabs = await browser.tabs.query({});
  const frames = await framesOfSites();
  // Without the permission Chrome does not tell a tab's address. Where no script of ours is, nobody answers.
  await Promise.allSettled([
    ...tabs.flatMap(({ id, url = '' }) =>
      id === undefined || isOnSite(url, granted) ? [] : [browser.tabs.sendMessage(id, stop, { frameId: 0 })],
    ),
    ...frames.filter(({ origin }) => !isOnSite(origin, granted)).map((frame) => askFrame(frame, stop)),
  ]);
}

/** True when every page around a frame, by its `location.ancestorOrigins`, is on a granted site; none around is fine. */
export async function isFramedByAddedSites(ancestorOrigins: Iterable<string>): Promise<boolean> {
  const granted = await grantedPatterns();
  return [...ancestorOrigins].every((origin) => isOnSite(origin, granted));
}

/** True when the address is on a site of the stored list. */
export function isOnSite(url: string, stored: unknown): boolean {
  return patternsIn(stored).some((pattern) => matchesPattern(url, pattern));
}

/** Makes the browser's registration agree with the list and the permissions as they are now. Safe to repeat. */
export function registerPageScript(): Promise<void> {
  return oneAtATime(register);
}

async function register(): Promise<void> {
  const matches = await grantedPatterns();
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
    return;
  }
  const script: Browser.scripting.RegisteredContentScript = {
    id: SCRIPT_ID,
    js: [PAGE_SCRIPT],
    matches,
    // In a frame whose parent we may enter the script leaves at once: that parent's reads it.
    allFrames: true,
    // Not when the browser is idle, which on a busy page is long after a person could press the tab.
    runAt: 'document_end',
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Also in frames of a site that was just added within pages of one that was there. Of a page of no site Chrome lets us into no frame. */
async function startInOpenTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: await grantedPatterns() });
  // A tab that shows an error page or is being closed cannot be entered: the registration catches its next load.
  await Promise.allSettled(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : [browser.scripting.executeScript({ target: { tabId: id, allFrames: true }, files: [PAGE_SCRIPT] })],
    ),
  );
}

async function grantedPatterns(): Promise<string[]> {
  return (await listSites()).filter((site) => site.granted).map((site) => site.pattern);
}

async function readList(): Promise<string[]> {
  return patternsIn((await browser.storage.local.get(SITES_KEY))[SITES_KEY]);
}

const patternsIn = (stored: unknown): string[] =>
  Array.isArray(stored) ? stored.filter((entry) => typeof entry === 'string') : [];

function changeList(change: (patterns: string[]) => string[]): Promise<void> {
  return oneAtATime(async () => browser.storage.local.set({ [SITES_KEY]: change(await readList()) }));
}

/**
 * In the whole extension: the background answers a new permission while the options page still writes its list, and
 * what it read before must not be registered after.
 */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  await navigator.locks.request(SITES_KEY, work);
}
