/**
 * Learns where a value stands: by data attribute, role and name, label, name or id, class, in this order; never by its
 * position. Each is tried by the reader itself and kept only where it finds this very element first.
 */
import { holdsTelling, type Locator, literal } from '@claimside/shared/recipe';
import { cleanText, isControl } from '../ehr/dom.ts';
import { isKnownLabel } from '../ehr/generic/meanings.ts';
import { locate } from '../ehr/locate.ts';
import { roleOf } from '../ehr/native-roles.ts';
import { accessibleName } from '../ehr/roles.ts';
import { queryAll } from '../ehr/roots.ts';
import type { Scope } from '../ehr/scope.ts';
import { VOCABULARY } from '../ehr/vocabulary.ts';
import { asWords, classSelectors, dataSelectors, nameSelectors } from './names.ts';

/** So many ways to the same value: when one breaks, the next goes on. */
const MOST = 4;
const MOST_ANCESTORS = 3;
/** Headings that say whose or what a section is; any other may be of this patient alone. */
const SECTION =
  /\b(patient|client|demographics|insurance|coverage|subscriber|insured|policy ?holder|guarantor|provider|referring|visit|encounter|billing|services?|diagnos[ie]s)\b/i;

/** Best first. `words` are those that tell a patient: what holds one is left out. */
export function locatorsFor(scope: Scope, element: Element, words: ReadonlySet<string>): Locator[] {
  const found: Locator[] = [];
  for (const locator of proposals(scope, element, words)) {
    if (found.length >= MOST) break;
    const texts = Object.values(locator).filter((part) => typeof part === 'string');
    if (texts.some((text) => holdsTelling(text, words))) continue;
    if (isKnown(found, locator) || !findsFirst(scope, locator, element)) continue;
    found.push(locator);
  }
  return found;
}

function* proposals(scope: Scope, element: Element, words: ReadonlySet<string>): Generator<Locator> {
  const prefix = prefixOf(element);
  // "DOB: 04/12/1978" in one element: the words before the colon are cut off.
  const cut = prefix === undefined ? {} : { pattern: `^${literal(prefix)}\\s*:\\s*(.+)$` };
  for (const css of withAncestors(element, dataSelectors)) yield { css, ...cut };
  yield* byRole(element);
  yield* byLabel(scope, element, words);
  const label = labelBefore(element);
  if (label !== undefined) {
    const after = literal(label);
    for (const css of [...classSelectors(element), element.localName]) yield { css, after };
  }
  for (const css of nameSelectors(element)) yield { css, ...cut };
  const only = (css: string): boolean => queryAll(scope.roots(), css).length === 1;
  for (const css of withAncestors(element, classSelectors)) if (only(css)) yield { css, ...cut };
  for (const css of withAncestors(element, nameSelectors)) if (only(css)) yield { css, ...cut };
  // Nothing but the words before the colon tells it from others like it.
  if (prefix !== undefined) yield { css: element.localName, ...cut };
}

/** The selectors of the element itself, then those of what is around it with its own class or kind. */
function withAncestors(element: Element, selectorsOf: (element: Element) => string[]): string[] {
  const own = selectorsOf(element);
  const kinds = [...classSelectors(element), element.localName];
  let around = element.parentElement;
  for (let up = 0; around && up < MOST_ANCESTORS; up += 1, around = around.parentElement) {
    for (const css of selectorsOf(around)) own.push(...kinds.map((kind) => `${css} ${kind}`));
  }
  return own;
}

/** Controls, and what has a name that is not its content. */
function* byRole(element: Element): Generator<Locator> {
  const hasName = element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby');
  const role = roleOf(element);
  if (!role || !(hasName || isControl(element))) return;
  const name = accessibleName(element);
  if (name !== '' && name.length <= 80) yield { role, name: `^${literal(name)}$` };
}

function* byLabel(scope: Scope, element: Element, words: ReadonlySet<string>): Generator<Locator> {
  for (const { label, element: labelled, pairing } of scope.labelled()) {
    if (labelled !== element) continue;
    if (pairing !== 'label' && !isKnownLabel(label, VOCABULARY) && isHeading(label, scope)) continue;
    const [section = ''] = SECTION.exec(scope.headingOf(element)) ?? [];
    // What a person said is the value is no guess from what stands above it.
    const sure = pairing === 'above' ? { confidence: 0.95 } : {};
    if (section !== '' && !holdsTelling(section, words))
      yield { label: literal(label), heading: `\\b${literal(section.toLowerCase())}\\b`, ...sure };
    yield { label: literal(label), ...sure };
  }
}

/** What merely stands near may be a heading with the patient's name. */
function isHeading(label: string, { document }: Scope): boolean {
  const headings = document.querySelectorAll(
    'h1, h2, h3, h4, h5, h6, [role=heading], legend, caption, title',
  );
  return [...headings].some((heading) => asWords(cleanText(heading.textContent ?? '')) === asWords(label));
}

/**
 * The text of the element right before, where it is a label and no value: short words without digits, in an element of
 * another kind than the value's, that end in a colon, mean something, or stand before other values too.
 */
export function labelBefore(element: Element): string | undefined {
  if (isControl(element)) return undefined;
  const before = element.previousElementSibling;
  if (!before || isControl(before) || kindOf(before) === kindOf(element)) return undefined;
  const text = cleanText(before.textContent ?? '');
  const words = text.replace(/[\s:*]+$/, '');
  if (!/^\p{L}[\p{L} .'/#()-]{1,40}$/u.test(words)) return undefined;
  const isLabel = text.endsWith(':') || isKnownLabel(asWords(words), VOCABULARY) || isOneOfSeveral(before);
  return isLabel ? words : undefined;
}

/** Others like it stand before values: a heading with the patient's name stands there once. */
function isOneOfSeveral(label: Element): boolean {
  const kind = kindOf(label);
  const alike = [...(label.getRootNode() as ParentNode).querySelectorAll(label.localName)].filter(
    (each) => kindOf(each) === kind && each.nextElementSibling !== null && !/\d/.test(each.textContent ?? ''),
  );
  return alike.length > 1;
}

const kindOf = ({ localName, className }: Element): string => `${localName} ${className}`;

/** `DOB` of an element that says `DOB: 04/12/1978`. */
export function prefixOf(element: Element): string | undefined {
  if (isControl(element)) return undefined;
  const text = cleanText((element.textContent ?? '').slice(0, 300));
  return /^(\p{L}[\p{L} .'/#-]{0,30}?)\s*:\s*[\p{L}\p{N}]/u.exec(text)?.[1];
}

const isKnown = (found: readonly Locator[], locator: Locator): boolean =>
  found.some((known) => JSON.stringify(known) === JSON.stringify(locator));

function findsFirst(scope: Scope, locator: Locator, element: Element): boolean {
  try {
    return locate(scope, [locator], (text) => text)?.element === element;
  } catch {
    return false; // a name that makes no selector
  }
}
