import type { PayerBalanceList, RemittanceSummary } from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { check, paying, postingPractice } from '../../exchange/testing-posting.ts';
import { insertInboundFile } from '../../store/inbound-files.ts';
import { insertRemittance } from '../../store/remittances-write.ts';
import { testLedger } from '../../store/testing.ts';
import type { Remittance } from '../../transactions/remittance-835/index.ts';
import { problemOf, startTestApp, type TestApp } from '../test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

async function receive(checkNumber: string, paymentDate: string, practiceId = server.practiceId) {
  const createdAt = server.runtime.now();
  await server.store.transaction(async (db) => {
    const scope = { db, practiceId };
    const file = {
      id: `file-${checkNumber}`,
      name: `${checkNumber}.835`,
      parentId: null,
      connectionId: 'main',
    };
    await insertInboundFile(scope, { ...file, bytes: Buffer.from(checkNumber), receivedAt: createdAt });
    await insertRemittance(scope, {
      id: `remittance-${checkNumber}`,
      paymentKey: checkNumber,
      contentHash: checkNumber,
      inboundFileId: file.id,
      checkNumber,
      paymentDate: paymentDate as IsoDate,
      payerName: 'EXAMPLE HEALTH PLAN',
      paymentMethod: 'CHK',
      total: cents(12_345),
      claimCount: 2,
      state: 'posted',
      reason: null,
      posted: true,
      createdAt,
    });
  });
}

test('the payments of the practice are listed, newest payment first', async () => {
  await receive('CHECK1', '2026-11-10');
  await receive('CHECK2', '2026-11-12');
  await receive('THEIRS', '2026-11-13', await server.addPractice('OTHER TEST PRACTICE'));
  const device = await server.pair('biller');
  const response = await server.request('POST', '/remittances/search', { device, body: {} });
  expect(response.status).toBe(200);
  const summary = {
    payerName: 'EXAMPLE HEALTH PLAN',
    total: 12_345,
    claims: 2,
    paymentMethod: 'CHK',
    state: 'posted',
    reason: null,
    decision: null,
    deposit: { state: 'awaited', amount: 0, receivedOn: null, missing: 12_345 },
  };
  expect(await response.json()).toEqual({
    remittances: [
      { ...summary, id: 'remittance-CHECK2', checkNumber: 'CHECK2', paymentDate: '2026-11-12' },
      { ...summary, id: 'remittance-CHECK1', checkNumber: 'CHECK1', paymentDate: '2026-11-10' },
    ],
    next: null,
    waiting: 0,
    setAside: 0,
  });
});

const ONE = 'C000000001';

/** Delivers the remittances, in a file each; one claim, C000000001, was billed before. Gives what was asked. */
async function delivered(...remittances: readonly Remittance[]) {
  const practice = postingPractice(testLedger(server.store, server.practiceId), server.store);
  const claimId = await practice.bill();
  for (const remittance of remittances) await practice.deliver(remittance);
  const device = await server.pair('biller');
  const get = async (path: string) =>
    (await server.request('GET', path, { device })).json() as Promise<unknown>;
  const post = async (path: string, body: object) =>
    (await server.request('POST', path, { device, body })).json() as Promise<unknown>;
  const ids = new Map((await practice.remittances()).map(({ checkNumber, id }) => [checkNumber, id]));
  const deposit = (check: string, receivedOn: string, amount: number) =>
    server.request('POST', `/remittances/${ids.get(check)}/deposit`, {
      device,
      body: { receivedOn, amount },
    });
  return { practice, claimId, device, get, post, deposit, idOf: (check: string) => ids.get(check) ?? '' };
}

test('a remittance tells how its total comes about, and each claim with its reasons and what became of it', async () => {
  const remittance = check(
    'CHK1',
    [paying(ONE, 10_000), paying('STRANGER', 7_000)],
    [['WO', 2_000, `${ONE} 20261124`]],
  );
  const { get, post, idOf, claimId } = await delivered(remittance);
  expect(await get(`/remittances/${idOf('CHK1')}`)).toMatchObject({
    checkNumber: 'CHK1',
    paymentMethod: 'CHK',
    state: 'needs-person',
    fileName: 'FILE1.835',
    balance: { claims: 17_000, providerAdjustments: 2_000, payment: 15_000 },
    sums: {
      charged: 56_200,
      paid: 17_000,
      patientResponsibility: 0,
      states: { posted: 1, waiting: 1, 'put-aside': 0, 'not-posted': 0 },
    },
    providerAdjustments: [{ reason: 'WO', reference: `${ONE} 20261124`, amount: 2_000, claimId }],
  });
  expect(await post(`/remittances/${idOf('CHK1')}/claims`, {})).toMatchObject({
    found: 2,
    next: null,
    claims: [
      {
        patientControlNumber: ONE,
        patientName: 'TESTER, ANNA',
        charge: 28_100,
        paid: 10_000,
        adjustments: [{ group: 'CO', reason: '45', amount: 18_100 }],
        state: 'posted',
        claimId,
        answerId: null,
      },
      { patientControlNumber: 'STRANGER', state: 'waiting', claimId: null, answerId: expect.any(String) },
    ],
  });
});

