/** Brings a field into view and into focus, opening the part that holds it. */

import { pathAndAncestors } from '@claimside/shared/claim';
import { useCallback, useState } from 'preact/hooks';

export interface Wanted {
  readonly path: string;
  readonly turn: number;
}

export function useGoTo(): readonly [Wanted, (path: string) => void] {
  const [wanted, setWanted] = useState<Wanted>({ path: '', turn: 0 });
  const goTo = useCallback((path: string) => {
    setWanted((last) => ({ path, turn: last.turn + 1 }));
    // Parts open in the next drawing, their fields stand in the one after.
    requestAnimationFrame(() => requestAnimationFrame(() => fieldAt(path)?.focus()));
  }, []);
  return [wanted, goTo];
}

/** The control of the path, of the nearest path above it, or the first one below it. */
function fieldAt(path: string): HTMLElement | undefined {
  const controls = [...document.querySelectorAll<HTMLElement>('[data-path]')];
  const pathOf = (control: HTMLElement) => control.dataset.path ?? '';
  for (const candidate of pathAndAncestors(path)) {
    const found =
      controls.find((control) => pathOf(control) === candidate) ??
      controls.find((control) => pathOf(control).startsWith(`${candidate}.`));
    if (found) return found;
  }
  return undefined;
}
