import type { ClaimDetail } from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { saveConnection } from '../../store/connections.ts';
import { countWaitingClaims } from '../../store/outbox.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

const bill = (key: string, body: unknown = billing(), device = biller) =>
  server.request('POST', '/claims', { device, body, headers: keyed(key) });

describe('POST /claims', () => {
  test('stores the claim, its first three facts and its place in the queue, wakes the exchange, tells the others', async () => {
    const response = await bill('a');
    expect(response.status).toBe(201);
    const claim = (await response.json()) as ClaimDetail;
    expect(claim).toMatchObject({
      patientName: 'TESTER, ANNA',
      serviceDate: '2026-11-16',
      payerName: 'EXAMPLE HEALTH PLAN',
      totalCharge: 18_500,
      status: 'queued',
      statusSince: '2026-11-20T12:00:00.000Z',
      money: { charge: 18_500, paid: 0, open: 18_500 },
      claim: CLAIM,
    });
    expect(claim.patientControlNumber).toMatch(/^C[23456789BCDFGHJKLMNPQRSTVWXZ]{9}$/);
    expect(claim.events.map(({ source, fact }) => [fact.type, source.kind])).toEqual([
      ['captured', 'person'],
      ['checked', 'system'],
      ['queued', 'system'],
    ]);
    expect(await countWaitingClaims(server.scope)).toBe(1);
    expect(server.nudges()).toBe(1);
    expect(server.published).toEqual([{ type: 'claim-changed', claimId: claim.id }]);
  });

  test('the same key and request give the same claim again with 200, and nothing is queued twice', async () => {
    const first = (await (await bill('a')).json()) as ClaimDetail;
    const again = await bill('a');
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(first);
    expect(await countWaitingClaims(server.scope)).toBe(1);
    expect(server.nudges()).toBe(1);
  });

  test('fifty times the same request at once give one claim and fifty equal answers', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => bill('a')));
    const claims = await Promise.all(answers.map(async (answer) => (await answer.json()) as ClaimDetail));
    expect(new Set(claims.map((claim) => claim.id)).size).toBe(1);
    expect(answers.map((answer) => answer.status).sort()).toEqual([...Array(49).fill(200), 201]);
    expect(await countWaitingClaims(server.scope)).toBe(1);
  });

  test('the same key with another request is refused', async () => {
    await bill('a');
    const response = await bill('a', billing('02'));
    expect(response.status).toBe(422);
    expect((await problemOf(response)).code).toBe('idempotency-key-reused');
  });

  test('a key belongs to its practice: another practice may use the same one', async () => {
    const other = await server.addPractice('OTHER TEST PRACTICE');
    await server.setUpPractice(other);
    const theirs = await server.pair('biller', other);
    expect((await bill('a')).status).toBe(201);
    expect((await bill('a', billing('02'), theirs)).status).toBe(201);
  });

  test('a visit that a claim stands for is refused with 409 naming that claim', async () => {
    const first = (await (await bill('a')).json()) as ClaimDetail;
    const response = await bill('b');
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({ code: 'visit-already-billed', claimId: first.id });
  });

  test('the same services under another name of the visit are asked about, with 409 naming the claim and its time', async () => {
    const first = (await (await bill('a')).json()) as ClaimDetail;
    const request = { ...billing(), visitKey: '2'.repeat(64) };
    const response = await bill('b', request);
    expect(response.status).toBe(409);
    expect(await problemOf(response)).toMatchObject({
      code: 'looks-billed-already',
      claimId: first.id,
      billedAt: first.createdAt,
    });
    expect((await bill('c', { ...request, secondVisitOfDay: true })).status).toBe(201);
    expect((await server.audited()).map(({ action }) => action)).toContain('claim-billed-as-second-visit');
  });

  test.each([
    ['another patient', { patient: { ...CLAIM.patient, birthDate: '1979-01-01' as IsoDate } }],
    [
      'another modifier',
      { serviceLines: CLAIM.serviceLines.map((line) => ({ ...line, modifiers: ['59'] })) },
    ],
    [
      'another date',
      { serviceLines: CLAIM.serviceLines.map((line) => ({ ...line, serviceDate: '2026-11-17' as IsoDate })) },
    ],
  ])('%s is another claim and not asked about', async (_what, change) => {
    await bill('a');
    const other = { ...billing('01', { ...CLAIM, ...change }), visitKey: '2'.repeat(64) };
    expect((await bill('b', other)).status).toBe(201);
  });

  test('the same services are free again once their claim was rejected', async () => {
    const first = (await (await bill('a')).json()) as ClaimDetail;
    await server.fact(first.id, { type: 'payer-rejected', codes: ['A3:21'], message: 'TEST REJECTION' });
    expect((await bill('b', { ...billing(), visitKey: '2'.repeat(64) })).status).toBe(201);
  });

  test('a visit whose claim was rejected can be billed again, as a claim with another control number', async () => {
    const first = (await (await bill('a')).json()) as ClaimDetail;
    await server.fact(first.id, {
      type: 'clearinghouse-rejected',
      codes: ['A3:21'],
      message: 'TEST REJECTION',
    });
    const second = await bill('b');
    expect(second.status).toBe(201);
    expect(((await second.json()) as ClaimDetail).patientControlNumber).not.toBe(first.patientControlNumber);
  });

  test('a claim that was never sent can be corrected and billed again', async () => {
    const first = (await (await bill('a')).json()) as ClaimDetail;
    await server.fact(first.id, { type: 'withheld', message: 'TEST' });
    expect((await bill('b')).status).toBe(201);
  });

  test('a claim under another billing provider than the practice is refused', async () => {
    const claim = { ...CLAIM, billingProvider: { ...CLAIM.billingProvider, taxId: '987654321' } };
    const response = await bill('a', billing('01', claim));
    expect(response.status).toBe(422);
    expect((await problemOf(response)).code).toBe('billing-provider-not-yours');
  });

  test('a claim under one of the practice’s billing profiles is taken', async () => {
    const own = { ...CLAIM.billingProvider, npi: '1245319599' };
    const profile = { name: 'Own NPI', billingProvider: own, payerIds: [], locations: [], renderingNpis: [] };
    await server.setUpPractice(undefined, { ...EXAMPLE_PRACTICE, billingProfiles: [profile] });
    expect((await bill('a', billing('01', { ...CLAIM, billingProvider: own }))).status).toBe(201);
    expect((await bill('b', billing('02'))).status).toBe(201);
  });

  test('a practice that is not set up bills nothing', async () => {
    const device = await server.pair('biller', await server.addPractice('EMPTY TEST PRACTICE'));
    const response = await bill('a', billing(), device);
    expect(response.status).toBe(409);
    expect((await problemOf(response)).code).toBe('practice-not-set-up');
  });

  test('edits run on the server too: a service date in the future comes back as a finding at its field', async () => {
    const serviceLines = CLAIM.serviceLines.map((line) => ({
      ...line,
      serviceDate: '2027-01-01' as IsoDate,
    }));
    const response = await bill('a', billing('01', { ...CLAIM, serviceLines }));
    expect(response.status).toBe(422);
    const { code, findings } = await problemOf(response);
    expect(code).toBe('claim-has-errors');
    expect(findings?.map((finding) => finding.path)).toContain('serviceLines.0.serviceDate');
    expect(await countWaitingClaims(server.scope)).toBe(0);
  });

  test.each([
    ['office-ally', 422],
    ['generic', 201],
  ] as const)(
    'a payer id that Office Ally could not route gives, with an account at %s, %i',
    async (profileId, status) => {
      const settings = { ...EXAMPLE_CONNECTION, profileId };
      await saveConnection(server.scope, {
        settings,
        sealedSecret: '',
        passwordSince: null,
        at: server.runtime.now(),
      });
      const coverage = { ...CLAIM.coverage, payerId: 'PAYER-1' };
      const response = await bill('a', billing('01', { ...CLAIM, coverage }));
      expect(response.status).toBe(status);
    },
  );

  test.each([
    ['nothing is known of the payer', {}, 1],
    [
      'its claims leave on paper and wait for an enrollment',
      { isPaperOnly: true, isEnrollmentMissing: true },
      3,
    ],
    ['its time for first claims was over the day before', { timelyFilingDays: 4 }, 2],
  ])('warns by what the practice knows of its payer: %s', async (_what, facts, warnings) => {
    const payers = [
      { payerId: 'TEST1', name: 'Example Health Plan', claimFilingIndicator: 'CI', aliases: [], ...facts },
    ];
    await server.setUpPractice(server.practiceId, { ...EXAMPLE_PRACTICE, payers });
    const claim = (await (await bill('a')).json()) as ClaimDetail;
    expect(claim.events.map(({ fact }) => fact)).toContainEqual({ type: 'checked', warnings });
  });

  test('a refusal says no value of the claim, not even in a fix', async () => {
    const coverage = { ...CLAIM.coverage, memberId: 'SEC-RET' };
    const problem = await problemOf(await bill('a', billing('01', { ...CLAIM, coverage })));
    expect(problem.findings?.map((finding) => finding.path)).toEqual(['coverage.memberId']);
    expect(JSON.stringify(problem)).not.toMatch(/SEC-?RET/);
  });

  test.each([
    ['2026-11-21', 201, 'it is that day already in the far east'],
    ['2026-11-22', 422, 'it is that day nowhere yet'],
  ])('at noon UTC of 2026-11-20 a visit of %s gives %i: %s', async (day, status) => {
    const serviceLines = CLAIM.serviceLines.map((line) => ({ ...line, serviceDate: day as IsoDate }));
    expect((await bill('a', billing('01', { ...CLAIM, serviceLines }))).status).toBe(status);
  });

  test('a claim of the wrong shape is refused with the place and what is expected, never the value', async () => {
    const serviceLines = CLAIM.serviceLines.map((line) => ({
      ...line,
      chargeAmount: cents(1),
      procedureCode: 'secret',
    }));
    const response = await bill('a', billing('01', { ...CLAIM, serviceLines }));
    expect(response.status).toBe(400);
    const problem = await problemOf(response);
    expect(problem.findings?.map((finding) => finding.path)).toEqual([
      'json.claim.serviceLines.0.procedureCode',
    ]);
    expect(JSON.stringify(problem)).not.toContain('secret');
  });

  test.each(['', 'too-short', 'k'.repeat(101)])('the idempotency key %j is refused', async (key) => {
    const response = await server.request('POST', '/claims', {
      device: biller,
      body: billing(),
      headers: { 'idempotency-key': key },
    });
    expect(response.status).toBe(400);
    expect((await problemOf(response)).findings?.[0]?.path).toBe('header.idempotency-key');
  });
});
