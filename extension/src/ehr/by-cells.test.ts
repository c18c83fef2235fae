import type { LineList, Recipe } from '@claimside/shared/recipe';
import { expect, test } from 'vitest';
import { withCellsNamed } from './by-cells.ts';

const recipeWith = (lines: LineList): Recipe => ({
  id: 'taught-x',
  name: 'X',
  revision: 1,
  hosts: [],
  signs: { selectors: [] },
  documents: [{ id: 'taught-1', name: 'Visit', address: '^/', lines }],
  noVisit: 'Open the visit.',
  elsewhere: [],
});
const named = (lines: LineList) => withCellsNamed(recipeWith(lines)).documents[0]?.lines;

test('rows of so many cells, and their cells, are named by selectors', () => {
  const { rows, parts } =
    named({
      rows: { css: '.lines tr', cells: 3 },
      parts: { code: { cells: [0] }, modifiers: { cells: [1, 2] } },
    }) ?? {};
  expect(rows).toEqual({ css: '.lines tr:has(> :nth-child(3)):not(:has(> :nth-child(4)))' });
  expect(parts).toEqual({
    code: {
      css: ':scope > :nth-child(1):not(:has(:is(input:not([type=hidden]), select, textarea))), :scope > :nth-child(1) :is(input:not([type=hidden]), select, textarea)',
    },
    modifiers: { css: expect.stringMatching(/^:scope > :nth-child\(2\).*:scope > :nth-child\(3\)/) },
  });
});

test('every other list stays as it is', () => {
  const table: LineList = { rows: 'table', columns: { code: 'CPT' } };
  const free: LineList = { rows: { css: '.svc' }, parts: { code: { css: '.code' } } };
  expect([named(table), named(free)]).toEqual([table, free]);
});
