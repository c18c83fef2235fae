/** Finds one value in a document by its locators: the first that gives a readable value wins. */
import { CERTAIN, type Found, UNREADABLE } from './captured.ts';
import { cleanText, controlText, isControl, isSelect, ownText, textLines } from './dom.ts';
import type { Locator } from './ehr.ts';
import type { Normaliser } from './normalise/fields.ts';

/** Elements looked at for one locator; a page of any size costs no more. */
const MOST_ELEMENTS = 400;

/** The value, or the first text that stood there though it could not be read (confidence says so). */
export function locate(
  document: ParentNode,
  locators: readonly Locator[],
  normalise: Normaliser,
): Found | undefined {
  let unreadable: Found | undefined;
  for (const locator of locators) {
    let looked = 0;
    for (const element of document.querySelectorAll(locator.selector)) {
      looked += 1;
      if (looked > MOST_ELEMENTS) break;
      for (const raw of textsOf(element, locator)) {
        const text = locator.pattern ? cleanText(locator.pattern.exec(raw)?.[1] ?? '') : raw;
        if (text === '') continue;
        const value = normalise(text);
        const confidence = locator.confidence ?? CERTAIN;
        if (value !== undefined) return { element, raw, value, confidence };
        // A placeholder of a select is no text of a person's.
        if (!isSelect(element)) unreadable ??= { element, raw, value: text, confidence: UNREADABLE };
      }
    }
  }
  return unreadable;
}

/** The texts an element offers, best first. */
function textsOf(element: Element, locator: Locator): string[] {
  const { take = isControl(element) ? 'value' : 'text' } = locator;
  if (typeof take === 'object') return present(element.getAttribute(take.attribute));
  switch (take) {
    case 'value': {
      if (!isControl(element)) return present(element.textContent);
      // An option's own value may be the code that its text spells out: state, sex, relationship.
      return isSelect(element)
        ? [...present(controlText(element)), ...present(element.value)]
        : present(element.value);
    }
    case 'text':
      return isControl(element) ? present(controlText(element)) : present(element.textContent);
    case 'own-text':
      return present(ownText(element));
    case 'lines': {
      const lines = textLines(element);
      const { lineAfter, lineAt } = locator;
      if (lineAfter) {
        const label = lines.findIndex((line) => lineAfter.test(line));
        return label < 0 ? [] : present(lines[label + 1]);
      }
      if (lineAt) return lines.some((line) => lineAt.having.test(line)) ? present(lines[lineAt.index]) : [];
      return lines;
    }
  }
}

function present(text: string | null | undefined): string[] {
  const clean = cleanText((text ?? '').slice(0, 2_000));
  return clean === '' ? [] : [clean];
}
