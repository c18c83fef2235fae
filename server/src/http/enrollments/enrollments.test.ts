/** Enrollments over HTTP: kept, changed by one at a time, taken out, and taken away as a table. */
import { type EnrollmentChange, Enrollments } from '@claimside/shared/api';
import type { IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { saveConnection } from '../../store/connections.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

const NPI = EXAMPLE_PRACTICE.billingProvider.npi;
const PAYER = EXAMPLE_PRACTICE.payers[0]?.payerId ?? '';
const PATH = `/enrollments/edi/${PAYER}/${NPI}`;
const SENT: EnrollmentChange = { state: 'sent', sentOn: '2026-11-03' as IsoDate, over: null };

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

const put = (body: EnrollmentChange, path = PATH) => server.request('PUT', path, { device: admin, body });
const all = async () =>
  Enrollments.parse(await (await server.request('GET', '/enrollments', { device: admin })).json());

test('one is added, changed and taken out; each is on record under what it is told by', async () => {
  expect((await put(SENT)).status).toBe(200);
  const { over: _, ...sent } = SENT;
  const [first] = (await all()).enrollments;
  expect(first).toEqual({
    kind: 'edi',
    payerId: PAYER,
    billingNpi: NPI,
    ...sent,
    changedAt: expect.any(String),
  });
  expect(
    (await put({ state: 'approved', toldOn: '2026-11-25' as IsoDate, over: first?.changedAt ?? null }))
      .status,
  ).toBe(200);
  expect((await all()).enrollments).toMatchObject([{ state: 'approved', toldOn: '2026-11-25' }]);
  const gone = () => server.request('DELETE', PATH, { device: admin });
  expect((await gone()).status).toBe(204);
  expect((await gone()).status).toBe(404);
  const audited = (await server.audited()).map(({ action, subject }) => [action, subject]);
  const subject = `edi ${PAYER} ${NPI}`;
  expect(audited).toEqual(
    expect.arrayContaining([
      ['enrollment-changed', subject],
      ['enrollment-removed', subject],
    ]),
  );
});

test('what another admin stored meanwhile is not overwritten unseen', async () => {
  await put(SENT);
  const refused = await put({ state: 'needed', over: null });
  expect(refused.status).toBe(409);
  expect((await problemOf(refused)).code).toBe('enrollment-changed-meanwhile');
  expect((await all()).enrollments).toMatchObject([{ state: 'sent' }]);
});

test.each([
  ['an NPI that is none', `/enrollments/edi/${PAYER}/1234567890`],
  ['a kind that is none', `/enrollments/paper/${PAYER}/${NPI}`],
])('%s is refused', async (_, path) => {
  expect((await put(SENT, path)).status).toBe(400);
});

test('payers for which the list asks for an enrollment are named', async () => {
  expect(await all()).toMatchObject({ listedPayerIds: [], notSaidPayerIds: [PAYER], hasPayerList: false });
  const list = `Payer Name,Payer ID,Transaction,Enrollment\nExample,${PAYER},837P,Yes\nOther,99999,837P,Yes\n`;
  await server.request('POST', '/payer-list?import=true&leaveOut=0', {
    device: admin,
    body: Buffer.from(list),
    headers: { 'x-file-name': 'payers.csv' },
  });
  expect(await all()).toMatchObject({ listedPayerIds: [PAYER], notSaidPayerIds: [], hasPayerList: true });
});

test('the table says what is on record and what is to do, without another practice’s', async () => {
  await put({ ...SENT, sentOn: '2026-08-03' as IsoDate, contact: 'EDI desk', documents: 'Binder 2' });
  const exported = await server.request('GET', '/enrollments/export', { device: admin });
  expect(exported.headers.get('content-disposition')).toContain('enrollments.csv');
  const text = await exported.text();
  expect(text).toContain('Payer,Payer ID,Enrollment,Billing provider,NPI used,State,Sent,Expected by');
  expect(text).toContain(`${PAYER},Claims (EDI),`);
  expect(text).toContain('Sent,2026-08-03,2026-09-17');
  expect(text).toContain('EDI desk,,Binder 2,,No answer yet: ask the payer.');
  const workbook = await server.request('GET', '/enrollments/export?format=xlsx', { device: admin });
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
  const theirs = await server.request('GET', '/enrollments', { device: stranger });
  expect(await theirs.json()).toEqual({
    enrollments: [],
    listedPayerIds: [],
    listedEraPayerIds: [],
    notSaidPayerIds: [],
    hasPayerList: false,
  });
  expect((await server.audited()).map(({ action }) => action)).toContain('enrollments-exported');
});

test('a claim to the payer is refused until the enrollment is approved, where the practice says so', async () => {
  await saveConnection(server.scope, {
    settings: EXAMPLE_CONNECTION,
    sealedSecret: 'SEALED',
    passwordSince: null,
    at: server.runtime.now(),
  });
  await put({ ...SENT, blocksClaims: true });
  const coverage = { ...CLAIM.coverage, payerId: PAYER };
  const bill = () =>
    server.request('POST', '/claims', {
      device: admin,
      body: billing('01', { ...CLAIM, coverage }),
      headers: keyed('01'),
    });
  const refused = await bill();
  expect(refused.status).toBe(422);
  expect((await problemOf(refused)).findings).toMatchObject([
    { id: 'payer-enrollment-first', message: expect.stringContaining('It was sent 2026-11-03.') },
  ]);
  const [{ changedAt: over = '' } = {}] = (await all()).enrollments;
  await put({ state: 'approved', over });
  expect((await bill()).status).toBe(201);
});
