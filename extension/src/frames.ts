/**
 * Frames of added sites inside pages of other sites, where our script stands too. A page's script cannot look into them, and
 * without one more permission Chrome names none, so each says that it is there and is remembered until it answers no more.
 */
import { type Browser, browser } from 'wxt/browser';

const FRAMES_KEY = 'frames';
/** More than anybody has open; the oldest are forgotten first. */
const MOST = 200;

/** One document in a frame. */
export interface FrameOfSite {
  readonly tabId: number;
  /** Chrome's own id of the document, which no other that comes in its place has. */
  readonly documentId: string;
  readonly origin: string;
}

/** The script of this frame has started there. */
export async function rememberFrame(sender: Browser.runtime.MessageSender): Promise<void> {
  const { tab, documentId, origin } = sender;
  if (tab?.id === undefined || documentId === undefined || origin === undefined) return;
  const frame: FrameOfSite = { tabId: tab.id, documentId, origin };
  await change((frames) =>
    [...frames.filter((other) => other.documentId !== documentId), frame].slice(-MOST),
  );
}

/** All that are known, or those of one tab, in the order in which they came. Some may be gone. */
export async function framesOfSites(tabId?: number): Promise<FrameOfSite[]> {
  const frames = await readFrames();
  return frames.filter((frame) => tabId === undefined || frame.tabId === tabId);
}

/** What the script there answers; undefined, and forgotten, where none is any more. */
export async function askFrame({ tabId, documentId }: FrameOfSite, request: unknown): Promise<unknown> {
  try {
    return await browser.tabs.sendMessage(tabId, request, { documentId });
  } catch {
    await change((frames) => frames.filter((frame) => frame.documentId !== documentId));
    return undefined;
  }
}

async function readFrames(): Promise<FrameOfSite[]> {
  const stored: unknown = (await browser.storage.session.get(FRAMES_KEY))[FRAMES_KEY];
  // Ours alone can write there: what stands there is what was put there.
  return Array.isArray(stored) ? (stored as FrameOfSite[]) : [];
}

/** In the whole extension: several frames of a page start at once. */
async function change(next: (frames: FrameOfSite[]) => FrameOfSite[]): Promise<void> {
  await navigator.locks.request(FRAMES_KEY, async () =>
    browser.storage.session.set({ [FRAMES_KEY]: next(await readFrames()) }),
  );
}
