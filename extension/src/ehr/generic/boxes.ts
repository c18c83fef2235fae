/** One value in three boxes: month, day and year of a date; area, prefix and number of a phone. */
import { cleanText, controlText, isControl, isShown } from '../dom.ts';
import { type Labelled, labelText } from '../labels.ts';
import { queryAll } from '../roots.ts';
import type { Scope } from '../scope.ts';
import type { Vocabulary } from '../vocabulary.ts';

export interface Boxed extends Labelled {
  readonly boxes: readonly Element[];
}

/** More than any form has. */
const MOST = 600;
const isDatePart = (text: string, { around }: Vocabulary): boolean =>
  around.dateParts.some((part) => part.test(text));

/** Three boxes with nothing but marks between them, and the label in front of the first or around all. */
export function boxedValues({ roots, places, words }: Scope): Boxed[] {
  const labels = new Map(places().map((place) => [place.element, place]));
  const found: Boxed[] = [];
  let last: Element | undefined;
  let looked = 0;
  for (const first of queryAll(roots(), words.lookedAt.boxes)) {
    looked += 1;
    if (looked > MOST) break;
    const boxes = boxesFrom(first, words);
    const isWithin = boxes.length !== 3 || first.parentElement === last || !boxes.every(isShown);
    if (isWithin) continue;
    const hints = boxes.map((box) => hintOf(box, labels.get(box), words));
    const own = labels.get(first);
    const label = own && !isDatePart(own.label, words) ? own : groupLabel(first, boxes, words);
    const raw = joined(boxes.map(textIn), hints, words);
    last = first.parentElement ?? undefined;
    if (label && raw !== undefined) found.push({ ...label, element: first, raw, boxes });
  }
  return found;
}

/** The box and those right behind it: beside it, or each in an element of its own. */
function boxesFrom(first: Element, words: Vocabulary): Element[] {
  const css = words.lookedAt.boxes;
  const isAlone = first.parentElement?.querySelectorAll(css).length === 1;
  let unit: Element | null = isAlone ? first.parentElement : first;
  if (unit?.previousElementSibling?.matches(css)) return [];
  const boxes: Element[] = [];
  for (; unit && boxes.length <= 3; unit = unit.nextElementSibling) {
    const isBox = unit.matches(css);
    if (!isBox && unit.childElementCount > 4) break;
    const inside = isBox ? [unit] : [...unit.querySelectorAll(css)];
    if (inside.length > 1) break;
    const text = isBox ? (boxes.length > 0 ? (unit.previousSibling?.nodeValue ?? '') : '') : textBeside(unit);
    if (/\p{L}/u.test(text) && !isDatePart(text, words)) break;
    boxes.push(...inside);
  }
  return boxes;
}

function textBeside(unit: Element): string {
  if (!unit.querySelector('select')) return cleanText(unit.textContent ?? '');
  const copy = unit.cloneNode(true) as Element;
  for (const field of copy.querySelectorAll('select')) field.remove();
  return cleanText(copy.textContent ?? '');
}

const textIn = (box: Element): string => (isControl(box) ? controlText(box) : '');

const hintOf = (box: Element, own: Labelled | undefined, { around }: Vocabulary): string =>
  around.namedIn
    .map((name) => box.getAttribute(name) ?? '')
    .concat(own?.label ?? '')
    .join(' ');

/** A date by what its boxes say, else as they stand; a phone by its length; empty when all are, else nothing. */
function joined(
  values: readonly string[],
  hints: readonly string[],
  { around }: Vocabulary,
): string | undefined {
  if (values.every((value) => value === '')) return '';
  const [year = -1, month = -1, day = -1] = around.dateParts.map((part) =>
    hints.findIndex((hint) => part.test(hint)),
  );
  const told = [year, month, day].every((at) => at >= 0) && new Set([year, month, day]).size === 3;
  if (told && values.every((value) => /^\d{1,4}$/.test(value)))
    return [year, month, day].map((at) => (values[at] ?? '').padStart(2, '0')).join('-');
  if (told) return `${values[month]} ${values[day]}, ${values[year]}`;
  const text = values.join('/');
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) return text;
  return /^\d{3}\/\d{3}\/\d{4}$/.test(text) ? values.join('-') : undefined;
}

/** The legend or name of the group around the boxes, or what stands in front of them. */
function groupLabel(
  first: Element,
  boxes: readonly Element[],
  { lookedAt }: Vocabulary,
): Pick<Labelled, 'label' | 'pairing'> | undefined {
  const last = boxes.at(-1);
  let around = first.parentElement;
  while (around && last && !around.contains(last)) around = around.parentElement;
  const group = around?.closest('fieldset, [role=group]');
  const legend = group?.querySelector('legend')?.textContent ?? group?.getAttribute('aria-label') ?? '';
  const isOnly = group?.querySelectorAll(lookedAt.boxes).length === boxes.length;
  const text = labelText(
    cleanText(isOnly && legend ? legend : (around?.previousElementSibling?.textContent ?? '')),
  );
  return text === '' || text.length > 60
    ? undefined
    : { label: text, pairing: isOnly && legend ? 'label' : 'above' };
}
