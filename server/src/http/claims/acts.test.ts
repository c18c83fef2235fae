/** What a person did about a claim is written down once, as far as the claim allows it, and by those who bill. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { listAuditEntries } from '../../store/audit-log.ts';
import { problemOf } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';
import { actsDesk, DECISION, IN_FULL, paid, REVERSAL, writeOff } from './testing-acts.ts';

const desk = actsDesk();
const { billed, act, acted, refused, followedBy, read, ledger } = desk;

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
  await desk.server.fact(id, DECISION);
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
  desk.server.moveClock(1_000);
  expect(await refused(act(id, appeal, 'c'))).toBe('can-not-do');
  expect(await acted(id, answer, 'd')).toMatchObject({ appeal: null });
  expect(await refused(act(id, answer, 'e'))).toBe('can-not-do');
  desk.server.moveClock(1_000);
  expect(await acted(id, appeal, 'f')).toMatchObject({ appeal: waiting });
  const audited = (await listAuditEntries(desk.server.scope)).map(({ action }) => action);
  expect(audited).toContain('claim-appeal-answered');
});

test('how long an answer usually takes is the payer`s own where that is known, from the day that it is', async () => {
  const claim = await billed(DECISION);
  const { id } = claim;
  await acted(id, { type: 'appealed', sentOn: '2026-11-19' as IsoDate }, 'b');
  const { payerId, payerName: name, claimFilingIndicator = 'CI' } = claim.claim.coverage;
  const payer = { payerId, name, claimFilingIndicator, aliases: [], appealAnswerDays: 30 };
  await desk.server.setUpPractice(undefined, { ...EXAMPLE_PRACTICE, payers: [payer] });
  await desk.server.worklists.run();
  const read = (await (
    await desk.server.request('GET', `/claims/${id}`, { device: desk.biller })
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
  const audited = (await listAuditEntries(desk.server.scope)).map(({ action, subject }) => [action, subject]);
  expect(audited).toContainEqual(['claim-appealed', first.id]);
  const follows = { claimId: first.id, how: 'void' };
  const claim = { ...first.claim, frequency: '8', payerClaimControlNumber: 'P0001' };
  const body = { ...billing(), claim, follows };
  expect(
    (await desk.server.request('POST', '/claims', { device: desk.biller, body, headers: keyed('v') })).status,
  ).toBe(201);
  expect(await refused(act(first.id, paid(100), 'b'))).toBe('can-not-do');
});

test('what was let go on a claim that was replaced is taken back at the replacement, all or a part, once', async () => {
  const first = await billed(DECISION);
  await acted(first.id, writeOff('payer', 6_000), 'a');
  desk.server.moveClock(1_000);
  const second = await followedBy(first, 'replacement');
  await desk.server.fact(first.id, REVERSAL);
  await desk.server.fact(second.id, IN_FULL);
  expect(await read(second.id)).toMatchObject({
    status: 'unknown',
    money: { writtenOff: 6_000, open: -6_000 },
    writtenBefore: [{ claimId: first.id, patientControlNumber: first.patientControlNumber }],
  });
  expect(await refused(act(first.id, writeOff('payer', -6_000), 'b'))).toBe('can-not-do');
  expect(await refused(act(second.id, writeOff('payer', -6_001), 'c'))).toBe('amount-too-large');
  expect(await refused(act(second.id, writeOff('patient', -6_000), 'd'))).toBe('amount-too-large');
  desk.server.moveClock(1_000);
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
  const audited = (await listAuditEntries(desk.server.scope)).map(({ action, subject }) => [action, subject]);
  expect(audited).toContainEqual(['claim-written-off', second.id]);
});

test('what the patient paid on a claim that was cancelled at the payer is paid back at the cancellation', async () => {
  const first = await billed(DECISION);
  await acted(first.id, paid(2_500), 'a');
  const second = await followedBy(first, 'void');
  await desk.server.fact(second.id, REVERSAL);
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
  const cancelled = await desk.server.request('POST', `/claims/${second.id}/cancel`, { device: desk.biller });
  expect(await cancelled.json()).toMatchObject({ status: 'closed', writtenBefore: [] });
  expect((await read(first.id)).money.patientPaid).toBe(1_800);
  expect(await ledger()).toMatchObject({ 'patient-cash': 1_800 });
});

test('the two of one kind are taken back where each was written down', async () => {
  const first = await billed(DECISION);
  await acted(first.id, paid(1_500), 'a');
  desk.server.moveClock(1_000);
  const second = await followedBy(first, 'replacement');
  await desk.server.fact(second.id, { type: 'sent', outboundFileId: 'f', fileName: 'OATEST_1.txt' });
  await acted(second.id, paid(700), 'b');
  desk.server.moveClock(1_000);
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
  expect(await refused(act(id, paid(100), 'a', await desk.server.pair('clinician')))).toBe('role-too-low');
  const other = await desk.server.pair('admin', await desk.server.addPractice('OTHER TEST PRACTICE'));
  expect(await refused(act(id, paid(100), 'a', other))).toBe('not-found');
});
