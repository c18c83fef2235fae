/** The sidebar in the page: host, edge tab and panel as one thing that opens, closes, moves and gives the focus back. */
import type { Appearance, PageRequest, PageResponse, SidebarPlace } from '../messages.ts';
import { createEdgeTab } from './edge-tab.ts';
import { attachHost } from './host.ts';
import { createPanel } from './panel.ts';
import { withinLimits } from './place.ts';
import { pushPage, releasePage } from './push.ts';

export interface Sidebar {
  /** Our element in the page, which observers leave out. */
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  act(action: 'open' | 'close' | 'toggle'): PageResponse<'page/sidebar'>;
  resize(width: number): void;
  /** The person went to this place in the chart: closing leads back there. */
  focused(element: Element): void;
  setDot(state: PageRequest<'page/dot'>['state']): void;
  /** A sentence beside the tab, read aloud too. */
  announce(text: string): void;
}

/** Mounts the sidebar, closed. `onPlaced` gets the place when a person has finished moving it. */
export function mountSidebar(options: {
  frameUrl: string;
  drawn: Appearance;
  onPlaced: (place: SidebarPlace) => void;
  onGaveUp: () => void;
  signal: AbortSignal;
}): Sidebar {
  const { drawn, signal } = options;
  let place = withinLimits(drawn.place);
  let open = false;
  let gaveUp = false;
  let lastInChart: Element | null = null;

  const settle = (next: SidebarPlace, done: boolean): void => {
    place = withinLimits(next);
    tab.setEdge(place.edge);
    notice.style.top = `${place.edge * 100}%`;
    if (open) {
      panel.show(place.width, !pushPage(place.width));
      tab.setOpen(true, place.width);
    }
    if (done) options.onPlaced(place);
  };
  const act: Sidebar['act'] = (action) => {
    if (gaveUp) return { open: false, gaveUp };
    const next = action === 'toggle' ? !open : action === 'open';
    if (next && !open) {
      open = true;
      // A press on our tab has taken the focus from the chart already.
      const focused = focusedElement();
      if (focused !== element) lastInChart = focused;
      panel.show(place.width, !pushPage(place.width));
      tab.setOpen(true, place.width);
    } else if (!next && open) {
      open = false;
      releasePage();
      panel.hide();
      tab.setOpen(false, place.width);
      giveFocusBack(lastInChart?.isConnected ? lastInChart : null);
    }
    if (open) panel.focus();
    return { open };
  };

  const notice = document.createElement('p');
  notice.className = 'notice';
  notice.role = 'status';
  const tab = createEdgeTab({
    says: drawn.says,
    toggle: () => act('toggle'),
    move: (edge, done) => settle({ ...place, edge }, done),
  });
  const panel = createPanel(options.frameUrl, {
    grip: drawn.grip,
    width: (width, done) => settle({ ...place, width }, done),
    shrunk: () => giveUp(),
  });
  // Who points at the tab presses it a moment later.
  for (const type of ['pointerenter', 'focus'] as const) tab.button.addEventListener(type, panel.prepare);
  tab.button.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    act('close');
    tab.button.blur();
  });

  const { element, root, giveUp } = attachHost({
    ...drawn,
    onGaveUp: () => {
      act('close');
      gaveUp = true;
      options.onGaveUp();
    },
    signal,
  });
  root.append(panel.element, tab.button, notice);
  settle(place, false);
  window.addEventListener('resize', () => settle(place, false), { signal });
  signal.addEventListener('abort', releasePage, { once: true });

  return {
    element,
    root,
    act,
    focused: (place) => {
      lastInChart = place;
    },
    resize: (width) => settle({ ...place, width }, true),
    setDot: (state) => tab.setDot(state),
    announce: (text) => {
      notice.textContent = text;
    },
  };
}

/** Where the person is in the chart, down through the frames that we may enter. */
function focusedElement(): Element | null {
  let focused = document.activeElement;
  for (
    let inner = focused;
    inner;
    inner = (inner as Partial<HTMLIFrameElement>).contentDocument?.activeElement ?? null
  ) {
    focused = inner;
  }
  return focused;
}

/** Back to that place; a frame of another origin gets the focus as a whole. */
function giveFocusBack(element: Element | null): void {
  window.focus();
  const { contentWindow, focus } = (element ?? document.body) as Partial<HTMLIFrameElement>;
  if (contentWindow) contentWindow.focus();
  else focus?.call(element ?? document.body, { preventScroll: true });
}
