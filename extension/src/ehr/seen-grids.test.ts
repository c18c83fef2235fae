import { describe, expect, test } from 'vitest';
import { createSeenGrids } from './seen-grids.ts';
import { headerTexts, type Table } from './tables.ts';

const document = Object.create(null) as Document;
const element = (attributes: Record<string, string>, text = ''): Element =>
  ({
    ownerDocument: document,
    textContent: text,
    getAttribute: (name: string) => attributes[name] ?? null,
  }) as unknown as Element;

const SIZE = { 'aria-rowcount': '4', 'aria-colcount': '2' };
const grid = element(SIZE);

/** Rows by number, each with its name and its texts. */
function drawing(rows: Record<number, readonly [id: string, ...texts: (string | undefined)[]]>): Table {
  return {
    element: grid,
    rowCount: 4,
    rows: Object.entries(rows).map(([number, [id, ...texts]]) => ({
      element: element({ 'aria-rowindex': number, 'data-id': id }),
      cells: texts.map((text) => (text === undefined ? undefined : element({}, text))),
    })),
  };
}
const textsOf = (table: Table) => table.rows.map(headerTexts);

describe('a grid that draws only what is in sight', () => {
  test('is whole, in its order, when a person has scrolled through it, also sideways', () => {
    const grids = createSeenGrids();
    grids.whole(drawing({ 3: ['c', '97140', '1'], 4: ['d', '97530', '2'] }), '/visit');
    grids.whole(drawing({ 1: ['a', 'CPT', 'Units'] }), '/visit');
    const read = grids.whole(drawing({ 2: ['b', undefined, '3'], 3: ['c', undefined, '1'] }), '/visit');
    expect(textsOf(read)).toEqual([
      ['CPT', 'Units'],
      [undefined, '3'],
      ['97140', '1'],
      ['97530', '2'],
    ]);
  });

  test.each([
    ['another address', drawing({ 2: ['b', '97110', '3'] }), '/other'],
    ['another row where one was', drawing({ 3: ['x', '97150', '1'] }), '/visit'],
    ['a row that was elsewhere', drawing({ 2: ['c', '97140', '1'] }), '/visit'],
    ['a row that was changed', drawing({ 3: ['c', '97140', '2'] }), '/visit'],
  ])('forgets what is out of sight at %s', (_what, now, address) => {
    const grids = createSeenGrids();
    grids.whole(drawing({ 3: ['c', '97140', '1'], 4: ['d', '97530', '2'] }), '/visit');
    expect(grids.whole(now, address).rows).toHaveLength(1);
  });

  test('keeps rows for one patient alone', () => {
    const grids = createSeenGrids();
    const seen = drawing({ 3: ['c', '97140', '1'] });
    grids.whole(seen, '/visit');
    expect(grids.keepFor(document, { name: 'anna tester' })).toBe(false);
    expect(grids.whole(drawing({ 2: ['b', '97110', '3'] }), '/visit').rows).toHaveLength(2);
    expect(grids.keepFor(document, { name: 'bob sample' })).toBe(true);
    expect(grids.whole(drawing({ 2: ['b', '97110', '3'] }), '/visit').rows).toHaveLength(1);
  });
});

test('a table that draws all its rows is left as it is', () => {
  const { rowCount: _, ...whole } = drawing({ 1: ['a', 'CPT'] });
  expect(createSeenGrids().whole(whole, '/visit')).toBe(whole);
});
