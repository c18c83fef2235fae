/** Brings a field into view and into focus, opening the part that holds it. */

import { pathAndAncestors } from '@claimside/shared/claim';
import { useCallback, useState } from 'preact/hooks';

export interface Wanted {
  readonly path: string;
  readonly turn: number;
}

/** `notice` is the key of what is said of the path: it takes the focus itself where no field is at fault. */
export type GoTo = (path: string, notice?: string) => void;

export function useGoTo(): readonly [Wanted, GoTo] {
  const [wanted, setWanted] = useState<Wanted>({ path: '', turn: 0 });
  const goTo = useCallback<GoTo>((path, notice) => {
    setWanted((last) => ({ path, turn: last.turn + 1 }));
    const acted = heedActs();
    // Parts open in the next drawing, their fields stand in the one after.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (acted()) return;
        const field = fieldAt(path);
        const said = notice !== undefined && field?.matches('button') !== false && saidAs(notice);
        (said || field)?.focus();
      }),
    );
  }, []);
  return [wanted, goTo];
}

/** Whether a person has pressed anything since: who went to another field meanwhile stays there. */
function heedActs(): () => boolean {
  let hasActed = false;
  const acts = ['pointerdown', 'keydown'] as const;
  const note = () => {
    hasActed = true;
  };
  for (const act of acts) document.addEventListener(act, note, { capture: true });
  return () => {
    for (const act of acts) document.removeEventListener(act, note, { capture: true });
    return hasActed;
  };
}

const saidAs = (notice: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('[data-notice]')].find(
    ({ dataset }) => dataset.notice === notice,
  );

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
