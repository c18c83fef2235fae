import type { ClaimDetail } from '@claimside/shared/api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { servicesKeyOf } from '../../store/same-keys.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let clinician: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  clinician = await server.pair('clinician');
});
afterEach(() => server.close());

const billed = async (): Promise<ClaimDetail> => {
  const asked = { device: clinician, body: billing(), headers: keyed('a') };
  return (await server.request('POST', '/claims', asked)).json() as Promise<ClaimDetail>;
};
const standing = async (device = clinician, claim = CLAIM) => {
  const body = { servicesKey: servicesKeyOf(claim) };
  return (await server.request('POST', '/claims/standing', { device, body })).json();
};

describe('POST /claims/standing', () => {
  test('names the claim that stands for the same services, and when it was billed', async () => {
    expect(await standing()).toBeNull();
    const { id, createdAt } = await billed();
    expect(await standing()).toEqual({ claimId: id, billedAt: createdAt });
    expect(
      await standing(clinician, { ...CLAIM, serviceLines: [...CLAIM.serviceLines, ...CLAIM.serviceLines] }),
    ).toBeNull();
  });

  test('no claim that was rejected, and none of another practice', async () => {
    const { id } = await billed();
    expect(
      await standing(await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'))),
    ).toBeNull();
    await server.fact(id, { type: 'payer-rejected', codes: ['A3:21'], message: 'TEST REJECTION' });
    expect(await standing()).toBeNull();
  });

  test.each([{ servicesKey: 'TESTER ANNA 1980-02-03' }, { patient: CLAIM.patient }])(
    'takes nothing but a hash: %j is refused without repeating it',
    async (body) => {
      const response = await server.request('POST', '/claims/standing', { device: clinician, body });
      expect(response.status).toBe(400);
      expect((await response.text()) + server.logged.join('')).not.toMatch(/TESTER|1980-02-03/);
    },
  );
});
