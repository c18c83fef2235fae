/** Coverage asked of the sandbox's payers over real HTTP: what is told, what is kept, what is never asked twice, and a claim that is asked about. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type {
  ClaimAsked,
  ClaimDetail,
  ClaimProgress,
  CoverageBatch,
  CoverageToCheck,
  EligibilityCheck,
} from '@claimside/shared/api';
import { benefitSentences } from '@claimside/shared/benefits';
import type { IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConnectionSettings } from '../../clearinghouse/index.ts';
import {
  changePractice,
  connectClearinghouse,
  EXAMPLE_CONNECTION,
  EXAMPLE_PRACTICE,
  endRealTime,
  setRealTime,
} from '../../practice/index.ts';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { findConnection } from '../../store/connections.ts';
import { findQuestion, latestQuestion } from '../../store/real-time-questions.ts';
import { patientKeyOf } from '../../store/same-keys.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let sandbox: Sandbox;
let clinician: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  const { runtime } = server;
  sandbox = await startSandbox({
    dataDir: mkdtempSync(join(tmpdir(), 'claimside-eligibility-')),
    runtime,
    slowMilliseconds: 300,
  });
  const { host, port, username, hostKeySha256, password, realTime } = sandbox;
  const settings = ConnectionSettings.parse({
    ...EXAMPLE_CONNECTION,
    profileId: 'sandbox',
    host,
    port,
    username,
    hostKeySha256,
  });
  await connectClearinghouse(server, null, settings, password);
  await setRealTime(server, null, 'main', {
    account: { senderId: 'TEST', username, url: realTime.soap },
    secret: password,
  });
  clinician = await server.pair('clinician');
});
afterEach(async () => {
  await server.close();
  await sandbox.close();
});

const { lastName, firstName, birthDate } = CLAIM.patient;
const toCheck = (memberId: string, change: Partial<CoverageToCheck> = {}): CoverageToCheck => ({
  patient: { lastName, firstName, birthDate },
  relationshipToSubscriber: '18',
  coverage: { payerName: 'EXAMPLE HEALTH PLAN', payerId: 'TEST1', memberId },
  serviceDate: '2026-11-20' as IsoDate,
  serviceTypes: ['98'],
  ...change,
});
let presses = 0;
function ask(asked: CoverageToCheck, key?: string) {
  presses += 1;
  const headers = keyed(key ?? `press-${presses}`);
  return server.request('POST', '/eligibility', { device: clinician, body: asked, headers });
}
async function check(asked: CoverageToCheck, key?: string): Promise<EligibilityCheck> {
  const response = await ask(asked, key);
  expect(response.status).toBe(200);
  return (await response.json()) as EligibilityCheck;
}
const latest = async (device = clinician) => {
  const body = { patientKey: patientKeyOf(CLAIM) };
  return (await (
    await server.request('POST', '/eligibility/latest', { device, body })
  ).json()) as EligibilityCheck | null;
};

describe('POST /eligibility', () => {
  test('tells of an active plan what the visit costs, and keeps both sides as they went', async () => {
    const told = await check(toCheck('W1'));
    expect(told).toMatchObject({
      outcome: 'answered',
      payerId: 'TEST1',
      memberId: 'W1',
      serviceDate: '2026-11-20',
      serviceTypes: ['98'],
      trouble: null,
    });
    const [visit] = told.plans[0]?.services ?? [];
    expect(visit && benefitSentences(visit).slice(0, 2)).toEqual([
      expect.stringMatching(/^Active/),
      'Copay $25.00 for an office visit, in network.',
    ]);
    const kept = await findQuestion(server.scope, told.id);
    expect(kept?.question.toString()).toContain('*270*0001*005010X279A1');
    expect(kept?.answer?.toString()).toContain('*271*');
    expect(await latest()).toEqual(told);
  });

  test.each([
    ['INACTIVE1', 'answered', []],
    ['NOTFOUND1', 'refused', ['75']],
    ['PAYERDOWN1', 'refused', ['42']],
    ['PAYERSILENT1', 'refused', ['80']],
  ])('%s: %s %j', async (memberId, outcome, reasons) => {
    const told = await check(toCheck(memberId));
    expect([told.outcome, told.rejections.map(({ reason }) => reason)]).toEqual([outcome, reasons]);
  });

  test('a payer that has another ID for coverage is asked under that, and the check is of the one on claims', async () => {
    const payers = EXAMPLE_PRACTICE.payers.map((payer) => ({ ...payer, eligibilityId: 'TEST9' }));
    await changePractice(server, server.practiceId, null, { ...EXAMPLE_PRACTICE, payers });
    const told = await check(toCheck('W1'));
    expect(told).toMatchObject({ outcome: 'answered', payerId: 'TEST1' });
    const { question } = (await findQuestion(server.scope, told.id)) ?? {};
    expect(question?.toString('latin1')).toMatch(/~NM1\*PR\*2\*EXAMPLE HEALTH PLAN\*\*\*\*\*PI\*TEST9~/);
  });

  test('a patient who is not the subscriber is asked about as a dependent', async () => {
    const told = await check(
      toCheck('NOTFOUND2', { relationshipToSubscriber: '19', subscriber: { lastName: 'TESTER' } }),
    );
    expect(told.rejections.map(({ reason }) => reason)).toEqual(['67']);
  });

  test('the same question pressed by two at once goes out once, and a key pressed again asks nobody', async () => {
    const both = await Promise.all([check(toCheck('SLOW1'), 'a'), check(toCheck('SLOW1'), 'b')]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect(both[0]?.outcome).toBe('answered');
    expect((await check(toCheck('SLOW1'), 'a')).id).toBe(both[0]?.id);
    const other = await ask(toCheck('W2'), 'a');
    expect((await problemOf(other)).code).toBe('idempotency-key-reused');
  });

  test('a payer is not asked the same without end', async () => {
    for (let times = 0; times < 20; times += 1) await check(toCheck('PAYERDOWN1'));
    expect((await problemOf(await ask(toCheck('PAYERDOWN1')))).code).toBe('asked-too-often');
    expect((await check(toCheck('W1'))).outcome).toBe('answered');
  });

  test('a wrong account is told in words; neither it nor the patient is in the log', async () => {
    await setRealTime(server, null, 'main', {
      account: { senderId: 'TEST', username: 'nobody-known', url: sandbox.realTime.soap },
      secret: 'not-the-password',
    });
    const told = await check(toCheck('W1'));
    expect(told).toMatchObject({
      outcome: 'no-answer',
      trouble: { message: 'User name or password of the real-time service was refused.' },
    });
    expect(server.logged.join('')).toContain('LOGIN');
    expect(server.logged.join('')).not.toMatch(/nobody-known|not-the-password|TESTER|1980-02-03|"W1"/);
  });

  test('where questions are not set up it is said who does it, and nothing is kept', async () => {
    const { settings } = (await findConnection(server.scope)) ?? {};
    await endRealTime(server, null, 'main');
    if (!settings) throw new Error('no connection');
    await connectClearinghouse(server, null, { ...settings, profileId: 'generic' }, 'x');
    const problem = await problemOf(await ask(toCheck('W1')));
    expect(problem.code).toBe('real-time-not-set-up');
    expect(problem.detail).toContain('An admin asks it for real-time access');
    expect(await latest()).toBeNull();
  });

  test('asking and reading stand in the audit log, by the id of the check', async () => {
    const { id } = await check(toCheck('W1'));
    await latest();
    const entries = (await server.audited()).filter(({ subject }) => subject === id);
    expect(entries.map(({ action }) => action).toSorted()).toEqual([
      'coverage-asked',
      'coverage-check-read',
      'coverage-check-read',
    ]);
  });

  test('another practice sees none of it', async () => {
    const { id } = await check(toCheck('W1'));
    const stranger = await server.pair('admin', await server.addPractice('OTHER PRACTICE'));
    expect(await latest(stranger)).toBeNull();
    expect((await server.request('GET', `/eligibility/${id}`, { device: stranger })).status).toBe(404);
  });
});

describe('a list of patients', () => {
  const person = (name: string) => ({ patient: { lastName: name, firstName: 'LIST', birthDate } });
  const start = async (list: readonly CoverageToCheck[], key = 'list') =>
    (await (
      await server.request('POST', '/eligibility/batches', {
        device: clinician,
        body: { list },
        headers: keyed(key),
      })
    ).json()) as CoverageBatch;
  const ended = async ({ id }: CoverageBatch): Promise<CoverageBatch> => {
    for (;;) {
      const response = await server.request('GET', `/eligibility/batches/${id}`, { device: clinician });
      const batch = (await response.json()) as CoverageBatch;
      if (batch.state !== 'running' && !batch.entries.some(({ state }) => state === 'asking')) return batch;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };

  test('is asked through, each with its own answer; started again it asks nobody', async () => {
    const list = ['W1', 'INACTIVE1', 'NOTFOUND1'].map((id) => toCheck(id, person(id)));
    const begun = await start(list);
    expect(begun).toMatchObject({ state: 'running', done: 0, total: 3 });
    const batch = await ended(begun);
    expect(batch).toMatchObject({ state: 'done', done: 3 });
    const file = await server.request('GET', `/eligibility/batches/${batch.id}/export`, {
      device: clinician,
    });
    expect(file.headers.get('content-disposition')).toContain('"coverage-checks-2026-11-20.csv"');
    expect((await file.text()).split('\r\n')[1]).toMatch(
      /^W1,LIST,1980-02-03,EXAMPLE HEALTH PLAN,TEST1,W1,2026-11-20,Active,"Active\. Copay \$25\.00/,
    );
    expect(batch.entries.map(({ check: each }) => each?.outcome)).toEqual([
      'answered',
      'answered',
      'refused',
    ]);
    expect((await start(list)).id).toBe(begun.id);
    const biller = await server.pair('biller');
    for (let polls = 0; polls < 3; polls += 1)
      await server.request('GET', `/eligibility/batches/${batch.id}`, { device: biller });
    const looks = (await server.audited()).filter(({ action }) => action === 'coverage-checks-read');
    expect(looks.map(({ subject, deviceId }) => [subject, deviceId])).toEqual([
      [batch.id, clinician.deviceId],
      [batch.id, biller.deviceId],
    ]);
  });

  test('asks a payer no more once it is down, and the others still', async () => {
    const down = ['A', 'B', 'C', 'D'].map((name) => toCheck('PAYERDOWN1', person(name)));
    const other = toCheck('W1', {
      ...person('E'),
      coverage: { payerName: 'OTHER', payerId: 'TEST2', memberId: 'W1' },
    });
    const batch = await ended(await start([...down, other]));
    expect(batch.entries.map(({ state }) => state)).toEqual([
      'done',
      'done',
      'not-asked',
      'not-asked',
      'done',
    ]);
  });

  test('ends when the clearinghouse refuses the account, and when a person stops it', async () => {
    const list = ['A', 'B', 'C', 'D'].map((name) => toCheck('SLOW1', person(name)));
    const begun = await start(list, 'stopped');
    await server.request('DELETE', `/eligibility/batches/${begun.id}`, { device: clinician });
    expect((await ended(begun)).entries.filter(({ state }) => state === 'waiting')).toHaveLength(2);
    await sandbox.close();
    const refused = await ended(
      await start(
        list.map((one) => ({ ...one, ...person('Z') })),
        'down',
      ),
    );
    expect(refused.state).toBe('clearinghouse-down');
  });
});

describe('POST /claims/:id/ask-payer', () => {
  async function sent(memberId: string): Promise<ClaimDetail> {
    const claim = { ...CLAIM, coverage: { ...CLAIM.coverage, memberId } };
    const asked = { device: clinician, body: billing('01', claim), headers: keyed('bill') };
    const billed = (await (await server.request('POST', '/claims', asked)).json()) as ClaimDetail;
    await server.fileWaiting('TEST', 'sent');
    await server.fact(billed.id, { type: 'sent', outboundFileId: 'TEST', fileName: 'TEST' });
    return billed;
  }
  const askPayer = (id: string, key = 'ask') =>
    server.request('POST', `/claims/${id}/ask-payer`, { device: clinician, headers: keyed(key) });

  test('what the payer says stands on the claim with the file that says it', async () => {
    const { id } = await sent('SILENT1');
    const asked = (await (await askPayer(id)).json()) as ClaimAsked;
    expect(asked).toMatchObject({ outcome: 'told', message: expect.stringContaining('not found') });
    const { steps, patientControlNumber } = asked.claim as ClaimProgress;
    expect(steps.at(-1)).toMatchObject({
      title: 'Needs a person',
      files: [`asked-${patientControlNumber}.277`],
    });
    const again = (await (await askPayer(id)).json()) as ClaimAsked;
    expect(again.claim).toMatchObject({ steps });
  });

  test('a payer that has another ID for questions about claims is asked under that', async () => {
    const payers = EXAMPLE_PRACTICE.payers.map((payer) => ({ ...payer, claimStatusId: 'TEST8' }));
    await changePractice(server, server.practiceId, null, { ...EXAMPLE_PRACTICE, payers });
    const { id } = await sent('SILENT1');
    expect(((await (await askPayer(id)).json()) as ClaimAsked).outcome).toBe('told');
    const { question } = (await latestQuestion(server.scope, '276', id)) ?? {};
    expect(question?.toString('latin1')).toMatch(/NM1\*PR\*2\*EXAMPLE HEALTH PLAN\*\*\*\*\*PI\*TEST8~/);
  });

  test('a payer that is down tells nothing, and the claim stays as it was', async () => {
    const { id } = await sent('PAYERDOWN1');
    const asked = (await (await askPayer(id)).json()) as ClaimAsked;
    expect(asked).toMatchObject({
      outcome: 'no-answer',
      message: expect.stringContaining('could not answer'),
      claim: { status: 'sent' },
    });
  });

  test('nothing is asked of a claim that has not left', async () => {
    const asked = { device: clinician, body: billing(), headers: keyed('bill') };
    const { id } = (await (await server.request('POST', '/claims', asked)).json()) as ClaimDetail;
    const problem = await problemOf(await askPayer(id));
    expect([problem.code, problem.detail]).toEqual([
      'can-not-do',
      'The claim has not left yet: no payer knows it.',
    ]);
  });
});

test('the account for questions is shown without its password, kept for the same user, and asked for again for another', async () => {
  const admin = await server.pair('admin');
  const put = (account: object, secret?: string) =>
    server.request('PUT', '/connections/main/real-time', { device: admin, body: { account, secret } });
  const url = sandbox.realTime.mime;
  const set = await put({ senderId: 'TEST', username: 'someone', form: 'mime', url }, 'a-secret-word');
  const shown = await set.text();
  expect(shown).toContain('"realTime":{"senderId":"TEST","username":"someone","form":"mime"');
  expect(shown).not.toContain('a-secret-word');
  expect(await server.databaseText()).not.toContain('a-secret-word');
  expect((await put({ senderId: 'OTHER', username: 'someone', url })).status).toBe(200);
  expect((await problemOf(await put({ senderId: 'OTHER', username: 'another', url }))).code).toBe(
    'connection-needs-password',
  );
  const foreign = await put({ senderId: 'T', username: 'someone', url: 'https://example.com/x' }, 'x');
  expect((await problemOf(foreign)).detail).toContain('is not one of this clearinghouse');
  expect((await server.request('DELETE', '/connections/main/real-time', { device: admin })).status).toBe(200);
  expect((await findConnection(server.scope))?.realTime).toBeNull();
});
