import { expect, test } from 'vitest';
import { parseTeachRequest } from './guards.ts';

const RECIPE = { id: 'taught-x', hosts: [], documents: [], signs: { selectors: [] }, elsewhere: [] };

test.each([
  [{ type: 'teach/stop', more: 1 }, { type: 'teach/stop' }],
  [
    { type: 'teach/point', at: 'value', words: 'the birth date', run: 'x' },
    { type: 'teach/point', at: 'value', words: 'the birth date' },
  ],
  [
    { type: 'teach/show', placeIds: ['p1', 'p2'], run: 'x' },
    { type: 'teach/show', placeIds: ['p1', 'p2'] },
  ],
  [
    { type: 'teach/try', recipe: RECIPE },
    { type: 'teach/try', recipe: RECIPE },
  ],
])('%j is taken as its known parts', (message, request) =>
  expect(parseTeachRequest(message)).toEqual(request),
);

test.each([
  [null],
  ['teach/stop'],
  [{ type: 'page/read' }],
  [{ type: 'teach/point', at: 'page', words: '' }],
  [{ type: 'teach/point', at: 'value' }],
  [{ type: 'teach/point', at: 'value', words: 'x'.repeat(81) }],
  [{ type: 'teach/show', placeIds: 'p1' }],
  [{ type: 'teach/show', placeIds: ['p1', 2] }],
  [{ type: 'teach/show', placeIds: ['x'.repeat(41)] }],
  [{ type: 'teach/show', placeIds: Array(61).fill('p1') }],
  [{ type: 'teach/try' }],
  [{ type: 'teach/try', recipe: { ...RECIPE, documents: 'all' } }],
  [{ type: 'teach/try', recipe: { ...RECIPE, signs: null } }],
])('%j is dropped', (message) => expect(parseTeachRequest(message)).toBeUndefined());
