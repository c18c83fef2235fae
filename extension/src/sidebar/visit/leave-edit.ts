/** Escape in a part that was opened to be changed closes that part first; only the next one goes back to the chart. */

/** What opened the innermost part that holds the focus. */
function openedBy(): HTMLElement | undefined {
  const { activeElement } = document;
  const openers = [
    ...document.querySelectorAll<HTMLElement>('button[aria-expanded="true"][aria-controls]'),
  ].filter(
    (opener) =>
      opener === activeElement ||
      document.getElementById(opener.getAttribute('aria-controls') ?? '')?.contains(activeElement),
  );
  // A part within another one comes after it.
  return openers.at(-1);
}

export const isInEdit = (): boolean => openedBy() !== undefined;

/** Back to what opened it, and closed; what was typed is kept, as when a field is left. False where nothing is open. */
export function leaveEdit(): boolean {
  const opener = openedBy();
  opener?.focus();
  opener?.click();
  return opener !== undefined;
}
