/** What the page script takes from messages, and what it drops. */
import { describe, expect, test } from 'vitest';
import { parsePageRequest } from './guards.ts';
import { parsePlace } from './place.ts';

describe('requests to the page script', () => {
  test.each([
    [{ type: 'page/read', extra: 'dropped' }, { type: 'page/read' }],
    [{ type: 'page/stop' }, { type: 'page/stop' }],
    [{ type: 'page/recipes-changed', recipes: [] }, { type: 'page/recipes-changed' }],
    [
      { type: 'page/highlight', placeId: null },
      { type: 'page/highlight', placeId: null },
    ],
    [
      { type: 'page/sidebar', action: 'open' },
      { type: 'page/sidebar', action: 'open' },
    ],
    [
      { type: 'page/dot', state: 'look' },
      { type: 'page/dot', state: 'look' },
    ],
    [
      { type: 'page/resize', width: 500 },
      { type: 'page/resize', width: 500 },
    ],
  ])('%j is taken, with its known parts only', (message, request) =>
    expect(parsePageRequest(message)).toEqual(request),
  );

  test.each([
    [null],
    ['page/read'],
    [{ type: 'page/eval', code: '1' }],
    [{ type: 'page/sidebar', action: 'destroy' }],
    [{ type: 'page/resize', width: Number.NaN }],
    [{ type: 'page/highlight', placeId: 41 }],
    [{ type: 'page/dot', state: { toString: () => 'look' } }],
  ])('%j is dropped', (message) => expect(parsePageRequest(message)).toBeUndefined());
});

test('a place is brought within its limits, and anything else is none', () => {
  expect(parsePlace({ edge: 7, width: 9_999 })).toEqual({ edge: 0.94, width: 640 });
  expect(parsePlace({ edge: '0.5', width: 420 })).toBeUndefined();
  expect(parsePlace(undefined)).toBeUndefined();
});
