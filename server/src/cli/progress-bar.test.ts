import { expect, test } from 'vitest';
import { barLine, progressBar } from './progress-bar.ts';

test.each([
  [0, 100, 'Reading [------------------------------]   0 %'],
  [50, 100, 'Reading [###############---------------]  50 %'],
  [999, 1000, 'Reading [#############################-]  99 %'],
  [100, 100, 'Reading [##############################] 100 %'],
  [0, 0, 'Reading [##############################] 100 %'],
])('%i of %i is drawn as %s', (done, total, line) => {
  expect(barLine('Reading', done, total)).toBe(line);
});

test('a bar that looks the same is not drawn again', () => {
  const drawn: (string | undefined)[] = [];
  const show = progressBar({ progress: (line) => drawn.push(line) }, 'Reading');
  for (const done of [1, 2, 10_000, 10_001]) show(done, 1_000_000);
  expect(drawn).toHaveLength(2);
});
