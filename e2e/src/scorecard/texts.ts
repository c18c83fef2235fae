/** Changes what stands on a page, wherever it stands: texts, values of fields, raw values beside the text shown. */

const UNTOUCHED = /^(script|style|template)$/;
const VALUES = ['value', 'data-value'] as const;
/** These hold their value in one form, whatever they show. */
const OWN_FORM = ['date', 'datetime-local', 'month', 'time'];

/** Gives whether anything changed. */
export function eachText(page: Document, change: (text: string) => string): boolean {
  let changed = false;
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (UNTOUCHED.test(node.parentElement?.localName ?? '')) continue;
    const next = change(node.nodeValue ?? '');
    changed ||= next !== node.nodeValue;
    node.nodeValue = next;
  }
  for (const name of VALUES) {
    for (const element of page.querySelectorAll(`[${name}]`)) {
      if (OWN_FORM.includes(element.getAttribute('type') ?? '')) continue;
      const value = element.getAttribute(name) ?? '';
      const next = change(value);
      changed ||= next !== value;
      element.setAttribute(name, next);
    }
  }
  return changed;
}
