/** What a person did about a claim is written down once, as far as the claim allows it, and by those who bill. */
import type { ClaimAct, ClaimDetail } from '@claimside/shared/api';
import type { Adjustment, ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { listAuditEntries } from '../../store/audit-log.ts';
import { accountBalances } from '../../store/journal.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

const adjust = (group: string, reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: cents(amount),
});
/** 18500 charged, 10000 paid, 2500 the patient's, 6000 refused. */
const DECISION = {
  type: 'payment',
  payment: {
    paymentKey: 'k',
    contentHash: 'h',
    checkNumber: 'CHK1',
    paymentDate: '2026-11-30' as IsoDate,
    payerName: 'EXAMPLE HEALTH PLAN',
    claimStatusCode: '1',
    payerClaimControlNumber: 'P0001',
    charge: cents(18_500),
    paid: cents(10_000),
    adjustments: [adjust('PR', '3', 2_500), adjust('CO', '97', 6_000)],
  },
} satisfies ClaimFact;
async function billed(...facts: ClaimFact[]): Promise<ClaimDetail> {
  const asked = { device: biller, body: billing(), headers: keyed('first') };
  const claim = (await (await server.request('POST', '/claims', asked)).json()) as ClaimDetail;
  for (const fact of facts) await server.fact(claim.id, fact);
  return claim;
}
const act = (id: string, body: unknown, key: string, device = biller) =>
  server.request('POST', `/claims/${id}/acts`, { device, body, headers: keyed(key) });
async function acted(id: string, body: ClaimAct, key: string): Promise<ClaimDetail> {
  const response = await act(id, body, key);
  expect(response.status).toBe(200);
  return response.json() as Promise<ClaimDetail>;
}
async function refused(response: Response | Promise<Response>): Promise<string> {
  return (await problemOf(await response)).code;
}
const writeOff = (of: 'payer' | 'patient', amount: number): ClaimAct => ({
  type: 'written-off',
  of,
  amount: cents(amount),
  reason: 'small-balance',
});
const paid = (amount: number): ClaimAct => ({
  type: 'patient-paid',
  amount: cents(amount),
  paidOn: '2026-12-01' as IsoDate,
  method: 'card',
});

test('what is open and what the patient owes is let go with a reason, no more than there is, and taken back', async () => {
  const { id } = await billed(DECISION);
  expect((await acted(id, writeOff('payer', 6_000), 'a')).money).toMatchObject({
    writtenOff: 6_000,
    open: 0,
  });
  expect(await refused(act(id, writeOff('payer', 1), 'b'))).toBe('amount-too-large');
  expect(await refused(act(id, writeOff('patient', 2_501), 'c'))).toBe('amount-too-large');
  expect(await acted(id, writeOff('patient', 2_500), 'd')).toMatchObject({
    status: 'paid',
    money: { patientResponsibility: 0, writtenOff: 8_500, open: 0 },
  });
  expect(await refused(act(id, writeOff('payer', -6_001), 'e'))).toBe('amount-too-large');
  expect((await acted(id, writeOff('payer', -6_000), 'f')).money).toMatchObject({
    writtenOff: 2_500,
    open: 6_000,
  });
});

test('the patient is billed for what is owed now, and what the patient pays lowers that', async () => {
  const { id } = await billed(DECISION);
  const asked = await acted(id, { type: 'patient-billed' }, 'a');
  expect(asked.events.at(-1)?.fact).toEqual({ type: 'patient-billed', amount: 2_500 });
  expect((await acted(id, paid(1_000), 'b')).money).toMatchObject({
    patientPaid: 1_000,
    patientResponsibility: 2_500,
  });
  const next = await acted(id, { type: 'patient-billed' }, 'c');
  expect(next.events.at(-1)?.fact).toEqual({ type: 'patient-billed', amount: 1_500 });
  expect(await refused(act(id, paid(-1_001), 'd'))).toBe('amount-too-large');
  await acted(id, paid(1_500), 'e');
  expect(await refused(act(id, { type: 'patient-billed' }, 'f'))).toBe('can-not-do');
});

test('all that a patient pays of a claim together is no more than its charge', async () => {
  const { id } = await billed(DECISION);
  await acted(id, paid(18_000), 'a');
  expect(await refused(act(id, paid(501), 'b'))).toBe('amount-too-large');
  expect((await acted(id, paid(500), 'c')).money.patientPaid).toBe(18_500);
  await acted(id, paid(-500), 'd');
  expect((await acted(id, paid(500), 'e')).money.patientPaid).toBe(18_500);
});

