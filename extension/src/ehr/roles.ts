/** Elements by what assistive technology would say of them: role and accessible name, as far as pages need it. */
import { cleanText, isControl } from './dom.ts';
import { regExpOf } from './patterns.ts';

/** What has a role without saying so. */
const NATIVE: Readonly<Record<string, string>> = {
  textbox:
    'input:not([type]), input[type=text], input[type=tel], input[type=email], input[type=search], textarea',
  combobox: 'select:not([multiple])',
  checkbox: 'input[type=checkbox]',
  radio: 'input[type=radio]',
  heading: 'h1, h2, h3, h4, h5, h6',
  table: 'table',
  region: 'section[aria-label], section[aria-labelledby]',
  group: 'fieldset',
  list: 'ul, ol',
  listitem: 'li',
  button: 'button',
  link: 'a[href]',
  status: 'output',
};
const MOST_ELEMENTS = 2_000;

/** In document order; the name matches somewhere, without regard to case. */
export function* elementsOfRole(document: Document, role: string, name: string): Generator<Element> {
  const pattern = regExpOf(name);
  const named = `[role="${CSS.escape(role)}"]`;
  const native = Object.hasOwn(NATIVE, role) ? `${NATIVE[role]}, ` : '';
  let looked = 0;
  for (const element of document.querySelectorAll(native + named)) {
    looked += 1;
    if (looked > MOST_ELEMENTS) return;
    const own = element.getAttribute('role');
    if (own !== null && own !== role) continue;
    if (pattern.test(accessibleName(element))) yield element;
  }
}

/** Its name by reference, by attribute, by label or legend, else the text of what is named by its content. */
export function accessibleName(element: Element): string {
  const ids = element.getAttribute('aria-labelledby')?.split(/\s+/) ?? [];
  const referred = ids.map((id) => element.ownerDocument.getElementById(id)?.textContent ?? '').join(' ');
  const said = cleanText(referred) || cleanText(element.getAttribute('aria-label') ?? '');
  if (said) return said;
  if (isControl(element)) {
    const labels = [...(element.labels ?? [])].map((label) => label.textContent ?? '').join(' ');
    return cleanText(labels) || cleanText(element.getAttribute('title') ?? '');
  }
  const naming = element.querySelector(':scope > legend, :scope > caption');
  return cleanText((naming ?? element).textContent?.slice(0, 500) ?? '');
}

/** Its own role, or the one it has without saying so. */
export function roleOf(element: Element): string | undefined {
  const own = element.getAttribute('role');
  return own ?? Object.keys(NATIVE).find((role) => element.matches(NATIVE[role] ?? ''));
}
