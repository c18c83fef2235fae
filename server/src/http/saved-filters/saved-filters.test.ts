/** A way of looking at the lists is kept under a name, for all browsers of the practice, and nobody's name is in it. */
import { MOST_SAVED_FILTERS, type SavedFilters } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

const save = (name: string, filter: object, device = biller) =>
  server.request('POST', '/saved-filters', { device, body: { name, filter } });
const listed = async (device = biller) =>
  (await (await server.request('GET', '/saved-filters', { device })).json()) as SavedFilters;

test('what one browser keeps, every other of the practice has, and no other practice', async () => {
  const filter = { list: 'denied', payerName: 'AETNA', minimumAmount: 50_000, withinDays: 14 };
  expect((await save('Aetna over $500', filter)).status).toBe(200);
  const another = await server.pair('biller');
  expect(await listed(another)).toEqual([{ id: expect.any(String), name: 'Aetna over $500', filter }]);
  const other = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
  expect(await listed(other)).toEqual([]);
});

test('the same name, however written, is the same one; they stand in the order of their names', async () => {
  await save('Mine', { list: 'denied', assignee: 'mine' });
  await save('Clinic', { list: 'all', location: '11|' });
  await save('  MINE!', { list: 'rejected', assignee: 'mine' });
  expect((await listed()).map(({ name, filter }) => [name, filter.list])).toEqual([
    ['Clinic', 'all'],
    ['MINE!', 'rejected'],
  ]);
});

test('one is forgotten, once', async () => {
  await save('Mine', { list: 'denied', assignee: 'mine' });
  const [{ id } = { id: '' }] = await listed();
  const forget = () => server.request('DELETE', `/saved-filters/${id}`, { device: biller });
  expect(await (await forget()).json()).toEqual([]);
  expect((await forget()).status).toBe(404);
});

test('there are no more than anybody chooses from, and what is there can still be changed', async () => {
  for (let number = 0; number < MOST_SAVED_FILTERS; number += 1)
    await save(`Number ${number}`, { list: 'all' });
  expect((await problemOf(await save('One more', { list: 'all' }))).code).toBe('too-many-filters');
  expect((await save('Number 7', { list: 'paid' })).status).toBe(200);
});

test.each([
  ['what was searched for', { list: 'all', search: 'TESTER' }],
  ['a page', { list: 'all', cursor: 'x' }],
  ['no list', { payerName: 'AETNA' }],
])('%s is not kept', async (_what, filter) => {
  expect((await problemOf(await save('Name', filter))).code).toBe('invalid-request');
});
