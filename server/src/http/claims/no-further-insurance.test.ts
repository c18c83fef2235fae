/** What the first insurance left to the patient reaches the patient where no other pays it, and a copy’s fate is that of the claim decided on. */
import type { ClaimAct, ClaimDetail, CreateClaimRequest } from '@claimside/shared/api';
import type { Adjustment, ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { entriesOfClaim } from '../../store/journal.ts';
import { ACCOUNTS } from '../../store/ledger-accounts.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
let keys = 0;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

const key = () => keyed(String(++keys));
const adjust = (group: string, reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: cents(amount),
});
const pay = (
  paid: number,
  claimStatusCode: string,
  adjustments: Adjustment[],
  change: { payerName?: string; payerClaimControlNumber?: string; paymentDate?: string } = {},
): ClaimFact => ({
  type: 'payment',
  payment: {
    paymentKey: `k${claimStatusCode}${paid}${JSON.stringify(change)}`,
    contentHash: JSON.stringify(adjustments),
    checkNumber: 'CHK1',
    payerName: change.payerName ?? CLAIM.coverage.payerName,
    claimStatusCode,
    payerClaimControlNumber: change.payerClaimControlNumber ?? 'P0001',
    paymentDate: (change.paymentDate ?? '2026-11-19') as IsoDate,
    charge: cents(18_500),
    paid: cents(paid),
    adjustments,
  },
});
const sent: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: 'F' };
const rejected: ClaimFact = { type: 'payer-rejected', codes: ['A7:164:IL'], message: 'invented' };

async function post(body: CreateClaimRequest, ...facts: ClaimFact[]): Promise<ClaimDetail> {
  const response = await server.request('POST', '/claims', { device: biller, body, headers: key() });
  expect(response.status).toBe(201);
  const claim = (await response.json()) as ClaimDetail;
  for (const fact of [sent, ...facts]) await server.fact(claim.id, fact);
  return claim;
}
async function get(id: string): Promise<ClaimDetail> {
  return (await server.request('GET', `/claims/${id}`, { device: biller })).json() as Promise<ClaimDetail>;
}
async function act(id: string, body: ClaimAct): Promise<number> {
  server.moveClock(1);
  return (await server.request('POST', `/claims/${id}/acts`, { device: biller, body, headers: key() }))
    .status;
}
async function listsOf(id: string): Promise<string[]> {
  const found: string[] = [];
  for (const list of ['needs-you', 'rejected', 'denied', 'silent', 'partly-paid', 'patient-balance']) {
    const response = await server.request('GET', `/claims?list=${list}`, { device: biller });
    const { claims } = (await response.json()) as { claims: { id: string }[] };
    if (claims.some((claim) => claim.id === id)) found.push(list);
  }
  return found;
}
async function owedByPatient(account: string): Promise<number> {
  const { entries } = await entriesOfClaim(server.scope, account);
  const own = entries.filter((entry) => entry.account === ACCOUNTS.patientReceivable);
  return own.reduce((sum, { amount }) => sum + amount, 0);
}

const SHARE = [adjust('PR', '2', 3_700)];
/** To another insurance, with the decision of the first. */
const toNext = (claimId: string): CreateClaimRequest => ({
  ...billing(),
  claim: {
    ...CLAIM,
    coverage: { ...CLAIM.coverage, rank: 'S', payerId: '77777', payerName: 'SAMPLE SECOND PLAN' },
    otherCoverages: [
      {
        rank: 'P',
        relationshipToSubscriber: '18',
        claimFilingIndicator: 'CI',
        benefitsToProvider: 'Y',
        releaseOfInformation: 'Y',
        paidAmount: cents(14_800),
        remainingPatientLiability: cents(3_700),
        adjustments: [{ group: 'PR', reason: '2', amount: cents(3_700) }],
        subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'TEST0001' },
        payer: {
          name: CLAIM.coverage.payerName,
          id: CLAIM.coverage.payerId,
          adjudicationDate: '2026-11-19' as IsoDate,
        },
      },
    ],
  },
  follows: { claimId, how: 'next-payer' },
});

const denied = (...adjustments: Adjustment[]) =>
  pay(0, '4', adjustments, {
    payerName: 'SAMPLE SECOND PLAN',
    payerClaimControlNumber: 'S9',
    paymentDate: '2026-11-25',
  });
const WAYS: readonly (readonly [string, () => Promise<{ first: string; last: string }>])[] = [
  ['rejected', () => billedOn(rejected)],
  ['denied', () => billedOn(denied(adjust('CO', '27', 18_500)))],
  ['silent', () => billedOn({ type: 'silent', awaited: 'file-acknowledgement' })],
  ['sent on, and denied', () => sentOn(denied(adjust('CO', '31', 18_500)))],
  [
    'sent on, and denied with what was paid',
    () => sentOn(pay(0, '2', [adjust('OA', '23', 14_800), adjust('CO', '31', 3_700)])),
  ],
];
async function billedOn(...facts: ClaimFact[]) {
  const { id: first } = await post(billing(), pay(14_800, '1', SHARE));
  return { first, last: (await post(toNext(first), ...facts)).id };
}
async function sentOn(...facts: ClaimFact[]) {
  const { id } = await post(billing(), pay(14_800, '19', SHARE), ...facts);
  return { first: id, last: id };
}

