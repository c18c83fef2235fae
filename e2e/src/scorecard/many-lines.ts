/** The first service of a visit thirty times more, as a day of many procedures has it. */
import type { Truth } from './truth.ts';

const MORE = 30;

export const manyLines = { change, truth: truthOf };

/** False where the first service stands in no row of a table, or the page has as many rows as it numbers. */
function change(page: Document, { lines: [first] }: Truth): boolean {
  const row =
    first && [...page.querySelectorAll('table tr')].find((each) => isLine(each, first.procedureCode));
  if (!row || [...row.querySelectorAll('[id]')].some(({ id }) => /\d$/.test(id))) return false;
  // Numbered names must stay apart.
  const copies = Array.from({ length: MORE }, (_, index) => {
    const copy = row.cloneNode(true) as Element;
    for (const field of copy.querySelectorAll('[name], [id]'))
      for (const name of ['name', 'id']) {
        const value = field.getAttribute(name);
        if (value) field.setAttribute(name, value.replace(/\d+/, String(1_000 + index)));
      }
    return copy;
  });
  row.after(...copies);
  return true;
}

function isLine(row: Element, code: string): boolean {
  if (row.closest('[style*="display: none"], [hidden], template')) return false;
  return [...row.children].some((cell) => {
    const field = cell.querySelector('input:not([type=hidden])');
    return (field ? (field.getAttribute('value') ?? '') : (cell.textContent ?? '')).trim().startsWith(code);
  });
}

function truthOf(truth: Truth): Truth {
  const [first, ...rest] = truth.lines;
  return first ? { ...truth, lines: [...Array.from({ length: MORE + 1 }, () => first), ...rest] } : truth;
}
