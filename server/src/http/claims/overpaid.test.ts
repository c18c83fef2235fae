/** Paid too much: somebody looks, says that all of it is the claim's, and gives it back, replaces or cancels it, by those who bill. */
import type { ClaimAct, ClaimDetail } from '@claimside/shared/api';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { listAuditEntries } from '../../store/audit-log.ts';
import { billing, keyed } from '../testing-bill.ts';
import { actsDesk, DECISION, REVERSAL, writeOff } from './testing-acts.ts';

const desk = actsDesk();
const { billed, act, acted, refused, read, ledger } = desk;

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
      amount: 4_000,
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
  await desk.server.fact(id, REVERSAL);
  expect(await read(id)).toMatchObject({ status: 'partly-paid', money: once });
  expect(await ledger()).toMatchObject({
    remittance: 10_000,
    'refund:sent': -10_000,
    'refund:settled': 10_000,
  });
  const audited = (await listAuditEntries(desk.server.scope)).map(({ action }) => action);
  expect(audited).toEqual(expect.arrayContaining(['claim-overpaid', 'claim-refunded']));
});

test('it can be replaced or cancelled once somebody has looked, and not before', async () => {
  const { id, claim } = await billed(DECISION, DOUBLE);
  const body = {
    ...billing(),
    claim: { ...claim, frequency: '8', payerClaimControlNumber: 'P0001' },
    follows: { claimId: id, how: 'void' },
  };
  const send = () =>
    desk.server.request('POST', '/claims', { device: desk.biller, body, headers: keyed('v') });
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
  const sent = await desk.server.request('POST', '/claims', {
    device: desk.biller,
    body,
    headers: keyed('v'),
  });
  const next = (await sent.json()) as ClaimDetail;
  await desk.server.fact(next.id, { type: 'sent', outboundFileId: 'f', fileName: 'F' });
  expect(await read(next.id)).toMatchObject({ overpayment: null });
  await desk.server.fact(next.id, end);
  expect(await read(next.id)).toMatchObject({ overpayment: { amount: 4_000, isSure: true } });
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
  await desk.server.fact(id, DOUBLE);
  expect(await refused(act(id, asked, 'b'))).toBe('can-not-do');
  await acted(id, writeOff('payer', -6_000), 'c');
  expect(await acted(id, asked, 'd')).toMatchObject({ overpayment: { isSure: true } });
  desk.server.moveClock(1_000);
  await desk.server.fact(id, { type: 'payment', payment: { ...DOUBLE.payment, contentHash: 'h3' } });
  expect(await read(id)).toMatchObject({ overpayment: { isSure: false } });
});

test('of both copies of a claim that was sent again, either one`s payment is given back at the one that stands', async () => {
  const first = await billed({ type: 'sent', outboundFileId: 'f', fileName: 'F' });
  await desk.server.fact(first.id, { type: 'silent', awaited: 'file-acknowledgement' });
  const follows = { claimId: first.id, how: 'resend', told: 'MS X, 11/20', isUnchangedOnPurpose: true };
  const body = { ...billing(), follows };
  const sent = await desk.server.request('POST', '/claims', {
    device: desk.biller,
    body,
    headers: keyed('again'),
  });
  const { id } = (await sent.json()) as ClaimDetail;
  await desk.server.fact(first.id, DOUBLE);
  await desk.server.fact(id, DECISION);
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
  expect(await refused(act(id, asked, 'a', await desk.server.pair('clinician')))).toBe('role-too-low');
});