test('the same key writes once; with something else it is refused', async () => {
  const { id } = await billed(DECISION);
  await acted(id, paid(1_000), 'a');
  expect((await acted(id, paid(1_000), 'a')).money.patientPaid).toBe(1_000);
  expect(await refused(act(id, paid(2_000), 'a'))).toBe('idempotency-key-reused');
});

test('a claim is taken off the lists with a reason, and put back', async () => {
  const { id } = await billed(DECISION);
  expect(await refused(act(id, { type: 'reopened' }, 'a'))).toBe('can-not-do');
  expect(await acted(id, { type: 'closed', reason: 'PAID BY CHECK AT THE DESK' }, 'b')).toMatchObject({
    isClosed: true,
    status: 'partly-paid',
  });
  expect((await acted(id, { type: 'reopened' }, 'c')).isClosed).toBe(false);
});

test('an appeal needs a decision', async () => {
  const { id } = await billed();
  const appeal = { type: 'appealed', sentOn: '2026-12-01' } as const;
  const answer = await act(id, appeal, 'a');
  expect(await problemOf(answer)).toMatchObject({
    code: 'can-not-do',
    detail: expect.stringContaining('not decided'),
  });
  await server.fact(id, DECISION);
  expect((await act(id, appeal, 'b')).status).toBe(200);
});

test('an appeal waits for its answer, which is written down once, and a second one may follow', async () => {
  const { id } = await billed(DECISION);
  const appeal = { type: 'appealed', sentOn: '2026-11-19' as IsoDate } as const;
  const answer = {
    type: 'appeal-answered',
    outcome: 'not-received',
    answeredOn: '2026-11-20' as IsoDate,
    note: 'REF 77',
  } as const;
  expect(await refused(act(id, answer, 'a'))).toBe('can-not-do');
  const waiting = { sentOn: '2026-11-19', grantedOn: null, usualDays: 60 };
  expect(await acted(id, appeal, 'b')).toMatchObject({ appeal: waiting });
  server.moveClock(1_000);
  expect(await refused(act(id, appeal, 'c'))).toBe('can-not-do');
  expect(await acted(id, answer, 'd')).toMatchObject({ appeal: null });
  expect(await refused(act(id, answer, 'e'))).toBe('can-not-do');
  server.moveClock(1_000);
  expect(await acted(id, appeal, 'f')).toMatchObject({ appeal: waiting });
  const audited = (await listAuditEntries(server.scope)).map(({ action }) => action);
  expect(audited).toContain('claim-appeal-answered');
});

test('how long an answer usually takes is the payer`s own where that is known, from the day that it is', async () => {
  const claim = await billed(DECISION);
  const { id } = claim;
  await acted(id, { type: 'appealed', sentOn: '2026-11-19' as IsoDate }, 'b');
  const { payerId, payerName: name, claimFilingIndicator = 'CI' } = claim.claim.coverage;
  const payer = { payerId, name, claimFilingIndicator, aliases: [], appealAnswerDays: 30 };
  await server.setUpPractice(undefined, { ...EXAMPLE_PRACTICE, payers: [payer] });
  await server.worklists.run();
  const read = (await (
    await server.request('GET', `/claims/${id}`, { device: biller })
  ).json()) as ClaimDetail;
  expect(read.appeal).toEqual({ sentOn: '2026-11-19', grantedOn: null, usualDays: 30 });
});

test.each([
  { type: 'written-off', of: 'payer', amount: 0, reason: 'courtesy' },
  { type: 'written-off', of: 'payer', amount: 100, reason: 'because' },
  { type: 'patient-paid', amount: 1.5, paidOn: '2026-12-01', method: 'card' },
  { type: 'closed', reason: '' },
  { type: 'paid' },
])('%j is not understood', async (body) => {
  const { id } = await billed(DECISION);
  expect(await refused(act(id, body, 'a'))).toBe('invalid-request');
});

test('it goes on with the claim that followed, and each act is on record', async () => {
  const first = await billed(DECISION);
  await acted(first.id, { type: 'appealed', sentOn: '2026-12-01' as IsoDate }, 'a');
  const audited = (await listAuditEntries(server.scope)).map(({ action, subject }) => [action, subject]);
  expect(audited).toContainEqual(['claim-appealed', first.id]);
  const follows = { claimId: first.id, how: 'void' };
  const claim = { ...first.claim, frequency: '8', payerClaimControlNumber: 'P0001' };
  const body = { ...billing(), claim, follows };
  expect(
    (await server.request('POST', '/claims', { device: biller, body, headers: keyed('v') })).status,
  ).toBe(201);
  expect(await refused(act(first.id, paid(100), 'b'))).toBe('can-not-do');
});

