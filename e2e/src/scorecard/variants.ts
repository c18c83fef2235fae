/**
 * What the same page looks like elsewhere: each variant changes a page as another practice, release or locale would, and
 * says what the changed page says. They run in the browser, on a page that was parsed and not yet shown.
 */

import type { CaptureField } from '@claimside/shared/capture';
import { emptyOptional } from './empty-optional.ts';
import { manyLines } from './many-lines.ts';
import { eachText } from './texts.ts';
import type { Truth } from './truth.ts';

export interface Variant {
  readonly name: string;
  /** Changes the page; gives false where it has nothing to change, and the fields that it took away, if any. */
  readonly change: (page: Document, truth: Truth) => boolean | readonly CaptureField[];
  /** What the changed page says, where that differs. */
  readonly truth?: (truth: Truth) => Truth;
}

export const VARIANTS: readonly Variant[] = [
  { name: 'renamed ids', change: renamedIds },
  { name: 'reordered columns', change: reorderedColumns },
  { name: 'extra columns', change: extraColumns },
  { name: 'dates with the day first', change: dayFirst },
  { name: 'dates in words', change: datesInWords },
  { name: 'locked fields', change: lockedFields },
  { name: 'another visit beside', change: anotherVisit },
  { name: 'empty optional fields', change: emptyOptional },
  { name: 'thirty lines', change: manyLines.change, truth: manyLines.truth },
];

/** Names that a new release gives anew: ids, classes, field names, test ids. Labels go on pointing at their fields. */
function renamedIds(page: Document): boolean {
  const renamed = (name: string): string =>
    `x${[...name].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 7) >>> 0}`;
  let changed = false;
  for (const element of page.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      if (value === '') continue;
      if (
        ['id', 'name', 'for', 'class'].includes(name) ||
        (name.startsWith('data-') && name !== 'data-state')
      ) {
        element.setAttribute(name, renamed(value));
        changed = true;
      } else if (name === 'aria-labelledby') {
        element.setAttribute(name, value.split(/\s+/).map(renamed).join(' '));
      }
    }
  }
  return changed;
}

/** Tables with their columns the other way round. */
function reorderedColumns(page: Document): boolean {
  let changed = false;
  for (const row of page.querySelectorAll('tr')) {
    const cells = [...row.children];
    if (!hasHeader(row.closest('table'))) continue;
    // A row of label and value, or one with spans, is none of columns.
    if (cells.length < 3 || cells.some((cell) => cell.hasAttribute('colspan'))) continue;
    if (cells.some((cell) => /:\s*$/.test(cell.textContent ?? ''))) continue;
    row.append(...cells.reverse());
    changed = true;
  }
  return changed;
}

/** Without one, labels and values stand in turn, and no page has a label behind its value. */
function hasHeader(table: HTMLTableElement | null): boolean {
  const [header] = table?.rows ?? [];
  return header?.querySelector('input, select, textarea') === null && !/\d\d/.test(header.textContent ?? '');
}

/** A column of five-digit numbers that are no codes, and one of money that is no charge, in front of all others. */
function extraColumns(page: Document): boolean {
  let changed = false;
  for (const table of page.querySelectorAll('table')) {
    const rows = [...table.rows].filter(
      (row) => row.cells.length >= 4 && ![...row.cells].some((cell) => cell.colSpan > 1),
    );
    if (rows.length < 2) continue;
    for (const [index, row] of rows.entries()) {
      for (const text of index === 0 ? ['Paid so far', 'Ref'] : ['$99.99', String(62_700 + index)]) {
        const cell = page.createElement(row.cells[0]?.localName ?? 'td');
        cell.textContent = text;
        row.prepend(cell);
      }
    }
    changed = true;
  }
  return changed;
}

/** `16/11/2026`, on a page that says where it is from; one that writes so already is left as it is. */
function dayFirst(page: Document, truth: Truth): boolean {
  if (isDayFirst(page, truth)) return false;
  page.documentElement.lang = 'en-GB';
  return eachText(page, (text) =>
    // In one go: what was turned once must not be turned back.
    text.replace(
      /\b(?:(\d{4})-(\d{2})-(\d{2})|(0?[1-9]|1[0-2])\/(0?[1-9]|[12]\d|3[01])\/(\d{4}))\b/g,
      (_, year, month, day, first, second, behind) =>
        year === undefined ? `${second}/${first}/${behind}` : `${day}/${month}/${year}`,
    ),
  );
}

function isDayFirst(page: Document, { fields }: Truth): boolean {
  const born = fields['patient.birthDate']?.split('-').reverse().join('/');
  return born !== undefined && page.documentElement.outerHTML.includes(born);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Nov 16, 2026`. */
function datesInWords(page: Document, truth: Truth): boolean {
  if (isDayFirst(page, truth)) return false;
  const words = (year: string, month: string, day: string): string =>
    `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
  return eachText(page, (text) =>
    text
      .replace(/\b(\d{4})-(0[1-9]|1[0-2])-(\d{2})\b/g, (_, year, month, day) => words(year, month, day))
      .replace(/\b(0?[1-9]|1[0-2])\/(\d{1,2})\/(\d{4})\b/g, (_, month, day, year) => words(year, month, day)),
  );
}

/** A visit that was closed: what stood in fields is text. */
function lockedFields(page: Document): boolean {
  let changed = false;
  for (const field of page.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
    if (field.type === 'hidden' || field.type === 'checkbox' || field.type === 'radio') continue;
    const text = page.createElement('span');
    const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
    text.textContent =
      field.localName === 'select' ? (chosen?.textContent ?? '') : field.getAttribute('value');
    if (field.localName === 'textarea') text.textContent = field.textContent;
    for (const { name, value } of field.attributes)
      if (/^(id|class|aria-|data-)/.test(name)) text.setAttribute(name, value);
    field.replaceWith(text);
    changed = true;
  }
  return changed;
}

/** Someone's earlier visit, a problem list and an emergency contact stand on the page too. */
function anotherVisit(page: Document): boolean {
  const part = page.createElement('section');
  part.innerHTML = `
    <h2>Past visits</h2>
    <table>
      <tr><th>Date</th><th>CPT</th><th>Description</th><th>Mod</th><th>Dx</th><th>Units</th><th>Charge</th></tr>
      <tr><td>2025-01-03</td><td>99203</td><td>Office visit</td><td>57</td><td>A</td><td>3</td><td>$11.11</td></tr>
    </table>
    <h2>Problem list</h2>
    <ul><li>E66.9 Obesity, unspecified</li><li>Z87.891 Personal history of nicotine dependence</li></ul>
    <h2>Emergency contact</h2>
    <dl><dt>Last name</dt><dd>Nobody</dd><dt>First name</dt><dd>Nora</dd><dt>Phone</dt><dd>(217) 555-0199</dd></dl>`;
  page.body.append(part);
  return page.querySelector('frameset') === null;
}
