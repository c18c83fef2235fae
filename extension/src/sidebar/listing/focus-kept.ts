/** When the row that has the focus leaves a list, as somebody decided on it, the focus goes on from where it went. */
import { useEffect, useRef } from 'preact/hooks';

/** Call where the list is drawn. `ofRows`: how the ids of its rows begin. `elseId`: of what has the focus then. */
export function useFocusKept(ofRows: string, elseId: string): void {
  const focused = useRef<string>();
  useEffect(() => {
    const note = ({ target }: FocusEvent) => {
      const id = target instanceof Element ? target.id : '';
      focused.current = id.startsWith(ofRows) ? id : undefined;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, [ofRows]);
  // With every drawing: the row may be gone by it.
  useEffect(() => {
    if (focused.current === undefined || document.getElementById(focused.current)) return;
    focused.current = undefined;
    if (document.activeElement === document.body) document.getElementById(elseId)?.focus();
  });
}
