/** While something is typed that is not saved, the browser asks before the page is loaded anew or left. */
import { useLayoutEffect, useState } from 'preact/hooks';

/** `typed`: all that a form holds, as data; unsaved once it is other than when the form came up. */
export function useUnsaved(typed: unknown): void {
  const now = JSON.stringify(typed);
  const [begun] = useState(now);
  const isUnsaved = now !== begun;
  // At once: what waits for the next picture comes late in a tab that is not looked at.
  useLayoutEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isUnsaved]);
}
