/** Elements by what assistive technology would say of them: role and accessible name, as far as pages need it. */
import { cleanText, isControl } from './dom.ts';
import { ariaLabel } from './labels.ts';
import { regExpOf } from './patterns.ts';

const MOST_ELEMENTS = 2_000;

/** In document order; the name matches somewhere, without regard to case. `native`: see `NATIVE_ROLES`. */
export function* elementsOfRole(
  document: Document,
  native: Readonly<Record<string, string>>,
  role: string,
  name: string,
): Generator<Element> {
  const pattern = regExpOf(name);
  const named = `[role="${CSS.escape(role)}"]`;
  const unsaid = Object.hasOwn(native, role) ? `${native[role]}, ` : '';
  let looked = 0;
  for (const element of document.querySelectorAll(unsaid + named)) {
    looked += 1;
    if (looked > MOST_ELEMENTS) return;
    const own = element.getAttribute('role');
    if (own !== null && own !== role) continue;
    if (pattern.test(accessibleName(element))) yield element;
  }
}

/** Its name by reference, by attribute, by label or legend, else the text of what is named by its content. */
export function accessibleName(element: Element): string {
  const said = ariaLabel(element);
  if (said) return said;
  if (isControl(element)) {
    const labels = [...(element.labels ?? [])].map((label) => label.textContent ?? '').join(' ');
    return cleanText(labels) || cleanText(element.getAttribute('title') ?? '');
  }
  const naming = element.querySelector(':scope > legend, :scope > caption');
  return cleanText((naming ?? element).textContent?.slice(0, 500) ?? '');
}
