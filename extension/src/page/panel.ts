/** The panel that holds the sidebar's frame, with a grip for its width. The frame is made when a person is about to open it. */
import type { Appearance } from '../messages.ts';
import { FRAME_WIDTH } from './place.ts';

const KEY_STEP = 20;
/** Smaller than so much of its size nobody reads what a button would do. */
const LEAST_ZOOM = 0.5;

export interface Panel {
  readonly element: HTMLElement;
  /** Lets the frame load out of sight; it asks nobody anything before it is shown. */
  prepare(): void;
  show(width: number, over: boolean): void;
  hide(): void;
  focus(): void;
}

/**
 * Builds the panel, closed. `width` gets each new width and whether the move is over; `shrunk` is called when the page
 * zooms itself, and us with it, so small that a press would be one on something unseen.
 */
export function createPanel(
  frameUrl: string,
  on: { grip: Appearance['grip']; width: (width: number, done: boolean) => void; shrunk: () => void },
): Panel {
  const element = document.createElement('div');
  element.className = 'panel';
  element.hidden = true;
  const grip = document.createElement('div');
  for (const [name, value] of Object.entries(on.grip)) grip.setAttribute(name, value);
  element.append(grip);

  let frame: HTMLIFrameElement | undefined;
  let width: number = FRAME_WIDTH.usual;
  grip.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowLeft' ? KEY_STEP : event.key === 'ArrowRight' ? -KEY_STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    on.width(width + step, true);
  });
  grip.addEventListener('pointerdown', (down) => {
    const drag = new AbortController();
    const { signal } = drag;
    grip.setPointerCapture(down.pointerId);
    element.classList.add('moving');
    grip.addEventListener('pointermove', (move) => on.width(window.innerWidth - move.clientX, false), {
      signal,
    });
    const end = (): void => {
      drag.abort();
      element.classList.remove('moving');
      on.width(width, true);
    };
    grip.addEventListener('pointerup', end, { signal });
    grip.addEventListener('pointercancel', end, { signal });
  });

  // Our button sees that it is covered, faded or scaled: of the zoom of a page around its frame a frame knows nothing.
  new ResizeObserver(() => {
    if (element.checkVisibility() && element.currentCSSZoom < LEAST_ZOOM) on.shrunk();
  }).observe(element, { box: 'device-pixel-content-box' });

  /** What was given the focus while it was still empty loses it when our page comes. */
  const keepFocus = (): void => {
    const root = element.getRootNode();
    if (root instanceof ShadowRoot && root.activeElement === frame) frame?.contentWindow?.focus();
  };

  const prepare = (): void => {
    if (frame) return;
    frame = document.createElement('iframe');
    // Not a title, which would hang over the chart as a tooltip.
    frame.ariaLabel = 'Claimside';
    frame.src = frameUrl;
    frame.addEventListener('load', keepFocus);
    element.append(frame);
  };

  return {
    element,
    prepare,
    show(next, over) {
      width = next;
      prepare();
      element.style.width = `${width}px`;
      element.classList.toggle('over', over);
      grip.ariaValueNow = String(width);
      element.hidden = false;
    },
    hide() {
      element.hidden = true;
    },
    focus() {
      frame?.focus();
    },
  };
}
