/** What was taken at the visit lessens what the patient owes, once, whatever becomes of the claim. */
import type { ClaimDetail, ClaimList } from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

let presses = 0;
async function bill(paid: number, more: object = {}): Promise<ClaimDetail> {
  presses += 1;
  const body = { ...billing('01', { ...CLAIM, patientPaidAmount: cents(paid) }), ...more };
  const asked = { device: biller, body, headers: keyed(`press-${presses}`) };
  const response = await server.request('POST', '/claims', asked);
  expect(response.status).toBe(201);
  return response.json() as Promise<ClaimDetail>;
}
const read = async (id: string) =>
  (await (await server.request('GET', `/claims/${id}`, { device: biller })).json()) as ClaimDetail;
const paidOf = async (id: string) => (await read(id)).money.patientPaid;

/** Charged 185.00: 150.00 paid, 10.00 by contract, 25.00 copay. */
const COPAY = {
  type: 'payment',
  payment: {
    paymentKey: 'k',
    contentHash: 'h',
    checkNumber: 'CHK1',
    paymentDate: '2026-11-20' as IsoDate,
    payerName: 'EXAMPLE HEALTH PLAN',
    claimStatusCode: '1',
    payerClaimControlNumber: 'P1',
    charge: cents(18_500),
    paid: cents(15_000),
    adjustments: [
      { group: 'CO', reason: '45', amount: cents(1_000) },
      { group: 'PR', reason: '3', amount: cents(2_500) },
    ],
  },
} as const;

test('the copay taken at the visit is written down with the day of service, and nothing is owed once the payer asks for as much', async () => {
  const claim = await bill(2_500);
  expect(claim.events.at(-1)?.fact).toEqual({ type: 'patient-paid', amount: 2_500, paidOn: '2026-11-16' });
  await server.fact(claim.id, COPAY);
  expect(await read(claim.id)).toMatchObject({
    status: 'paid',
    money: { patientResponsibility: 2_500, patientPaid: 2_500 },
  });
});

test('a claim that insurance pays without asking for the copay is paid, and the copay is to be paid back', async () => {
  const claim = await bill(2_500);
  const [contract] = COPAY.payment.adjustments;
  const all = { ...COPAY.payment, paid: cents(17_500), adjustments: [contract] };
  await server.fact(claim.id, { type: 'payment', payment: all });
  expect(await read(claim.id)).toMatchObject({ status: 'paid', money: { patientPaid: 2_500 } });
  const mine = await server.request('GET', '/claims?list=needs-you', { device: biller });
  expect(((await mine.json()) as ClaimList).claims[0]).toMatchObject({
    id: claim.id,
    place: { amount: 2_500 },
  });
});

test('a claim without a payment at the visit has no such fact', async () => {
  expect((await bill(0)).events.map(({ fact }) => fact.type)).toEqual(['captured', 'checked', 'queued']);
});

test('a correction says by how much it was another amount, and the account has it once', async () => {
  const first = await bill(2_500);
  await server.fact(first.id, {
    type: 'clearinghouse-rejected',
    codes: ['A7'],
    message: 'No member',
  });
  const again = await bill(3_000, { follows: { claimId: first.id, how: 'resend' } });
  expect(again.events.at(-1)?.fact).toMatchObject({ amount: 500 });
  expect(await paidOf(again.id)).toBe(3_000);
});

test('a visit that is billed afresh takes its payment along, less what was paid back', async () => {
  const first = await bill(2_500);
  await server.request('POST', `/claims/${first.id}/acts`, {
    device: biller,
    headers: keyed('back'),
    body: { type: 'patient-paid', amount: -500, paidOn: '2026-11-20', method: 'cash' },
  });
  await server.request('POST', `/claims/${first.id}/cancel`, { device: biller });
  expect(await paidOf(first.id)).toBe(2_000);
  const second = await bill(2_500);
  expect([await paidOf(first.id), await paidOf(second.id)]).toEqual([0, 2_500]);
});
