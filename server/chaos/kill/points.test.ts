import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KILL_POINTS, withPoints } from './points.ts';

test.each([...new Set(KILL_POINTS.map(({ file }) => file))])('each point in %s has its place', (file) => {
  const source = readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
  const points = KILL_POINTS.filter((point) => point.file === file);
  expect(withPoints(source, file).split('claimsideKillPoint').length - 1).toBe(points.length);
});

test('a point whose place is gone is told by its file and text', () => {
  expect(() => withPoints('nothing of it', 'exchange/send.ts')).toThrow(
    /^exchange\/send.ts does not hold once: /,
  );
});

test('points are told apart by their names', () => {
  expect(new Set(KILL_POINTS.map(({ name }) => name)).size).toBe(KILL_POINTS.length);
});