describe.each(WAYS)('at the next insurance it is %s', (_what, made) => {
  test('no other insurance pays: the share is the patient’s, on the list, in the ledger, billed and paid', async () => {
    const { first, last } = await made();
    expect(await act(last, { type: 'patient-billed' })).toBe(409);
    expect(await owedByPatient(first)).toBe(0);
    expect(await get(last)).toMatchObject({ leftAtNext: 3_700, isNoFurther: false });

    expect(await act(last, { type: 'no-further-insurance', reason: 'not-insured', note: 'as drawn' })).toBe(
      200,
    );
    expect(await get(last)).toMatchObject({
      status: 'partly-paid',
      isNoFurther: true,
      money: { paid: 14_800, patientResponsibility: 3_700, open: 0 },
    });
    expect(await listsOf(last)).toEqual(['needs-you', 'patient-balance']);
    expect(await owedByPatient(first)).toBe(3_700);

    expect(await act(last, { type: 'patient-billed' })).toBe(200);
    expect(await listsOf(last)).toEqual(['patient-balance']);
    expect(
      await act(last, {
        type: 'patient-paid',
        amount: cents(3_700),
        paidOn: '2026-11-26' as IsoDate,
        method: 'card',
      }),
    ).toBe(200);
    expect(await get(last)).toMatchObject({ status: 'paid', money: { open: 0 } });
    expect(await listsOf(last)).toEqual([]);
    expect(await owedByPatient(first)).toBe(0);
  });

  test('it can be taken back, and is not said twice', async () => {
    const { first, last } = await made();
    const before = await listsOf(last);
    await act(last, { type: 'no-further-insurance', reason: 'refused' });
    expect(await act(last, { type: 'no-further-insurance', reason: 'refused' })).toBe(409);
    expect(await act(last, { type: 'further-insurance' })).toBe(200);
    expect(await get(last)).toMatchObject({ leftAtNext: 3_700, isNoFurther: false });
    expect(await listsOf(last)).toEqual(before);
    expect(await owedByPatient(first)).toBe(0);
  });

  test('a clinician may not', async () => {
    const { last } = await made();
    const clinician = await server.pair('clinician');
    const body = { type: 'no-further-insurance', reason: 'refused' };
    const response = await server.request('POST', `/claims/${last}/acts`, {
      device: clinician,
      body,
      headers: key(),
    });
    expect(response.status).toBe(403);
  });
});

describe('sent again after silence, and the first one is decided after all', () => {
  const again = (claimId: string): CreateClaimRequest => ({
    ...billing(),
    follows: { claimId, how: 'resend', told: 'Ms X, 11/20', isUnchangedOnPurpose: true },
  });
  const replacing = (claimId: string, number: string): CreateClaimRequest => ({
    ...billing(),
    claim: {
      ...CLAIM,
      frequency: '7',
      payerClaimControlNumber: number,
      coverage: { ...CLAIM.coverage, memberId: 'W9' },
    },
    follows: { claimId, how: 'replacement' },
  });
  const copy = pay(0, '4', [adjust('OA', '18', 18_500)], { payerClaimControlNumber: 'COPY' });
  async function twice(decision: ClaimFact, ...second: ClaimFact[]) {
    const { id: first } = await post(billing(), { type: 'silent', awaited: 'file-acknowledgement' });
    const { id: last } = await post(again(first));
    await server.fact(first, decision);
    for (const fact of second) await server.fact(last, fact);
    return { first, last };
  }
  const status = async (body: CreateClaimRequest) =>
    (await server.request('POST', '/claims', { device: biller, body, headers: key() })).status;

  test.each([
    ['denied as a duplicate', copy],
    ['rejected', rejected],
  ])(
    'the first denied, the second %s: replaced at the second, by the first one’s number alone',
    async (_how, second) => {
      const { first, last } = await twice(pay(0, '4', [adjust('CO', '197', 18_500)]), second);
      expect(await get(last)).toMatchObject({
        status: 'denied',
        payerClaimControlNumber: 'P0001',
        carried: [{ fact: { type: 'payment', payment: { payerClaimControlNumber: 'P0001' } } }],
      });
      expect(await listsOf(last)).toEqual(['needs-you', 'denied']);
      expect(await listsOf(first)).toEqual([]);
      expect(await status(replacing(first, 'P0001'))).toBe(409);
      expect(await status(replacing(last, 'COPY'))).toBe(422);
      expect(await status({ ...again(last) })).toBe(409);
      expect(await status(replacing(last, 'P0001'))).toBe(201);
    },
  );

  test('the first paid with a share: the patient is billed at the second', async () => {
    const { first, last } = await twice(pay(14_800, '1', SHARE), copy);
    expect(await listsOf(last)).toEqual(['needs-you', 'patient-balance']);
    expect(await owedByPatient(first)).toBe(3_700);
    expect(await act(last, { type: 'patient-billed' })).toBe(200);
  });
});
