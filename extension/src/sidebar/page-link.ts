/** The sidebar's line to the page it stands beside: one tab, its scripts there, and the messages of messages.ts. */
import { type Capture, type CaptureBinding, parseCapture } from '@claimside/shared/capture';
import { type Browser, browser } from 'wxt/browser';
import { askFrame, framesOfSites } from '../frames.ts';
import type { PageRequest } from '../messages.ts';
import { ofWholePage, showsVisit } from './of-whole-page.ts';

export interface PageLink {
  readonly tabId: number;
  /** Undefined when the page does not answer, or with something that is no capture. */
  read(): Promise<Capture | undefined>;
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

function linkTo(tabId: number): PageLink {
  const ask: Ask = async (request) => {
    try {
      return await browser.tabs.sendMessage(tabId, request, { frameId: 0 });
    } catch {
      return undefined; // no page script there: not an added site, or the page is still loading
    }
  };
  const read = async (): Promise<{ capture: Capture | undefined; from: Ask }> => {
    const top = parseCapture(await ask({ type: 'page/read' }));
    if (top && showsVisit(top)) return { capture: top, from: ask };
    const frames = await Promise.all(
      (await framesOfSites(tabId)).map(async (frame) => {
        const from: Ask = (request) => askFrame(frame, request);
        return { capture: parseCapture(await from({ type: 'page/read' })), from };
      }),
    );
    return ofWholePage({ capture: top, from: ask }, frames);
  };
  /** Where the values stand that were read last. */
  let shown = ask;
  return {
    tabId,
    async read() {
      const { capture, from } = await read();
      if (from !== shown) void shown({ type: 'page/highlight', placeId: null });
      shown = from;
      return capture;
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
