/** The heading under which an element stands: legend, caption, region name or the last heading before it. */
import { cleanText } from '../dom.ts';

const HEADING = 'h1, h2, h3, h4, h5, h6, [role=heading], legend, caption';

/** Empty when the element stands under none. */
export function headingOf(element: Element): string {
  for (let group: Element | null = element; group; group = group.parentElement) {
    const named = group === element ? null : nameOf(group);
    if (named) return named;
    for (let before = group.previousElementSibling; before; before = before.previousElementSibling) {
      if (before.matches(HEADING)) return cleanText(before.textContent ?? '');
    }
  }
  return '';
}

function nameOf(group: Element): string | undefined {
  const inside = group.querySelector(':scope > legend, :scope > caption');
  const text = cleanText(inside?.textContent ?? group.getAttribute('aria-label') ?? '');
  return text || undefined;
}