test('of a remittance that was not posted each claim says so, and each place that does not add up is named', async () => {
  const short = { adjustments: [{ group: 'CO', reason: '45', amount: cents(18_000) }] } as const;
  const wrong = check('CHK1', [paying(ONE, 10_000, short)], [], { paymentAmount: cents(9_999) });
  const { get, post, idOf, deposit } = await delivered(wrong);
  expect(await get(`/remittances/${idOf('CHK1')}`)).toMatchObject({
    state: 'unbalanced',
    deposit: null,
    unbalanced: {
      all: 2,
      places: [
        { level: 'claim', patientName: 'TESTER, ANNA', line: null, computed: 10_100, stated: 10_000 },
        { level: 'check', patientName: null, line: null, computed: 10_000, stated: 9_999 },
      ],
    },
    sums: { states: { 'not-posted': 1 } },
  });
  expect(await post(`/remittances/${idOf('CHK1')}/claims`, { state: 'not-posted' })).toMatchObject({
    claims: [{ state: 'not-posted', claimId: null }],
  });
  expect((await problemOf(await deposit('CHK1', '2026-11-25', 9_999))).code).toBe('remittance-not-posted');
});

test('a deposit is seen once however often it is said; another amount or day corrects it, and a difference stays', async () => {
  const { practice, deposit } = await delivered(check('CHK1', [paying(ONE, 10_000)]));
  const say = async (receivedOn: string, amount: number) => {
    const response = await deposit('CHK1', receivedOn, amount);
    return ((await response.json()) as RemittanceSummary).deposit;
  };
  const short = { state: 'differs', amount: 9_900, receivedOn: '2026-11-25', missing: 100 };
  expect(await say('2026-11-25', 9_900)).toEqual(short);
  expect(await say('2026-11-25', 9_900)).toEqual(short);
  expect(await practice.accounts()).toMatchObject({ remittance: 100, bank: 9_900 });
  expect(await say('2026-11-26', 9_900)).toEqual({ ...short, receivedOn: '2026-11-26' });
  expect(await say('2026-11-26', 10_000)).toEqual({
    state: 'arrived',
    amount: 10_000,
    receivedOn: '2026-11-26',
    missing: 0,
  });
  expect(await practice.accounts()).toMatchObject({ bank: 10_000 });
  expect(await practice.accounts()).not.toHaveProperty('remittance');
  const taken = { state: 'awaited', amount: 0, receivedOn: null, missing: 10_000 };
  expect(await say('2026-11-26', 0)).toEqual(taken);
  expect(await practice.accounts()).toMatchObject({ remittance: 10_000 });
});

test('what a payer takes from the account has its sign at the bank, too', async () => {
  const debit = check('DEBIT1', [], [['WO', 4_000]], { paymentAmount: cents(4_000), isDebit: true });
  const { practice, deposit } = await delivered(debit);
  expect(await practice.remittances()).toMatchObject([
    { total: -4_000, deposit: { state: 'awaited', missing: -4_000 } },
  ]);
  const response = await deposit('DEBIT1', '2026-11-25', -4_000);
  expect(((await response.json()) as RemittanceSummary).deposit).toMatchObject({
    state: 'arrived',
    missing: 0,
  });
  expect(await practice.accounts()).toMatchObject({ bank: -4_000, 'provider-adjustment:WO': 4_000 });
  expect(await practice.accounts()).not.toHaveProperty('remittance');
});

test('GET /payer-balances: a balance carried forward is open until a later payment takes it up', async () => {
  const first = check('NON1', [paying(ONE, -10_000)], [['FB', -10_000, 'CARRIED']]);
  const { practice, get, claimId } = await delivered(
    first,
    check(
      'CHK2',
      [],
      [
        ['L6', -123],
        ['WO', 40, ONE],
      ],
    ),
  );
  const balances = async () => ((await get('/payer-balances')) as PayerBalanceList).balances;
  expect(await balances()).toMatchObject([
    {
      payerId: '1999999999',
      payerName: 'SAMPLE HEALTH PLAN',
      reason: 'FB',
      reference: 'CARRIED',
      amount: -10_000,
      claimId: null,
    },
    { reason: 'L6', reference: null, amount: -123 },
    { reason: 'WO', reference: ONE, amount: 40, claimId, entries: [{ checkNumber: 'CHK2', amount: 40 }] },
  ]);
  const later = { paymentDate: '2026-12-24' as IsoDate };
  await practice.deliver(check('CHK3', [paying(ONE, 15_000)], [['FB', 10_000, 'CARRIED']], later));
  expect(await balances()).toMatchObject([
    { reason: 'L6' },
    { reason: 'WO' },
    { reason: 'FB', amount: 0, entries: [{ amount: 10_000 }, { amount: -10_000 }] },
  ]);
});
