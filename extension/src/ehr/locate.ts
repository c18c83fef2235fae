/** Finds one value in a document by its locators: the first that gives a readable value wins. */
import { UNREADABLE, VAGUE } from '@claimside/shared/capture';
import type { Locator, Take } from '@claimside/shared/recipe';
import { CERTAIN, type Found } from './captured.ts';
import { cleanText, controlText, isControl, isSelect, ownText, textLines } from './dom.ts';
import type { Normaliser } from './normalise/fields.ts';
import { elementAt, entriesAt, textsAt } from './page-state.ts';
import { groupOf, isWhole, regExpOf } from './patterns.ts';
import { elementsOfRole } from './roles.ts';
import { queryAll } from './roots.ts';
import type { Scope } from './scope.ts';

/** Elements looked at for one locator; a page of any size costs no more. */
const MOST_ELEMENTS = 400;
/** A label of the page's own words is as good as an address; a neighbour is not. */
const BY_LABEL = { label: 0.95, neighbour: 0.92, above: 0.8 } as const;

/** Texts that stand at one place, best first. */
interface Candidate {
  readonly element: Element;
  readonly texts: readonly string[];
  readonly confidence: number;
}

/** The value, or the first text that stood there though it could not be read (confidence says so). */
export function locate(scope: Scope, locators: readonly Locator[], normalise: Normaliser): Found | undefined {
  let unreadable: Found | undefined;
  for (const locator of locators) {
    for (const { element, texts, confidence } of candidates(scope, locator)) {
      for (const raw of texts) {
        const text = locator.pattern ? cleanText(groupOf(locator.pattern, raw) ?? '') : raw;
        // A dash stands for nothing.
        if (!/[\p{L}\p{N}]/u.test(text)) continue;
        const read = scope.normalised(normalise, text, locator.dateOrder);
        if (read)
          return {
            element,
            raw,
            value: read.value,
            confidence: Math.min(read.most, sureness(locator, confidence)),
          };
        // A placeholder of a select is no text of a person's.
        if (!isSelect(element)) unreadable ??= { element, raw, value: text, confidence: UNREADABLE };
      }
    }
  }
  return unreadable;
}

/** A recipe's own word counts, but for state that is in doubt. */
const sureness = (locator: Locator, found: number): number =>
  'state' in locator ? Math.min(locator.confidence ?? 1, found) : (locator.confidence ?? found);

function* candidates(scope: Scope, locator: Locator): Generator<Candidate> {
  if ('state' in locator) {
    const { entries, within } = entriesAt(scope.state ?? {}, locator.state);
    // Fields of two resources never mix: of several, the first, in doubt.
    const [first] = entries;
    const texts = first ? textsAt(first.resource, within) : [];
    if (!first || texts.length === 0) return;
    const confidence = entries.length > 1 || first.isContested ? VAGUE : CERTAIN;
    yield { element: elementAt(scope.document, first.at), texts, confidence };
    return;
  }
  if ('label' in locator) {
    for (const { label, element, raw, pairing } of scope.labelled()) {
      if (!isWhole(locator.label, label)) continue;
      if (!isUnder(scope, element, locator.heading)) continue;
      const texts = locator.take ? textsOf(element, locator) : [raw];
      yield { element, texts, confidence: BY_LABEL[pairing] };
    }
    return;
  }
  const elements =
    'role' in locator
      ? elementsOfRole(scope.document, scope.words.roles, locator.role, locator.name)
      : queryAll(scope.roots(), locator.css).slice(0, MOST_ELEMENTS);
  for (const element of elements) {
    if ('css' in locator && !isAmong(scope, locator, element)) continue;
    yield { element, texts: textsOf(element, locator), confidence: CERTAIN };
    if (locator.first && isMeant(element, locator)) return;
  }
}

/** An element with the line that the locator asks for, though its value be empty; else one with any text. */
function isMeant(element: Element, locator: Locator): boolean {
  const line = locator.lineAfter ?? locator.lineAt?.having;
  if (line === undefined) return textsOf(element, locator).length > 0;
  return textLines(element).some((text) => regExpOf(line).test(text));
}

function isAmong(
  scope: Scope,
  { after, heading }: { after?: string; heading?: string },
  element: Element,
): boolean {
  const before = cleanText(element.previousElementSibling?.textContent?.slice(0, 200) ?? '');
  if (after !== undefined && !isWhole(after, before.replace(/[\s:*]+$/, ''))) return false;
  return isUnder(scope, element, heading);
}

/** Where it is to stand under a heading, whether it does. */
export const isUnder = (scope: Scope, element: Element, heading: string | undefined): boolean =>
  heading === undefined || regExpOf(heading).test(scope.headingOf(element));

type Taken = Pick<Locator, 'take' | 'lineAfter' | 'lineAt' | 'boxes'>;

/** The texts an element offers, best first. */
export function textsOf(element: Element, locator: Taken): string[] {
  if (locator.boxes) return boxesOf(element, locator.boxes);
  const take: Take = locator.take ?? 'value';
  if (typeof take === 'object') return present(element.getAttribute(take.attribute));
  switch (take) {
    case 'value':
    case 'text': {
      const text = present(isControl(element) ? controlText(element) : element.textContent);
      // An option's own value may be the code that its text spells out: state, sex, relationship.
      return take === 'value' && isSelect(element) ? [...text, ...present(element.value)] : text;
    }
    case 'own-text':
      return present(ownText(element));
    case 'lines': {
      const lines = textLines(element);
      const { lineAfter, lineAt } = locator;
      if (lineAfter) {
        const label = lines.findIndex((line) => regExpOf(lineAfter).test(line));
        const after = label < 0 ? '' : lines[label + 1];
        // The value is missing where the next label follows.
        return after?.endsWith(':') ? [] : present(after);
      }
      if (lineAt)
        return lines.some((line) => regExpOf(lineAt.having).test(line)) ? present(lines[lineAt.index]) : [];
      return lines;
    }
  }
}

/** One value in several boxes, such as month, day and year; nothing when any of them is empty. */
function boxesOf(element: Element, { css, joinedBy }: NonNullable<Locator['boxes']>): string[] {
  const parts = css.flatMap((each) => {
    const box = element.ownerDocument.querySelector(each);
    return box ? textsOf(box, {}).slice(0, 1) : [];
  });
  return parts.length === css.length ? [parts.join(joinedBy)] : [];
}

function present(text: string | null | undefined): string[] {
  const clean = cleanText((text ?? '').slice(0, 2_000));
  return clean === '' ? [] : [clean];
}