/** The claim that goes on with the first one. */
async function followedBy(first: ClaimDetail, how: 'replacement' | 'void'): Promise<ClaimDetail> {
  const frequency = how === 'void' ? '8' : '7';
  const claim = { ...first.claim, frequency, payerClaimControlNumber: 'P0001' };
  const follows = { claimId: first.id, how, isUnchangedOnPurpose: true };
  const body = { ...billing(), claim, follows };
  const answer = await server.request('POST', '/claims', { device: biller, body, headers: keyed(how) });
  expect(answer.status).toBe(201);
  return answer.json() as Promise<ClaimDetail>;
}
const read = async (id: string): Promise<ClaimDetail> =>
  (await (await server.request('GET', `/claims/${id}`, { device: biller })).json()) as ClaimDetail;
/** What stands on these accounts of the ledger. */
const ledger = async () => Object.fromEntries(await accountBalances(server.scope));
const REVERSAL: ClaimFact = {
  type: 'payment',
  payment: {
    ...DECISION.payment,
    contentHash: 'r',
    claimStatusCode: '22',
    charge: cents(-18_500),
    paid: cents(-10_000),
    adjustments: [adjust('PR', '3', -2_500), adjust('CO', '97', -6_000)],
  },
};
const IN_FULL: ClaimFact = {
  type: 'payment',
  payment: { ...DECISION.payment, contentHash: 'n', paid: cents(18_500), adjustments: [] },
};

test('what was let go on a claim that was replaced is taken back at the replacement, all or a part, once', async () => {
  const first = await billed(DECISION);
  await acted(first.id, writeOff('payer', 6_000), 'a');
  server.moveClock(1_000);
  const second = await followedBy(first, 'replacement');
  await server.fact(first.id, REVERSAL);
  await server.fact(second.id, IN_FULL);
  expect(await read(second.id)).toMatchObject({
    status: 'unknown',
    money: { writtenOff: 6_000, open: -6_000 },
    writtenBefore: [{ claimId: first.id, patientControlNumber: first.patientControlNumber }],
  });
  expect(await refused(act(first.id, writeOff('payer', -6_000), 'b'))).toBe('can-not-do');
  expect(await refused(act(second.id, writeOff('payer', -6_001), 'c'))).toBe('amount-too-large');
  expect(await refused(act(second.id, writeOff('patient', -6_000), 'd'))).toBe('amount-too-large');
  server.moveClock(1_000);
  expect((await acted(second.id, writeOff('payer', -2_000), 'e')).money.open).toBe(-4_000);
  for (const _again of [1, 2])
    expect(await acted(second.id, writeOff('payer', -4_000), 'f')).toMatchObject({
      status: 'paid',
      money: { paid: 18_500, writtenOff: 0, open: 0 },
    });
  expect(await refused(act(second.id, writeOff('payer', -4_001), 'f'))).toBe('idempotency-key-reused');
  expect(await refused(act(second.id, writeOff('payer', -1), 'g'))).toBe('amount-too-large');
  expect(await ledger()).toMatchObject({
    revenue: -18_500,
    'receivable:payer': 0,
    'written-off': 0,
    remittance: 18_500,
  });
  const audited = (await listAuditEntries(server.scope)).map(({ action, subject }) => [action, subject]);
  expect(audited).toContainEqual(['claim-written-off', second.id]);
});

test('what the patient paid on a claim that was cancelled at the payer is paid back at the cancellation', async () => {
  const first = await billed(DECISION);
  await acted(first.id, paid(2_500), 'a');
  const second = await followedBy(first, 'void');
  await server.fact(second.id, REVERSAL);
  expect(await read(second.id)).toMatchObject({ status: 'voided', money: { patientPaid: 2_500 } });
  expect(await ledger()).toMatchObject({ 'patient-cash': 2_500, 'receivable:patient': -2_500 });
  expect((await acted(second.id, paid(-2_500), 'b')).money.patientPaid).toBe(0);
  expect(await ledger()).toMatchObject({ 'patient-cash': 0, 'receivable:patient': 0, 'receivable:payer': 0 });
});

