import { expect, test } from 'vitest';
import { becameOf } from './became-of.ts';

const at = (state: 'read' | 'needs-person' | 'set-aside' | 'stored', waitsWithPayments = false) => ({
  state,
  waitsWithPayments,
  decision: null,
});

test.each([
  [true, 'read', at('read'), 'was read: what was new in it is posted, and nothing of it waits for you.'],
  [false, 'read', at('read'), 'came before: nothing of it was posted again.'],
  [
    true,
    'needs-person',
    at('needs-person', true),
    'was read. What of it waits for you stands first in the list.',
  ],
  [
    false,
    'needs-person',
    at('needs-person', true),
    'came before. What of it waits for you stands first in the list.',
  ],
  [true, 'needs-person', at('needs-person'), 'was not understood. It is kept, and waits for you below.'],
  [true, 'needs-person', at('read'), 'was read. Nothing of it waits for you any more.'],
] as const)(
  'a remittance file that is new: %s, %s at first, is told as it stands',
  (isNew, state, now, words) => {
    expect(becameOf({ isNew, kind: '835', state }, now)).toBe(words);
  },
);

test('of a file that is no remittance nobody reads that it was posted', () => {
  expect(becameOf({ isNew: true, kind: '999', state: 'read' }, at('read'))).toBe(
    'was read: nothing of it waits for you.',
  );
});
