/** Rows that are no table's: elements of the same kind, one for each service or diagnosis, and the parts within them. */
import type { RowPart } from '@claimside/shared/recipe';
import { cleanText, controlText, isControl, isInput, isShown, ownText } from '../ehr/dom.ts';
import { queryAll, rootsOf } from '../ehr/roots.ts';
import { asWords, classSelectors, dataSelectors, nameSelectors } from './names.ts';

const MOST_ANCESTORS = 12;
const MOST_ROWS = 200;
const MOST_PARTS = 30;

/** How rows are found, and which they are. */
export interface Repeated {
  readonly css: string;
  /** The one that was pointed at. */
  readonly row: Element;
  /** Those that hold what is looked for, in order. */
  readonly rows: readonly Element[];
}

/** The innermost kind of rows around an element of which at least half hold what is looked for, once each. */
export function repeatedAround(element: Element, isRow: (row: Element) => boolean): Repeated | undefined {
  const roots = rootsOf(element.ownerDocument);
  let row: Element | null = element;
  for (
    let up = 0;
    row && row !== row.ownerDocument.body && up < MOST_ANCESTORS;
    up += 1, row = row.parentElement
  ) {
    if (!isRow(row)) continue;
    for (const css of rowSelectors(row)) {
      const all = queryAll(roots, css).filter(isShown).slice(0, MOST_ROWS);
      const rows = all.filter((each) => isRow(each));
      const areApart = rows.every((each) => !rows.some((other) => other !== each && other.contains(each)));
      if (rows.includes(row) && areApart && rows.length * 2 >= all.length) return { css, row, rows };
    }
  }
  return undefined;
}

/** By data attribute without the value that differs, by class, by what they stand in. */
function rowSelectors(row: Element): string[] {
  const own = [...dataSelectors(row), ...classSelectors(row)];
  const around: string[] = [];
  let outer = row.parentElement;
  for (let up = 0; outer && up < 3; up += 1, outer = outer.parentElement)
    around.push(...[...dataSelectors(outer), ...nameSelectors(outer), ...classSelectors(outer)]);
  const kind = row.localName;
  const inside = around.map((css) => (kind === 'tr' ? `${css} tbody tr` : `${css} ${kind}`));
  // Classes all together name rows most exactly: they come before each alone.
  return [...own.reverse(), ...inside];
}

export interface Part {
  readonly part: RowPart;
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** What stands there in the row that was pointed at. */
  readonly element: Element;
}

/** The parts of a row that have a name of their own, found alike in most rows. */
export function partsOf({ row, rows }: Repeated): Part[] {
  const found: Part[] = [];
  for (const element of row.querySelectorAll('*')) {
    if (found.length >= MOST_PARTS) break;
    const holdsText = isControl(element)
      ? !(isInput(element) && element.type === 'hidden')
      : element.localName !== 'option' && /[\p{L}\p{N}]/u.test(ownText(element));
    if (!holdsText || found.some(({ element: known }) => known.contains(element))) continue;
    const css = selectorWithin(element, row, rows);
    if (css === undefined) continue;
    const texts = rows.map((each) => textOf(each.querySelector(css)));
    found.push({ part: { css }, names: [asWords(css.replace(/\[data-[\w-]+=/g, ''))], texts, element });
  }
  return found;
}

function selectorWithin(element: Element, row: Element, rows: readonly Element[]): string | undefined {
  const around = element.parentElement && element.parentElement !== row ? element.parentElement : undefined;
  const own = [...dataSelectors(element), ...nameSelectors(element), ...classSelectors(element)];
  const within = around
    ? [...dataSelectors(around), ...classSelectors(around)].map((css) => `${css} ${element.localName}`)
    : [];
  return [...own, ...within].find((css) => {
    const [first, ...others] = row.querySelectorAll(css);
    const having = rows.filter((each) => each.querySelectorAll(css).length === 1).length;
    return first === element && others.length === 0 && having * 2 > rows.length;
  });
}

export function textOf(element: Element | null): string {
  if (!element) return '';
  return isControl(element) ? controlText(element) : cleanText((element.textContent ?? '').slice(0, 2_000));
}

/** The texts of a row one by one, as they stand in its elements and fields. */
export function textsIn(row: Element): string[] {
  const texts: string[] = [];
  const walk = (node: Node): void => {
    if (node.nodeType === 3) texts.push(cleanText(node.nodeValue ?? ''));
    else if (node.nodeType === 1 && isControl(node as Element)) texts.push(textOf(node as Element));
    else for (const child of node.childNodes) walk(child);
  };
  walk(row);
  return texts.filter((text) => text !== '');
}