test('what was taken back stays so where the claim that went on is taken back before it was sent', async () => {
  const first = await billed(DECISION);
  await acted(first.id, paid(2_500), 'a');
  const second = await followedBy(first, 'replacement');
  await acted(second.id, paid(-1_000), 'b');
  await acted(second.id, paid(300), 'c');
  const cancelled = await server.request('POST', `/claims/${second.id}/cancel`, { device: biller });
  expect(await cancelled.json()).toMatchObject({ status: 'closed', writtenBefore: [] });
  expect((await read(first.id)).money.patientPaid).toBe(1_800);
  expect(await ledger()).toMatchObject({ 'patient-cash': 1_800 });
});

test('the two of one kind are taken back where each was written down', async () => {
  const first = await billed(DECISION);
  await acted(first.id, paid(1_500), 'a');
  server.moveClock(1_000);
  const second = await followedBy(first, 'replacement');
  await server.fact(second.id, { type: 'sent', outboundFileId: 'f', fileName: 'OATEST_1.txt' });
  await acted(second.id, paid(700), 'b');
  server.moveClock(1_000);
  expect((await acted(second.id, paid(-2_200), 'c')).money.patientPaid).toBe(0);
  expect((await acted(second.id, paid(-2_200), 'c')).money.patientPaid).toBe(0);
  const ofKind = ({ events }: ClaimDetail) =>
    events.flatMap(({ fact }) => (fact.type === 'patient-paid' ? fact.amount : []));
  expect([ofKind(await read(first.id)), ofKind(await read(second.id))]).toEqual([
    [1_500, -1_500],
    [700, -700],
  ]);
});

test('a clinician, and another practice, may not', async () => {
  const { id } = await billed(DECISION);
  expect(await refused(act(id, paid(100), 'a', await server.pair('clinician')))).toBe('role-too-low');
  const other = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
  expect(await refused(act(id, paid(100), 'a', other))).toBe('not-found');
});

