/** Gives the focus to what is there once the view is drawn anew: a button that was pressed away takes the focus with it. */

/** To the element with this id, or to its first field or button where it takes no focus itself. */
export function focusSoon(id: string): void {
  requestAnimationFrame(() => {
    const place = document.getElementById(id);
    place?.focus();
    if (document.activeElement !== place)
      place?.querySelector<HTMLElement>('input, select, textarea, button')?.focus();
  });
}
