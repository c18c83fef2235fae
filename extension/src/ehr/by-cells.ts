/**
 * Tables without headers, by the cells of their rows: what a recipe says in numbers, as selectors. Done before a page is given
 * its recipes, so that the reader in every page need not know of it.
 */
import type { LineList, Recipe, RowPart } from '@claimside/shared/recipe';

const FIELD = ':is(input:not([type=hidden]), select, textarea)';

/** The same recipe, whose lists name cells by selectors alone. */
export const withCellsNamed = (recipe: Recipe): Recipe => ({
  ...recipe,
  documents: recipe.documents.map((document) =>
    document.lines ? { ...document, lines: listOf(document.lines) } : document,
  ),
});

function listOf(list: LineList): LineList {
  const { rows, parts = {} } = list;
  if (typeof rows === 'string' || !('cells' in rows)) return list;
  const { css, cells, ...under } = rows;
  const ofSoMany = `${css}:has(> ${nth(cells - 1)}):not(:has(> ${nth(cells)}))`;
  return {
    ...list,
    rows: { ...under, css: ofSoMany },
    parts: Object.fromEntries(
      Object.entries(parts).map(([column, part]) => [column, 'cells' in part ? partOf(part) : part]),
    ),
  };
}

/** The fields of a cell, where it has some, else the cell. */
const partOf = ({ cells = [], ...part }: RowPart): RowPart => ({
  ...part,
  css: cells
    .map((cell) => `:scope > ${nth(cell)}`)
    .map((cell) => `${cell}:not(:has(${FIELD})), ${cell} ${FIELD}`)
    .join(', '),
});

const nth = (cell: number): string => `:nth-child(${cell + 1})`;
