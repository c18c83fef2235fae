import type { Claim } from '@claimside/shared/claim';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { problemOf, startTestApp, type TestApp } from './test-app.ts';
import { billing, CLAIM, keyed } from './testing-bill.ts';

/** Stand-ins for what must never leave: if one shows up, so would a patient. */
const CANARY = {
  lastName: 'CANARYLAST',
  firstName: 'CANARYFIRST',
  memberId: 'CANARYMEMBER',
  street: '9 CANARYSTREET',
} as const;

const claim: Claim = {
  ...CLAIM,
  patient: {
    ...CLAIM.patient,
    lastName: CANARY.lastName,
    firstName: CANARY.firstName,
    address: { ...CLAIM.patient.address, line1: CANARY.street },
  },
  coverage: { ...CLAIM.coverage, memberId: CANARY.memberId },
};

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
});
afterEach(() => server.close());

function expectNoCanary(text: string) {
  for (const secret of Object.values(CANARY)) expect(text).not.toContain(secret);
}

test('a patient who is billed, searched and read is in no log line, also when the database fails in between', async () => {
  const device = await server.pair('admin');
  const bill = (key: string, body: unknown) =>
    server.request('POST', '/claims', { device, body, headers: keyed(key) });
  const billed = await bill('a', billing('01', claim));
  expect(billed.status).toBe(201);
  const { id } = (await billed.json()) as { id: string };
  const search = { search: CANARY.lastName };
  expect((await server.request('POST', '/claims/search', { device, body: search })).status).toBe(200);
  const inAddress = await server.request('GET', `/claims?search=${CANARY.lastName}`, { device });
  expectNoCanary(await inAddress.text());
  await server.request('GET', `/claims/${id}`, { device });
  await server.request('GET', `/${CANARY.lastName}/${CANARY.memberId}`, { device });
  server.repeatIds();
  expect((await bill('b', billing('02', claim))).status).toBe(201);
  const failed = await bill('c', billing('03', claim));
  expect(failed.status).toBe(500);
  expectNoCanary(await failed.text());

  const log = server.logged.join('');
  expect(log).toContain('claim queued');
  expect(log).toContain('a request failed');
  expectNoCanary(log);
});

test('no problem document repeats what was sent, wherever it is wrong', async () => {
  const device = await server.pair('clinician');
  const other = { ...claim, billingProvider: { ...claim.billingProvider, taxId: '987654321' } };
  const future = {
    ...claim,
    serviceLines: claim.serviceLines.map((line) => ({ ...line, serviceDate: '2027-01-01' })),
  };
  const bodies: unknown[] = [
    billing('01', other),
    { ...billing('01'), claim: future },
    { ...billing('01'), claim: { ...claim, patient: CANARY.lastName } },
    {
      ...billing('01'),
      claim: { ...claim, [CANARY.lastName]: { [CANARY.memberId]: 1 }, diagnoses: [CANARY] },
    },
    { ...billing('01'), visitKey: CANARY.memberId, correctedFields: [CANARY.street.repeat(20)] },
    { ...billing('01'), claim: { ...claim, patient: { ...claim.patient, sex: CANARY.firstName } } },
    CANARY.lastName,
    [CANARY],
  ];
  for (const [index, body] of bodies.entries()) {
    const response = await server.request('POST', '/claims', { device, body, headers: keyed(`c${index}`) });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expectNoCanary(await response.text());
  }
  const admin = await server.pair('admin');
  const settings = await server.request('PUT', '/practice', {
    device: admin,
    body: { ...EXAMPLE_PRACTICE, name: { [CANARY.lastName]: CANARY.firstName } },
  });
  expect((await problemOf(settings)).findings?.[0]?.path).toBe('json.name');
  expectNoCanary(JSON.stringify(server.logged));
  const query = await server.request('GET', `/claims?list=${CANARY.lastName}`, { device });
  expect(query.status).toBe(400);
  expectNoCanary(await query.text());
  expectNoCanary(server.logged.join(''));
});
