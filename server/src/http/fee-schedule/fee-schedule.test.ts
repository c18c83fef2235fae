/** The fee schedule over HTTP: brought and exported, one price changed, and what payers allow too little found by it. */
import type { ClaimDetail, ClaimList, ScheduledProcedure } from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

const bring = (text: string, isImport = true) =>
  server.request('POST', `/fee-schedule${isImport ? '?import=true' : ''}`, {
    device: admin,
    body: Buffer.from(text),
  });
const get = async (path: string) => (await server.request('GET', path, { device: admin })).json();

test('it is looked at, imported, counted and exported; each is on record', async () => {
  const file = 'Code,Price,Self-pay price,Contract TEST1\n99214,185.00,130.00,120.00\n97110,,,\n';
  expect(await (await bring(file, false)).json()).toMatchObject({ size: 2, added: { count: 2 } });
  expect(await get('/fee-schedule')).toMatchObject({ size: 0 });
  expect((await bring(file)).status).toBe(201);
  expect(await get('/fee-schedule')).toEqual({
    size: 2,
    withoutPrice: 1,
    withSelfPayPrice: 1,
    contracts: [{ payerId: 'TEST1', payerName: null, amounts: 1 }],
  });
  const exported = await server.request('GET', '/fee-schedule/export', { device: admin });
  expect(exported.headers.get('content-disposition')).toContain('fee-schedule.csv');
  expect(await exported.text()).toContain('99214,,185.00,130.00,,,,,,,,120.00');
  const audited = (await server.audited()).map(({ action }) => action);
  expect(audited).toEqual(expect.arrayContaining(['fee-schedule-imported', 'fee-schedule-exported']));
});

test('a file with a fault is refused with its place and its way out, and nothing is changed', async () => {
  await bring('Code,Price\n99214,185.00\n');
  const refused = await bring('Code,Price\n99214,dear\n');
  expect(refused.status).toBe(422);
  expect((await problemOf(refused)).detail).toBe(
    'Line 2, Price: “dear” is no amount. Write dollars and cents, such as 185.00, or leave it empty.',
  );
  expect(await get('/fee-schedule/procedures')).toEqual([{ code: '99214', price: 18_500 }]);
});

test('one procedure is changed and taken out by itself', async () => {
  const body: Omit<ScheduledProcedure, 'code'> = { price: 20_000, modifiers: ['GP'], contract: [] };
  const put = await server.request('PUT', '/fee-schedule/procedures/97110', { device: admin, body });
  expect(put.status).toBe(200);
  expect(await get('/fee-schedule/search?search=971')).toEqual({
    procedures: [{ code: '97110', ...body }],
    next: null,
  });
  const gone = () => server.request('DELETE', '/fee-schedule/procedures/97110', { device: admin });
  expect((await gone()).status).toBe(204);
  expect((await gone()).status).toBe(404);
});

test('a claim of which the payer allowed less than its contract stands under underpaid, once the contract is known', async () => {
  const [line] = CLAIM.serviceLines;
  if (!line) throw new Error('the example has no line');
  const claim = {
    ...CLAIM,
    coverage: { ...CLAIM.coverage, payerId: 'TEST1', payerName: 'EXAMPLE HEALTH PLAN' },
    serviceLines: [{ ...line, chargeAmount: cents(20_000), units: 1 }],
  };
  const sent = { device: admin, body: billing('01', claim), headers: keyed('01') };
  const billed = (await (await server.request('POST', '/claims', sent)).json()) as ClaimDetail;
  const paid = cents(10_000);
  const byContract = { group: 'CO', reason: '45', amount: cents(10_000) };
  await server.fact(billed.id, {
    type: 'payment',
    payment: {
      paymentKey: 'k',
      contentHash: 'h',
      checkNumber: 'CHK1',
      paymentDate: '2026-11-18' as IsoDate,
      payerName: 'EXAMPLE HEALTH PLAN',
      claimStatusCode: '1',
      payerClaimControlNumber: 'P1',
      charge: cents(20_000),
      paid,
      adjustments: [byContract],
      lines: [
        {
          procedureCode: line.procedureCode,
          modifiers: line.modifiers,
          charge: cents(20_000),
          paid,
          adjustments: [byContract],
          remarkCodes: [],
        },
      ],
    },
  });
  const underpaid = async () => {
    const body = { list: 'underpaid' };
    const found = await server.request('POST', '/claims/search', { device: admin, body });
    return ((await found.json()) as ClaimList).claims.map(({ place }) => place?.amount);
  };
  expect(await underpaid()).toEqual([]);
  await bring(`Code,Contract TEST1\n${line.procedureCode},130.00\n`);
  await server.worklists.run();
  expect(await underpaid()).toEqual([3_000]);
  expect(await get(`/claims/${billed.id}`)).toMatchObject({ status: 'paid', underpaidBy: 3_000 });
  await bring(`Code,Contract TEST1\n${line.procedureCode},100.00\n`);
  await server.worklists.run();
  expect(await underpaid()).toEqual([]);
  expect(await get(`/claims/${billed.id}`)).toMatchObject({ underpaidBy: 0 });

  const act = async (body: object, key: string) =>
    (await server.request('POST', `/claims/${billed.id}/acts`, { device: admin, body, headers: keyed(key) }))
      .status;
  const appealed = { type: 'appealed', sentOn: '2026-11-20' };
  const closed = { type: 'closed', reason: 'The payer does not pay more' };
  expect(await act(closed, 'a')).toBe(409);
  await bring(`Code,Contract TEST1\n${line.procedureCode},130.00\n`);
  await server.worklists.run();
  expect(await act(appealed, 'b')).toBe(200);
  expect(await act(closed, 'c')).toBe(200);
  expect(await underpaid()).toEqual([]);
});

test('a charge beside the schedule is a warning of the stored claim, not a refusal', async () => {
  const [line] = CLAIM.serviceLines;
  if (!line) throw new Error('the example has no line');
  const warnings = async (visit: string, lastName: string) => {
    const claim = { ...CLAIM, patient: { ...CLAIM.patient, lastName } };
    const sent = { device: admin, body: billing(visit, claim), headers: keyed(visit) };
    const { events } = (await (await server.request('POST', '/claims', sent)).json()) as ClaimDetail;
    const fact = events.map((event) => event.fact).find(({ type }) => type === 'checked');
    return fact?.type === 'checked' ? fact.warnings : undefined;
  };
  const before = (await warnings('01', 'TESTER')) ?? 0;
  await bring(`Code,Price\n${line.procedureCode},1.00\n`);
  expect(await warnings('02', 'SAMPLE')).toBe(before + 1);
});
