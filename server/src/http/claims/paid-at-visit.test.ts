/** What was taken at the visit lessens what the patient owes, once, whatever becomes of the claim. */
import type { ClaimDetail, ClaimList } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { describeEvent, standingActs } from '@claimside/shared/lifecycle';
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
async function bill(paid?: number, more: object = {}, other: Partial<Claim> = {}): Promise<ClaimDetail> {
  presses += 1;
  const said = paid === undefined ? {} : { patientPaidAmount: cents(paid) };
  const body = { ...billing('01', { ...CLAIM, ...other, ...said }), ...more };
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

const REJECTED = { type: 'payer-rejected', codes: ['A7:562'], message: 'invented' } as const;
const corrected = (claimId: string, how: 'resend' | 'replacement' = 'resend') => ({
  follows: { claimId, how, isUnchangedOnPurpose: true },
});
async function write(id: string, amount: number, method: string | undefined = 'card'): Promise<void> {
  presses += 1;
  const response = await server.request('POST', `/claims/${id}/acts`, {
    device: biller,
    headers: keyed(`act-${presses}`),
    body: { type: 'patient-paid', amount, paidOn: '2026-11-17', ...(method && { method }) },
  });
  expect(response.status).toBe(200);
}
/** What the timeline says of it at the account's last claim. */
async function paymentsOf(id: string): Promise<string[]> {
  const { events, writtenBefore } = await read(id);
  return [...writtenBefore.map(({ event }) => event), ...events].flatMap((event) => {
    if (event.fact.type !== 'patient-paid') return [];
    const { title, detail } = describeEvent(event, 'Sample Clearinghouse');
    return `${title} (${detail})`;
  });
}

test('a copay typed by mistake and emptied at the correction is taken back, for all to see', async () => {
  const first = await bill(2_500);
  await server.fact(first.id, REJECTED);
  const again = await bill(undefined, corrected(first.id));
  expect(await paymentsOf(again.id)).toEqual([
    'The patient paid $25.00 (2026-11-16, at the visit)',
    'Took back $25.00 of what the patient paid (2026-11-16, at the visit: the claim says $0.00 now)',
  ]);
  await server.fact(again.id, COPAY);
  expect(await read(again.id)).toMatchObject({
    status: 'partly-paid',
    money: { patientResponsibility: 2_500, patientPaid: 0 },
  });
});

test.each([
  ['emptied', undefined, 0],
  ['0.00', 0, 0],
  ['typed anew', 2_500, 2_500],
])('taken back in the timeline, then %s at the correction: never below zero', async (_what, said, counts) => {
  const first = await bill(2_500);
  await write(first.id, -2_500, undefined);
  await server.fact(first.id, REJECTED);
  expect(await paidOf((await bill(said, corrected(first.id))).id)).toBe(counts);
});

test('what was written down as paid is not counted again where a replacement says it, but what it says more', async () => {
  const first = await bill(undefined);
  await write(first.id, 2_500);
  const { payment } = COPAY;
  const denied = { ...payment, paid: cents(0), claimStatusCode: '4' };
  await server.fact(first.id, {
    type: 'payment',
    payment: { ...denied, adjustments: [{ group: 'CO', reason: '16', amount: cents(18_500) }] },
  });
  const replacing = { frequency: '7', payerClaimControlNumber: 'P1' } as const;
  const same = await bill(2_500, corrected(first.id, 'replacement'), replacing);
  expect(await paymentsOf(same.id)).toEqual(['The patient paid $25.00 (2026-11-17, card)']);
  await server.fact(same.id, REJECTED);
  const more = await bill(3_000, corrected(same.id), replacing);
  expect(await paymentsOf(more.id)).toEqual([
    'The patient paid $25.00 (2026-11-17, card)',
    'The patient paid $5.00 (2026-11-16, at the visit: the claim says $30.00 now)',
  ]);
});

test.each([undefined, 2_500])(
  'a visit billed afresh after a rejection (said to be paid: %s) takes along what was written down, once over both',
  async (said) => {
    const first = await bill(undefined);
    await write(first.id, 2_500);
    await server.fact(first.id, REJECTED);
    const second = await bill(said);
    expect([await paidOf(first.id), await paidOf(second.id)]).toEqual([0, 2_500]);
    expect(await paymentsOf(second.id)).toEqual([
      'The patient paid $25.00 (2026-11-17, card, of the claim billed before it)',
    ]);
    expect(await paymentsOf(first.id)).toContain(
      'Took back $25.00 of what the patient paid (2026-11-17, card, counted at the claim billed after it)',
    );
    const third = await read(second.id);
    const receipt = third.events.find(({ fact }) => fact.type === 'patient-paid')?.id;
    const paper = await server.request('GET', `/claims/${second.id}/receipt?payment=${receipt}`, {
      device: biller,
    });
    expect(JSON.stringify(await paper.json())).toContain('We received $25.00. Thank you.');
    await server.request('POST', `/claims/${second.id}/cancel`, { device: biller });
    expect(await paidOf((await bill(said)).id)).toBe(2_500);
  },
);

test('an account of two claims that were rejected is taken along once, and a correction taken back undoes what it said', async () => {
  const first = await bill(2_500);
  await server.fact(first.id, REJECTED);
  const again = await bill(1_000, corrected(first.id));
  await server.request('POST', `/claims/${again.id}/cancel`, { device: biller });
  expect(await paidOf(first.id)).toBe(2_500);
  const once = await bill(3_000, corrected(first.id));
  expect(await paidOf(once.id)).toBe(3_000);
  await server.fact(once.id, REJECTED);
  const afresh = await bill(3_000);
  expect([await paidOf(once.id), await paidOf(afresh.id)]).toEqual([0, 3_000]);
});

test('a void says nothing of what the patient paid', async () => {
  const first = await bill(2_500);
  await server.fact(first.id, COPAY);
  await write(first.id, -2_500, undefined);
  const asVoid = { frequency: '8', payerClaimControlNumber: 'P1' } as const;
  const voiding = await bill(2_500, { follows: { claimId: first.id, how: 'void' } }, asVoid);
  expect(await paidOf(voiding.id)).toBe(0);
});

test('what was taken back of the copay leaves a payment of the same amount by card as it is', async () => {
  const first = await bill(4_500);
  await write(first.id, 2_500);
  await server.fact(first.id, REJECTED);
  const again = await bill(2_000, corrected(first.id));
  const { events, writtenBefore } = await read(again.id);
  const standing = [...standingActs([...writtenBefore.map(({ event }) => event), ...events]).values()];
  expect(standing.map(({ fact, left }) => [fact.type === 'patient-paid' && fact.method, left])).toEqual([
    [undefined, 2_000],
    ['card', 2_500],
  ]);
});
