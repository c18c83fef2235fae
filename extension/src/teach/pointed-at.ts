/** What an element that a person pointed at may become of a recipe. */
import type { CaptureField } from '@claimside/shared/capture';
import type { Pointed, PointedAt, WhyNot } from '@claimside/shared/recipe';
import { browser } from 'wxt/browser';
import { cleanText, controlText, isControl } from '../ehr/dom.ts';
import { meaningOf, sectionOf } from '../ehr/generic/meanings.ts';
import { type Scope, scopeOf } from '../ehr/scope.ts';
import { VOCABULARY } from '../ehr/vocabulary.ts';
import { addressName, addressPattern } from './address.ts';
import { pointedDiagnoses } from './diagnoses.ts';
import { pointedLines } from './lines.ts';
import { labelBefore, locatorsFor, prefixOf } from './locators.ts';
import { asWords, namesAsWords } from './names.ts';

/** Longer is no value: a person pointed at a whole section. */
const MOST_RAW = 200;

/** `known` are words that tell the patient; `knownWith` adds those of the text that was pointed at. */
export function pointedAt(
  element: Element,
  at: PointedAt,
  known: ReadonlySet<string>,
  knownWith: (raw: string) => ReadonlySet<string>,
): Pointed {
  const scope = scopeOf(element.ownerDocument, VOCABULARY);
  const { pathname, search, hash } = element.ownerDocument.location;
  const address = pathname + search + hash;
  const place = (words: ReadonlySet<string>): Pointed['document'] => ({
    address: addressPattern(address, words),
    name: addressName(address, words),
  });
  if (at === 'lines') {
    const lines = pointedLines(scope, element, known);
    if (typeof lines === 'object') return { document: place(known), lines };
    return nothing(lines ?? whyNot(element), place(known));
  }
  if (at === 'diagnoses') {
    const diagnoses = pointedDiagnoses(element, known);
    return diagnoses ? { document: place(known), diagnoses } : nothing(whyNot(element), place(known));
  }
  const target = valueElement(element);
  const raw = rawOf(target);
  if (raw === '' || raw.length > MOST_RAW) return nothing(whyNot(element), place(known));
  const words = knownWith(raw);
  const locators = locatorsFor(scope, target, words);
  return {
    document: place(words),
    value: { raw, locators, suggestions: suggestionsFor(scope, target) },
  };
}

const nothing = (why: WhyNot | undefined, document: Pointed['document']): Pointed => ({
  document,
  ...(why && { why }),
});

/** Where the page lets nobody in. */
function whyNot(element: Element): WhyNot | undefined {
  if (element.matches('iframe, frame')) return 'other-site';
  const isClosed = isHtml(element) && !element.shadowRoot && browser.dom.openOrClosedShadowRoot(element);
  return isClosed ? 'closed-part' : undefined;
}

/** Of whatever frame. */
const isHtml = (element: Element): element is HTMLElement =>
  'attachShadow' in element && 'dataset' in element;

/** A label stands for its field, and what wraps one field for that field. */
function valueElement(element: Element): Element {
  if (isControl(element)) return element;
  const label = element.closest('label');
  if (label?.control) return label.control;
  const controls = element.querySelectorAll('input:not([type=hidden]), select, textarea');
  const [control] = controls;
  return (controls.length === 1 && control) || element;
}

function rawOf(element: Element): string {
  if (isControl(element)) return controlText(element);
  const text = cleanText((element.textContent ?? '').slice(0, 2 * MOST_RAW));
  const prefix = prefixOf(element);
  return prefix === undefined ? text : text.slice(text.indexOf(':') + 1).trim();
}

/** By what stands as its label, then by its names. */
function suggestionsFor(scope: Scope, element: Element): CaptureField[] {
  const section = sectionOf(scope.headingOf(element), VOCABULARY);
  const labels = [
    ...scope
      .labelled()
      .filter((each) => each.element === element)
      .map(({ label }) => label),
    ...[labelBefore(element), prefixOf(element)].flatMap((text) =>
      text === undefined ? [] : [asWords(text)],
    ),
    ...namesAsWords(element),
  ];
  return [...new Set(labels.flatMap((label) => meaningOf(label, section, VOCABULARY) ?? []))].slice(0, 3);
}
