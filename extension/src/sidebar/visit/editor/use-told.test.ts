import { expect, it } from 'vitest';
import { toldNext } from './use-told.ts';

it.each<[...Parameters<typeof toldNext>, ReturnType<typeof toldNext>, string]>([
  [undefined, true, false, 'by-itself', 'opens by itself when something is found there'],
  [undefined, false, true, undefined, 'stays closed with a value that is right'],
  ['by-itself', false, true, 'by-itself', 'stays open when a value answered the finding'],
  ['by-itself', false, false, undefined, 'goes when the finding was answered elsewhere'],
  ['closed', true, true, 'closed', 'stays closed while what was found is known'],
  ['closed', false, true, undefined, 'is ready to open again once that is answered'],
  ['open', false, false, 'open', 'stays open as a person opened it'],
])('a section told %s (found %s, filled %s) is %s: %s', (told, isFound, isFilled, next) => {
  expect(toldNext(told, isFound, isFilled)).toBe(next);
});
