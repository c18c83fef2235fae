/** The sidebar's line to the page it stands beside: one tab, its scripts there, and the messages of messages.ts. */
import { type Capture, type CaptureBinding, parseCapture } from '@claimside/shared/capture';
import { type Browser, browser } from 'wxt/browser';
import {
  askFrame,
  type FrameOfSite,
  forgetFrame,
  framesOfSites,
  onFramesChanged,
  viewOf,
} from '../frames.ts';
import type { PageRequest } from '../messages.ts';
import { ofWholePage } from './of-whole-page.ts';

export interface PageReading {
  /** Undefined when the page does not answer, or with something that is no capture. */
  readonly capture: Capture | undefined;
  /** It stands in a frame of another site than the page around it. */
  readonly isFrame: boolean;
}

export interface PageLink {
  readonly tabId: number;
  read(): Promise<PageReading>;
  binding(): Promise<CaptureBinding | undefined>;
  highlight(placeId: string | null): void;
  dot(state: 'none' | 'ready' | 'look' | 'offline'): void;
  closeSidebar(): void;
}

/** True when we stand in the page's frame, false in Chrome's side panel or a tab of our own. */
export const isEmbedded = (): boolean => window.top !== window.self;

/**
 * Follows the tab this sidebar belongs to: its own tab in the page's frame, the window's active tab in the side panel.
 * Calls back with each new link, and when that tab's page says that it changed. Returns the way to stop.
 */
export function followPage(on: { page(link: PageLink | undefined): void; changed(): void }): () => void {
  let current: PageLink | undefined;
  let stopped = false;

  const look = async () => {
    const tabId = await ownTabId();
    if (stopped || tabId === current?.tabId) return;
    current = tabId === undefined ? undefined : linkTo(tabId);
    on.page(current);
  };
  const heard = (message: unknown, sender: Browser.runtime.MessageSender) => {
    const ours =
      sender.id === browser.runtime.id && sender.tab?.id !== undefined && sender.tab.id === current?.tabId;
    if (ours && isNews(message)) on.changed();
  };
  const activated = () => void look();
  const updated = (tabId: number, change: { status?: string }) => {
    if (tabId === current?.tabId && change.status === 'complete') on.changed();
  };

  browser.runtime.onMessage.addListener(heard);
  const stopFollowing = onFramesChanged((tabId) => tabId === current?.tabId && on.changed());
  if (!isEmbedded()) {
    browser.tabs.onActivated.addListener(activated);
    browser.tabs.onUpdated.addListener(updated);
  }
  void look().then(() => {
    if (!stopped && !current) on.page(undefined);
  });
  return () => {
    stopped = true;
    browser.runtime.onMessage.removeListener(heard);
    stopFollowing();
    browser.tabs.onActivated.removeListener(activated);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

async function ownTabId(): Promise<number | undefined> {
  if (isEmbedded()) return (await browser.tabs.getCurrent())?.id;
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id;
}

/** A script in the page: asks it. */
type Ask = (request: PageRequest) => Promise<unknown>;

interface Place extends PageReading {
  readonly isSeen: boolean;
  readonly ask: Ask;
}

/** Undefined for a frame that is gone. */
async function readFrame(frame: FrameOfSite): Promise<Place | undefined> {
  const view = await viewOf(frame);
  if (view === 'gone') {
    await forgetFrame(frame);
    return undefined;
  }
  const ask: Ask = (request) => askFrame(frame, request);
  return {
    capture: parseCapture(await ask({ type: 'page/read' })),
    isSeen: view === 'seen',
    isFrame: true,
    ask,
  };
}

function linkTo(tabId: number): PageLink {
  const ask: Ask = async (request) => {
    try {
      return await browser.tabs.sendMessage(tabId, request, { frameId: 0 });
    } catch {
      return undefined; // no page script there: not an added site, or the page is still loading
    }
  };
  const read = async (): Promise<Place> => {
    const capture = parseCapture(await ask({ type: 'page/read' }));
    const frames = await framesOfSites(tabId);
    let inFrames = await Promise.all(frames.map(readFrame));
    // What came in the place of those that are gone has said so meanwhile.
    if (inFrames.includes(undefined))
      inFrames = await Promise.all((await framesOfSites(tabId)).map(readFrame));
    return ofWholePage(
      { capture, isSeen: true, isFrame: false, ask },
      inFrames.filter((place) => place !== undefined),
    );
  };
  let turn = 0;
  /** Where the values stand that are shown. */
  let shown = ask;
  return {
    tabId,
    async read() {
      turn += 1;
      const mine = turn;
      const place = await read();
      // One that came after a later one is not shown.
      if (mine !== turn) return place;
      if (place.ask !== shown) void shown({ type: 'page/highlight', placeId: null });
      shown = place.ask;
      return place;
    },
    async binding() {
      const { capture } = await read();
      return capture?.binding;
    },
    highlight: (placeId) => void shown({ type: 'page/highlight', placeId }),
    dot: (state) => void ask({ type: 'page/dot', state }),
    closeSidebar: () => void ask({ type: 'page/sidebar', action: 'close' }),
  };
}

function isNews(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'page/changed'
  );
}
