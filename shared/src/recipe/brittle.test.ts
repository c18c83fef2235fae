import { describe, expect, test } from 'vitest';
import { isBrittle } from './brittle.ts';

describe('a selector', () => {
  test.each([
    'td:nth-child(3)',
    'tr td:first-child',
    'li:last-of-type',
    'p:only-child',
    'div > div > div',
    '#main div > div > span',
    'body > table > tbody > tr',
  ])('that names an element by its position is brittle: %s', (css) => expect(isBrittle(css)).toBe(true));

  test.each([
    '[data-testid="cpt"] > span',
    'table.charges > tbody > tr',
    '#patient span',
    'label + input',
    'dl > dt',
  ])('that names it by what it is is not: %s', (css) => expect(isBrittle(css)).toBe(false));
});