describe('paid too much', () => {
  const DOUBLE = {
    type: 'payment',
    payment: { ...DECISION.payment, paymentKey: 'k2', contentHash: 'h2', checkNumber: 'CHK2' },
  } satisfies ClaimFact;
  const of = { paymentKey: 'k2', contentHash: 'h2', checkNumber: 'CHK2' };
  const refund = (amount: number, whole: typeof of | null = of): ClaimAct => ({
    type: 'refunded',
    how: 'sent',
    amount: cents(amount),
    paidOn: '2026-11-20' as IsoDate,
    reference: 'OUR CHECK 1001',
    ...(whole && { of: whole }),
  });
  const asked: ClaimAct = { type: 'overpaid', note: 'THE PAYER WROTE ON 11/18' };

  test('a double payment is looked at, given back as a whole, and taken back; the payer`s own reversal then counts once', async () => {
    const { id } = await billed(DECISION, DOUBLE);
    expect(await read(id)).toMatchObject({
      status: 'unknown',
      overpayment: {
        amount: 6_500,
        isSure: false,
        payments: [{ checkNumber: 'CHK2' }, { checkNumber: 'CHK1' }],
      },
    });
    expect(await refused(act(id, refund(10_000), 'a'))).toBe('can-not-do');
    expect(await acted(id, asked, 'b')).toMatchObject({ overpayment: { isSure: true } });
    expect(await refused(act(id, asked, 'c'))).toBe('can-not-do');
    expect(await refused(act(id, refund(9_999), 'd'))).toBe('amount-too-large');
    expect(await refused(act(id, refund(6_501, null), 'e'))).toBe('amount-too-large');
    const once = { paid: 10_000, patientResponsibility: 2_500, open: 6_000 };
    for (const _again of [1, 2])
      expect(await acted(id, refund(10_000), 'f')).toMatchObject({
        status: 'partly-paid',
        overpayment: null,
        money: once,
      });
    expect(await ledger()).toMatchObject({
      'receivable:payer': 6_000,
      'receivable:patient': 2_500,
      remittance: 20_000,
      'refund:sent': -10_000,
    });
    expect(await refused(act(id, refund(10_000), 'g'))).toBe('can-not-do');
    expect(await acted(id, refund(-10_000), 'h')).toMatchObject({ status: 'unknown' });
    expect(await refused(act(id, refund(-1), 'i'))).toBe('amount-too-large');
    await acted(id, refund(10_000), 'j');
    await server.fact(id, REVERSAL);
    expect(await read(id)).toMatchObject({ status: 'partly-paid', money: once });
    expect(await ledger()).toMatchObject({
      remittance: 10_000,
      'refund:sent': -10_000,
      'refund:settled': 10_000,
    });
    const audited = (await listAuditEntries(server.scope)).map(({ action }) => action);
    expect(audited).toEqual(expect.arrayContaining(['claim-overpaid', 'claim-refunded']));
  });

  test('it can be replaced or cancelled once somebody has looked, and not before', async () => {
    const { id, claim } = await billed(DECISION, DOUBLE);
    const body = {
      ...billing(),
      claim: { ...claim, frequency: '8', payerClaimControlNumber: 'P0001' },
      follows: { claimId: id, how: 'void' },
    };
    const send = () => server.request('POST', '/claims', { device: biller, body, headers: keyed('v') });
    expect(await refused(send())).toBe('can-not-follow');
    await acted(id, asked, 'a');
    expect((await send()).status).toBe(201);
  });

  test.each<[string, ClaimFact]>([
    ['rejected', { type: 'payer-rejected', codes: ['A7:562'], message: 'INVENTED' }],
    ['not answered', { type: 'silent', awaited: 'file-acknowledgement' }],
  ])('where the cancellation is %s it can still be given back', async (_what, end) => {
    const { id, claim } = await billed(DECISION, DOUBLE);
    await acted(id, asked, 'a');
    const body = {
      ...billing(),
      claim: { ...claim, frequency: '8', payerClaimControlNumber: 'P0001' },
      follows: { claimId: id, how: 'void' },
    };
    const sent = await server.request('POST', '/claims', { device: biller, body, headers: keyed('v') });
    const next = (await sent.json()) as ClaimDetail;
    await server.fact(next.id, { type: 'sent', outboundFileId: 'f', fileName: 'F' });
    expect(await read(next.id)).toMatchObject({ overpayment: null });
    await server.fact(next.id, end);
    expect(await read(next.id)).toMatchObject({ overpayment: { amount: 6_500, isSure: true } });
    expect(await refused(act(next.id, writeOff('patient', 2_500), 'b'))).toBe('can-not-do');
    // While it is not answered the share is open at the payer again.
    expect(await acted(next.id, refund(10_000), 'c')).toMatchObject({
      overpayment: null,
      money: end.type === 'silent' ? { paid: 10_000, open: 8_500 } : { paid: 10_000, open: 6_000 },
    });
  });

  test('another payment asks again, and a write-off is taken back first', async () => {
    const { id } = await billed(DECISION);
    await acted(id, writeOff('payer', 6_000), 'a');
    await server.fact(id, DOUBLE);
    expect(await refused(act(id, asked, 'b'))).toBe('can-not-do');
    await acted(id, writeOff('payer', -6_000), 'c');
    expect(await acted(id, asked, 'd')).toMatchObject({ overpayment: { isSure: true } });
    server.moveClock(1_000);
    await server.fact(id, { type: 'payment', payment: { ...DOUBLE.payment, contentHash: 'h3' } });
    expect(await read(id)).toMatchObject({ overpayment: { isSure: false } });
  });

  test('of both copies of a claim that was sent again, either one`s payment is given back at the one that stands', async () => {
    const first = await billed({ type: 'sent', outboundFileId: 'f', fileName: 'F' });
    await server.fact(first.id, { type: 'silent', awaited: 'file-acknowledgement' });
    const follows = { claimId: first.id, how: 'resend', told: 'MS X, 11/20', isUnchangedOnPurpose: true };
    const body = { ...billing(), follows };
    const sent = await server.request('POST', '/claims', { device: biller, body, headers: keyed('again') });
    const { id } = (await sent.json()) as ClaimDetail;
    await server.fact(first.id, DOUBLE);
    await server.fact(id, DECISION);
    await acted(id, asked, 'a');
    const once = {
      status: 'partly-paid',
      money: { paid: 10_000, patientResponsibility: 2_500, open: 6_000 },
    };
    expect(await acted(id, refund(10_000), 'b')).toMatchObject(once);
    await acted(id, refund(-10_000), 'c');
    const own = { paymentKey: 'k', contentHash: 'h', checkNumber: 'CHK1' };
    expect(await acted(id, refund(10_000, own), 'd')).toMatchObject(once);
    expect(await ledger()).toMatchObject({
      'receivable:payer': 6_000,
      'refund:sent': -10_000,
    });
  });

  test('a clinician may not', async () => {
    const { id } = await billed(DECISION, DOUBLE);
    expect(await refused(act(id, asked, 'a', await server.pair('clinician')))).toBe('role-too-low');
  });
});
