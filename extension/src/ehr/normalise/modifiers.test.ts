import { expect, test } from 'vitest';
import { modifiers } from './modifiers.ts';

test.each([
  ['25', ['25']],
  ['RT:59', ['RT', '59']],
  ['gp 59', ['GP', '59']],
  ['25, 59', ['25', '59']],
  ['', []],
])('modifiers of "%s" keep their order', (text, list) => expect(modifiers(text)).toEqual(list));

test.each([['Significant, separately identifiable'], ['25 59 RT LT XS'], ['2']])(
  'a person must look at "%s"',
  (text) => expect(modifiers(text)).toBeUndefined(),
);
