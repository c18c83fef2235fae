/** What an admin sees of the log of who saw and changed what. */
import type { AuditCheck, AuditPage, ClaimDetail } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

const get = (path: string) => server.request('GET', path, { device: admin });
const page = async (query = '') => (await (await get(`/audit${query}`)).json()) as AuditPage;

test('who billed and who looked is there by the name of their browser, and so is who read the log', async () => {
  const clinician = await server.pair('clinician');
  const billed = await server.request('POST', '/claims', {
    device: clinician,
    body: billing(),
    headers: keyed('a'),
  });
  const { id } = (await billed.json()) as { id: string };
  const { entries } = await page('?action=claim-billed');
  expect(entries).toMatchObject([{ deviceName: 'TEST clinician', action: 'claim-billed', subject: id }]);
  expect((await page()).entries[0]).toMatchObject({ deviceName: 'TEST admin', action: 'audit-read' });
  expect((await (await get('/audit/check')).json()) as AuditCheck).toMatchObject({ brokenAt: null });
});

test('it is searched by the browser and by the claim, whose number does as well as its id', async () => {
  const clinician = await server.pair('clinician');
  const bill = async (visit: string) => {
    const asked = { device: clinician, body: billing(visit), headers: keyed(visit) };
    return (await (await server.request('POST', '/claims', asked)).json()) as ClaimDetail;
  };
  const { id, patientControlNumber } = await bill('01');
  const actions = async (query: string) => (await page(query)).entries.map(({ action }) => action);
  for (const subject of [id, patientControlNumber, patientControlNumber.toLowerCase()])
    expect(await actions(`?subject=${subject}`)).toContain('claim-billed');
  expect(await actions(`?subject=${patientControlNumber}&deviceId=${admin.deviceId}`)).toEqual([]);
  expect(await actions(`?deviceId=${clinician.deviceId}`)).toContain('claim-billed');
  expect(await actions('?subject=NOTHING')).toEqual([]);
});

test('page after page gives each entry once', async () => {
  for (let read = 0; read < 110; read += 1) await get('/audit?action=claim-billed');
  const seen: number[] = [];
  for (let before: number | null = 111; before !== null; ) {
    const { entries, next }: AuditPage = await page(`?action=audit-read&before=${before}`);
    seen.push(...entries.map(({ sequence }) => sequence));
    before = next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toEqual(seen.toSorted((one, other) => other - one));
  expect(seen.length).toBeGreaterThan(100);
});

test('the export has a row for each entry, with its hash, and holds no patient', async () => {
  await server.request('POST', '/claims', { device: admin, body: billing(), headers: keyed('a') });
  const response = await get('/audit/export?from=2026-01-01');
  expect(response.headers.get('content-disposition')).toContain('claimside-audit.csv');
  const rows = (await response.text()).trim().split('\r\n');
  expect(rows[0]).toBe('Number,Time (UTC),Device,Device ID,What,Of,Hash');
  expect(rows.slice(1).every((row) => /,[0-9a-f]{64}$/.test(row))).toBe(true);
  expect(rows.some((row) => row.includes('claim-billed'))).toBe(true);
  expect(rows.join()).not.toContain('TESTER');
});

test('what is no day and no deed is refused', async () => {
  expect((await get('/audit?from=yesterday')).status).toBe(400);
  expect((await get('/audit?action=danced')).status).toBe(400);
});
