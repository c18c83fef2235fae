/** News gathered into pieces, with writes that the test holds and lets go. */
import { expect, test } from 'vitest';
import { gather } from './gather.ts';

/** `letGo` ends the write under way. */
function browser() {
  const over = new AbortController();
  const pieces: string[] = [];
  const writes: (() => void)[] = [];
  let heard = () => {};
  const say = gather({
    write: (text) => {
      pieces.push(text);
      heard();
      return new Promise<void>((resolve) => writes.push(resolve));
    },
    tooMany: 'MUCH;',
    everyMilliseconds: 1,
    signal: over.signal,
    onEnd: () => over.abort(),
  });
  const next = () =>
    new Promise<void>((resolve) => {
      heard = resolve;
    });
  return { say, pieces, next, letGo: () => writes.shift()?.() };
}

test('the first goes at once; what is said while it is written goes together after it, each thing once', async () => {
  const { say, pieces, next, letGo } = browser();
  say('a;');
  for (const line of ['b;', 'c;', 'b;', 'a;']) say(line);
  expect(pieces).toEqual(['a;']);
  const more = next();
  letGo();
  await more;
  expect(pieces).toEqual(['a;', 'b;c;a;']);
});

test('more than a slow browser should be told one by one is one line', async () => {
  const { say, pieces, next, letGo } = browser();
  say('first;');
  for (let line = 0; line < 5_000; line += 1) say(`${line};`);
  const more = next();
  letGo();
  await more;
  expect(pieces).toEqual(['first;', 'MUCH;']);
});
