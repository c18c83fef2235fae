/** The slim tab at the page's right edge: opens the sidebar, carries the dot, is moved by dragging or arrow keys. */
import type { Appearance, PageRequest } from '../messages.ts';

type Dot = PageRequest<'page/dot'>['state'];

const KEY_STEP = 0.04;
/** A pointer that moved less than this is a click, in CSS pixels. */
const CLICK_SLACK = 4;

export interface EdgeTab {
  readonly button: HTMLButtonElement;
  setDot(state: Dot): void;
  setOpen(open: boolean, width: number): void;
  setEdge(edge: number): void;
}

/** Builds the tab. `onMove` gets each new place (share of the window's height) and whether the move is over. */
export function createEdgeTab(on: {
  says: Appearance['says'];
  toggle: () => void;
  move: (edge: number, done: boolean) => void;
}): EdgeTab {
  const button = document.createElement('button');
  button.className = 'tab';
  const mark = document.createElement('span');
  mark.className = 'mark';
  mark.textContent = '$';
  const dot = document.createElement('span');
  dot.className = 'dot';
  mark.append(dot);
  const label = document.createElement('span');
  button.append(mark, label);

  let state: Dot = 'none';
  let open = false;
  let edge = 0.5;
  const describe = (): void => {
    dot.dataset.state = state;
    label.textContent = on.says[open ? 'close' : 'bill'];
    button.ariaLabel = `${label.textContent} (${on.says[state]})`;
    button.ariaExpanded = String(open);
  };

  let dragged = false;
  button.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    dragged = false;
    const drag = new AbortController();
    const { signal } = drag;
    button.setPointerCapture(down.pointerId);
    button.addEventListener(
      'pointermove',
      (move) => {
        if (!dragged && Math.abs(move.clientY - down.clientY) < CLICK_SLACK) return;
        dragged = true;
        on.move(move.clientY / window.innerHeight, false);
      },
      { signal },
    );
    const end = (): void => {
      drag.abort();
      if (dragged) on.move(edge, true);
    };
    button.addEventListener('pointerup', end, { signal });
    button.addEventListener('pointercancel', end, { signal });
  });
  button.addEventListener('click', (event) => {
    // A drag ends in a click too; a script of the page must not open us either.
    if (event.isTrusted && !dragged) on.toggle();
    dragged = false;
  });
  button.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowUp' ? -KEY_STEP : event.key === 'ArrowDown' ? KEY_STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    on.move(edge + step, true);
  });

  describe();
  return {
    button,
    setDot(next) {
      state = next;
      describe();
    },
    setOpen(next, width) {
      open = next;
      button.style.right = next ? `${width}px` : '0';
      describe();
    },
    setEdge(next) {
      edge = next;
      button.style.top = `${edge * 100}%`;
    },
  };
}
