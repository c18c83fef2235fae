/** The page script: reads the page when asked, says when it changed, hosts the sidebar. Trusts nothing, knows no server. */
import { type Capture, SURE } from '@claimside/shared/capture';
import { browser } from 'wxt/browser';
import { createMemory, randomId, type SeenChart, textOf } from '../ehr/index.ts';
import type { Appearance, BackgroundRequest, Knowledge, PageNewsMessage, PageRequest } from '../messages.ts';
import { parsePageRequest } from './guards.ts';
import { createHighlight } from './highlight.ts';
import { createReader } from './reader.ts';
import { mountSidebar } from './sidebar.ts';
import { watchPage } from './watch.ts';

declare global {
  interface Document {
    readonly prerendering: boolean;
  }
}

/** What of a capture a person would not see change: names of places follow from the elements. */
const NOT_SEEN = ['placeId', 'raw'];

/** Starts on this page; everything ends with the life, also when the extension says that the site was removed. */
export async function startPage(life: AbortController): Promise<void> {
  const { signal } = life;
  // A page that the browser loads beforehand is in no tab yet: nothing is asked and nothing put into it until it is seen.
  while (document.prerendering)
    await new Promise((seen) => document.addEventListener('prerenderingchange', seen));
  const memory = createMemory(randomId);
  const ask = (request: BackgroundRequest): Promise<unknown> => browser.runtime.sendMessage(request);
  const asked = ask({ type: 'background/place' });
  // The tab is there before it is known how the page is read; what asks for a reading meanwhile waits.
  const starting = Promise.all([
    ask({ type: 'background/knowledge' }),
    ask({ type: 'background/chart' }),
  ]).then(([knowledge, left]) => {
    if (left) memory.chart.restore(left as SeenChart);
    return createReader(document, knowledge as Knowledge, memory, (recipe, address) =>
      ask({ type: 'background/page-state', recipe, address }),
    );
  });
  const drawn = (await asked) as Appearance;
  if (signal.aborted) return;
  const tell = (message: PageNewsMessage | BackgroundRequest): void => {
    // No listener is no trouble: the sidebar may be closed. A dead extension is: this script outlived an update.
    browser.runtime.sendMessage(message).catch(() => {
      if (browser.runtime?.id === undefined) outdated();
    });
  };
  // An update of the extension leaves this script behind, cut off: it says so and does nothing more.
  const connected = new AbortController();
  const outdated = (): void => {
    connected.abort();
    sidebar.act('close');
    sidebar.announce(drawn.says.updated);
  };
  const sidebar = mountSidebar({
    frameUrl: browser.runtime.getURL('/sidebar.html'),
    drawn,
    onPlaced: (place) => tell({ type: 'background/placed', place }),
    onGaveUp: () => tell({ type: 'page/gave-up' }),
    signal,
  });
  const highlight = createHighlight(sidebar.root, signal);

  let sidebarSpoke = false;
  let isPaired = false;
  let shown: Capture | undefined;
  const showFirstDot = (): void => {
    if (!sidebarSpoke && shown) sidebar.setDot(firstDot(shown, isPaired));
  };
  /** Asked again when a person comes back to the page: it may have been paired meanwhile. */
  const askIfPaired = async (): Promise<void> => {
    const question: BackgroundRequest = { type: 'background/paired' };
    isPaired = (await browser.runtime.sendMessage(question).catch(() => false)) === true;
    showFirstDot();
  };
  let last = '';
  let turn = 0;
  /** The address at which the page was bare when it was looked at last. */
  let bareAt = '';
  const compare = async (): Promise<void> => {
    if (browser.runtime?.id === undefined) {
      outdated();
      return;
    }
    const reader = await starting;
    // Who comes back to it reads it; what its banner said meanwhile is not forgotten.
    if (document.hidden) return;
    turn += 1;
    const mine = turn;
    const before = bareAt;
    bareAt = reader.isBare() ? location.href : '';
    if (bareAt && bareAt === before) return;
    const capture = await reader.read();
    // A reading that waited for the page's state may come after a later one.
    if (mine !== turn) return;
    shown = capture;
    showFirstDot();
    const said = textOf(capture, NOT_SEEN);
    if (said === last) return;
    last = said;
    tell({ type: 'page/changed', binding: capture.binding });
  };

  const answer = async (request: PageRequest): Promise<unknown> => {
    switch (request.type) {
      case 'page/read':
        return (await starting).read();
      case 'page/highlight':
        highlight.show(request.placeId === null ? null : (await starting).places.find(request.placeId));
        return null;
      case 'page/sidebar':
        return sidebar.act(request.action);
      case 'page/resize':
        sidebar.resize(request.width);
        return null;
      case 'page/dot':
        sidebarSpoke = true;
        sidebar.setDot(request.state);
        return null;
      case 'page/recipes-changed':
        (await starting).learn((await ask({ type: 'background/knowledge' })) as Knowledge);
        bareAt = '';
        void compare();
        return null;
      case 'page/stop':
        life.abort();
        return null;
    }
  };
  const listen: Parameters<typeof browser.runtime.onMessage.addListener>[0] = (message, sender, respond) => {
    const request = sender.id === browser.runtime.id ? parsePageRequest(message) : undefined;
    // Whoever asks hears of it, and takes it for no answer, when the answer can't be had.
    if (request) void answer(request).then(respond, respond);
    return request !== undefined;
  };
  browser.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listen), { once: true });

  watchPage({
    own: sidebar.element,
    onMutation: () => memory.glance(document.hidden),
    isBare: () => bareAt !== '',
    onChange: () => void compare(),
    onFocus: sidebar.focused,
    signal: AbortSignal.any([signal, connected.signal]),
  });
  window.addEventListener(
    'pagehide',
    ({ isTrusted }) => {
      const known = isTrusted && memory.chart.known();
      if (known && browser.runtime?.id !== undefined) tell({ type: 'background/chart-left', chart: known });
    },
    { signal },
  );
  document.addEventListener(
    'visibilitychange',
    ({ isTrusted }) => {
      if (!isTrusted || document.hidden || browser.runtime?.id === undefined) return;
      void askIfPaired();
      void compare();
    },
    { signal },
  );
  void compare();
  void askIfPaired();
}

/** What the tab shows until the sidebar, which knows the findings, has spoken: ready only where there is nothing to look at. */
function firstDot(
  { fields, diagnoses, lines, notes }: Capture,
  isPaired: boolean,
): PageRequest<'page/dot'>['state'] {
  if (notes.some(({ code }) => code === 'patient-mismatch')) return 'look';
  if (lines.length === 0) return 'none';
  let isSure = isPaired && notes.every(({ code }) => code === 'row-left-out');
  JSON.stringify([fields, diagnoses, lines], (key, value) => {
    if (key === 'confidence' && value < SURE) isSure = false;
    return value;
  });
  return isSure ? 'ready' : 'look';
}
