/**
 * Frames of added sites inside pages of other sites, where our script stands too. A page's script cannot look into them, and
 * without one more permission Chrome names none, so each is remembered when it speaks, and forgotten when it is gone.
 */
import { type Browser, browser } from 'wxt/browser';

const FRAMES_KEY = 'frames';
/** More than anybody has open; the oldest are forgotten first. */
const MOST = 200;
/** A page that is kept for the way back neither answers nor refuses; waited for so long, in milliseconds. */
const LONGEST_WAIT = 2_000;

/** One document in a frame. */
export interface FrameOfSite {
  readonly tabId: number;
  /** Chrome's own id of the document, which no other that comes in its place has. */
  readonly documentId: string;
  readonly origin: string;
}

/** The script of this frame has spoken; again when it came back from the browser's history. */
export async function rememberFrame(sender: Browser.runtime.MessageSender): Promise<void> {
  const { tab, documentId, origin } = sender;
  if (tab?.id === undefined || documentId === undefined || origin === undefined) return;
  const frame: FrameOfSite = { tabId: tab.id, documentId, origin };
  await change((frames) => (has(frames, frame) ? frames : [...frames, frame].slice(-MOST)));
}

/** All that are known, or those of one tab, in the order in which they came. Some may be gone. */
export async function framesOfSites(tabId?: number): Promise<FrameOfSite[]> {
  const frames = await readFrames();
  return frames.filter((frame) => tabId === undefined || frame.tabId === tabId);
}

export async function forgetFrame({ documentId }: FrameOfSite): Promise<void> {
  await change((frames) => frames.filter((frame) => frame.documentId !== documentId));
}

export async function forgetFramesOf(tabId: number): Promise<void> {
  await change((frames) => frames.filter((frame) => frame.tabId !== tabId));
}

/** Tells of each tab in which frames have come or gone. Returns the way to stop. */
export function onFramesChanged(tell: (tabId: number) => void): () => void {
  const heard = (changes: Record<string, Browser.storage.StorageChange>) => {
    const change = changes[FRAMES_KEY];
    if (!change) return;
    const [before, after] = [asFrames(change.oldValue), asFrames(change.newValue)];
    const changed = [
      ...before.filter((frame) => !has(after, frame)),
      ...after.filter((frame) => !has(before, frame)),
    ];
    for (const tabId of new Set(changed.map((frame) => frame.tabId))) tell(tabId);
  };
  browser.storage.session.onChanged.addListener(heard);
  return () => browser.storage.session.onChanged.removeListener(heard);
}

/** What the script there answers; undefined where none is any more, or none that answers in time. */
export async function askFrame({ tabId, documentId }: FrameOfSite, request: unknown): Promise<unknown> {
  const answer = browser.tabs.sendMessage(tabId, request, { documentId }).catch(() => undefined);
  return Promise.race([answer, late()]);
}

/** Whether the frame is in the page, and a person sees what stands in it. */
export async function viewOf({ tabId, documentId }: FrameOfSite): Promise<'seen' | 'unseen' | 'gone'> {
  try {
    const looked = browser.scripting.executeScript({
      target: { tabId, documentIds: [documentId] },
      func: isSeen,
    });
    const answer = await Promise.race([looked, late()]);
    const result = answer?.[0]?.result;
    // A page that was in the background, or on its way out, when it spoke had another number than that of a page in sight.
    if (result === 'is-page') return 'gone';
    return result === 'seen' ? 'seen' : 'unseen';
  } catch {
    return 'gone'; // Chrome lets us into no document that is not in a page
  }
}

/**
 * Runs in the frame, which cannot know how the page around it draws it: the browser's observer does. Of what stands at points all
 * over it a third is in the window, uncovered and unfaded.
 */
function isSeen(): Promise<'seen' | 'unseen' | 'is-page'> {
  const STEPS = [0.1, 0.3, 0.5, 0.7, 0.9];
  const places = new Set<Element>();
  for (const x of STEPS)
    for (const y of STEPS) {
      const place = document.elementFromPoint(x * innerWidth, y * innerHeight);
      if (place && place !== document.body && place !== document.documentElement) places.add(place);
    }
  return new Promise((done) => {
    if (window.top === window) return done('is-page');
    // What is not drawn at all is never told of.
    setTimeout(() => done('unseen'), 1_000);
    if (places.size === 0) return;
    const options: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
      trackVisibility: true,
      delay: 100,
    };
    const observer = new IntersectionObserver((entries) => {
      observer.disconnect();
      const seen = entries.filter((entry) => 'isVisible' in entry && entry.isVisible === true);
      done(seen.length * 3 >= places.size ? 'seen' : 'unseen');
    }, options);
    for (const place of places) observer.observe(place);
  });
}

const late = (): Promise<undefined> => new Promise((done) => setTimeout(() => done(undefined), LONGEST_WAIT));

async function readFrames(): Promise<FrameOfSite[]> {
  return asFrames((await browser.storage.session.get(FRAMES_KEY))[FRAMES_KEY]);
}

/** Ours alone can write there: what stands there is what was put there. */
const asFrames = (stored: unknown): FrameOfSite[] => (Array.isArray(stored) ? stored : []);

const has = (frames: readonly FrameOfSite[], { documentId }: FrameOfSite): boolean =>
  frames.some((frame) => frame.documentId === documentId);

/** In the whole extension: several frames of a page start at once. */
async function change(next: (frames: FrameOfSite[]) => FrameOfSite[]): Promise<void> {
  await navigator.locks.request(FRAMES_KEY, async () => {
    const before = await readFrames();
    const after = next(before);
    if (after.length !== before.length) await browser.storage.session.set({ [FRAMES_KEY]: after });
  });
}
