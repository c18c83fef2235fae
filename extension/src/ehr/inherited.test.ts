import { expect, test } from 'vitest';
import { startedLate } from './inherited.ts';

test.each([
  ['while the page is still being parsed', 0, 90_000, false],
  ['a moment after it was parsed, as registered scripts do', 300, 900, false],
  ['on a slow machine', 2_000, 5_500, false],
  ['in a page that was open before its site was added', 300, 45_000, true],
])('a script that starts %s', (_, parsedAt, now, late) => expect(startedLate(parsedAt, now)).toBe(late));
