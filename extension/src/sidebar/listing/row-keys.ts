/** Goes through the rows of a list: J, K and the arrows move, only while a row has the focus; Enter opens, as on any button. */

/** X or Space select the row by its `data-id`, where `onSelect` is given. */
export function moveInList(event: KeyboardEvent, onSelect?: (id: string) => void): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || !at.matches('.claim-row')) return;
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (step !== undefined) {
    const list = event.currentTarget as Element | null;
    const rows = [...(list?.querySelectorAll<HTMLElement>('.claim-row') ?? [])];
    const next = rows[rows.indexOf(at) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  } else if ((event.key === 'x' || event.key === ' ') && onSelect && at.dataset.id !== undefined) {
    event.preventDefault();
    onSelect(at.dataset.id);
  }
}
