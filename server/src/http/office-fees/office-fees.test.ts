/** The fees over HTTP: published amounts until an admin changes them, which is on record, and wrong ones refused. */
import type { FeeSettings, MonthOfFees } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectClearinghouse, EXAMPLE_CONNECTION } from '../../practice/index.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

const SETTINGS: FeeSettings = {
  reading: 'any',
  amounts: [{ from: '2026-01-01', threshold: 0.5, amount: 4_495, paperAmount: 45 }],
};
const put = async (after: unknown, before?: FeeSettings) =>
  server.request('PUT', '/fees/settings', {
    device: admin,
    body: { before: before ?? (await month())?.settings, after },
  });
const month = async (query = '') =>
  (await (await server.request('GET', `/fees${query}`, { device: admin })).json()) as MonthOfFees | null;

test('nothing is told without a clearinghouse; then this month, by the published amounts', async () => {
  expect(await month()).toBeNull();
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'TEST');
  const sent = { device: admin, body: billing('01', CLAIM), headers: keyed('01') };
  expect((await server.request('POST', '/claims', sent)).status).toBe(201);
  await server.fileWaiting('TEST', 'sent');
  expect(await month()).toMatchObject({
    month: '2026-11',
    mode: 'test',
    isListKnown: false,
    settings: { reading: null },
    amounts: { amount: 3_995 },
    groups: [{ notKnown: 1 }],
  });
  expect(await month('?month=2026-10')).toMatchObject({ month: '2026-10', groups: [] });
});

test('an admin says how it is counted, on record; what can not be is refused and changes nothing', async () => {
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'TEST');
  expect((await put(SETTINGS)).status).toBe(200);
  expect(await month()).toMatchObject({ settings: SETTINGS, amounts: { amount: 4_495 } });
  expect((await server.audited()).map(({ action }) => action)).toContain('fee-settings-changed');
  for (const amounts of [
    [],
    [...SETTINGS.amounts, ...SETTINGS.amounts],
    [{ ...SETTINGS.amounts[0], threshold: 0 }],
  ])
    expect((await put({ ...SETTINGS, amounts })).status).toBe(400);
  expect((await server.request('GET', '/fees?month=2026-13', { device: admin })).status).toBe(400);
  expect(await month()).toMatchObject({ settings: SETTINGS });
});

test('what another admin stored meanwhile is not overwritten', async () => {
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'TEST');
  const seen = (await month())?.settings;
  expect((await put(SETTINGS, seen)).status).toBe(200);
  expect((await put({ ...SETTINGS, reading: 'half' }, seen)).status).toBe(409);
  expect(await month()).toMatchObject({ settings: { reading: 'any' } });
});
