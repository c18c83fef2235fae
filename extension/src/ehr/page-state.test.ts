import { describe, expect, test } from 'vitest';
import { entriesAt, parseState, textsAt } from './page-state.ts';

const chargeItem = {
  code: {
    coding: [
      { system: 'http://example.test/other', code: 'X' },
      { system: 'http://example.test/cpt', code: '97110' },
    ],
  },
  modifier: [{ coding: [{ code: 'GP' }] }, { coding: [{ code: '59' }] }],
  quantity: { value: 2 },
};

describe('a path into the page`s state', () => {
  test.each([
    ['quantity.value', ['2']],
    ['code.coding[1].code', ['97110']],
    ['code.coding[system=http://example.test/cpt].code', ['97110']],
    ['modifier.coding.code', ['GP', '59']],
    ['modifier[0].coding.code', ['GP']],
    ['code.coding[system=none].code', []],
    ['code', []],
    ['constructor.name', []],
    ['quantity.value.toString', []],
  ])('%s gives %j', (path, texts) => expect(textsAt(chargeItem, path)).toEqual(texts));

  test('begins with the name of the property that held the resource', () => {
    const tree = { chargeItem: [{ resource: chargeItem, at: [] }] };
    expect(entriesAt(tree, 'chargeItem.quantity.value')).toEqual({
      entries: tree.chargeItem,
      within: 'quantity.value',
    });
    expect(entriesAt(tree, 'toString.name').entries).toEqual([]);
  });
});

describe('what a page gives as its state', () => {
  test('is refused whole when it is no tree of lists', () => {
    for (const wrong of [null, undefined, 'text', 7, [], { patient: 'Anna' }])
      expect(parseState(wrong)).toBe(undefined);
  });

  test('loses places that are none, and entries that are no resources', () => {
    const given = {
      patient: [{ resource: { a: 1 }, at: ['x'] }, null, 7, { resource: { a: 2 }, at: [0, 3] }],
    };
    expect(parseState(given)).toEqual({
      patient: [
        { resource: { a: 1 }, at: [] },
        { resource: { a: 2 }, at: [0, 3] },
      ],
    });
  });
});
