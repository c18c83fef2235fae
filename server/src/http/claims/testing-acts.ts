/** For tests: a claim at a practice's server, what payers say of it, and what a biller writes down. */
import type { ClaimAct, ClaimDetail } from '@claimside/shared/api';
import type { Adjustment, ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect } from 'vitest';
import { accountBalances } from '../../store/journal.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

export const adjust = (group: string, reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: cents(amount),
});
/** 18500 charged, 10000 paid, 2500 the patient's, 6000 refused. */
export const DECISION = {
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
export const REVERSAL: ClaimFact = {
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
export const IN_FULL: ClaimFact = {
  type: 'payment',
  payment: { ...DECISION.payment, contentHash: 'n', paid: cents(18_500), adjustments: [] },
};
export const writeOff = (of: 'payer' | 'patient', amount: number): ClaimAct => ({
  type: 'written-off',
  of,
  amount: cents(amount),
  reason: 'small-balance',
});
export const paid = (amount: number): ClaimAct => ({
  type: 'patient-paid',
  amount: cents(amount),
  paidOn: '2026-12-01' as IsoDate,
  method: 'card',
});

/** A server of its own for each test. */
export function actsDesk() {
  let server: TestApp;
  let biller: TestDevice;
  beforeEach(async () => {
    server = await startTestApp();
    await server.setUpPractice();
    biller = await server.pair('biller');
  });
  afterEach(() => server.close());

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
  return {
    get server() {
      return server;
    },
    get biller() {
      return biller;
    },
    billed,
    act,
    acted,
    refused,
    followedBy,
    read,
    ledger,
  };
}
