import { describe, expect, test } from 'vitest';
import { countingOf, parseState } from './counting-state.ts';
import { entriesAt, textsAt } from './page-state.ts';

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
    ['modifier[coding.code=59].coding.code', ['59']],
    ['code.coding[system^=http://example.test/c].code', ['97110']],
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

describe('of what a page holds', () => {
  const at: number[] = [];
  const ask = {
    kind: 'react-props',
    css: '*',
    props: ['visit', 'charge'],
    only: {
      visit: { own: 'id', is: { address: '/visit/([^/?]+)' } },
      charge: { own: 'visit.reference', is: { state: 'visit.id' } },
    },
  } as const;
  const charge = (id: string, visit: string, units = 1) => ({
    resource: { id, units, visit: { reference: `Visit/${visit}` } },
    at,
  });
  const tree = {
    visit: [
      { resource: { id: 'v1' }, at },
      { resource: { id: 'v2' }, at },
    ],
    charge: [charge('c1', 'v1'), charge('c2', 'v2')],
  };

  test('only what belongs to the visit of the address counts', () => {
    expect(countingOf(tree, ask, '/visit/v2')).toEqual({
      visit: [{ resource: { id: 'v2' }, at }],
      charge: [charge('c2', 'v2')],
    });
  });

  test('nothing counts where the address names no visit', () => {
    expect(countingOf(tree, ask, '/claims')).toEqual({ visit: [], charge: [] });
  });

  test.each([
    [[2, 1], ['c2', 'c1'], undefined],
    [[undefined, 1], ['c1', 'c2'], true],
  ] as const)(
    'ranks %j give the order, and only some of them put it in doubt',
    (ranks, order, isContested) => {
      const used = ranks.map((rank, index) => ({ of: { reference: `Charge/c${index + 1}` }, rank }));
      const ranked = {
        visit: [{ resource: { id: 'v1', used }, at }],
        charge: [charge('c1', 'v1'), charge('c2', 'v1')],
      };
      const only = {
        charge: { own: 'id', is: { state: 'visit.used.of.reference', rank: 'visit.used.rank' } },
      };
      const { charge: read } = countingOf(ranked, { ...ask, only }, '/visit/v1');
      expect(read?.map(({ resource }) => (resource as { id: string }).id)).toEqual(order);
      expect(read?.map((entry) => entry.isContested)).toEqual([isContested, isContested]);
    },
  );

  test('a copy counts once, and a copy that differs puts the first in doubt', () => {
    const copies = { ...tree, charge: [charge('c1', 'v1'), charge('c1', 'v1'), charge('c1', 'v1', 2)] };
    expect(countingOf(copies, ask, '/visit/v1').charge).toEqual([
      { ...charge('c1', 'v1'), isContested: true },
    ]);
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
