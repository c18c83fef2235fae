/** For tests of payments from paper: a billed claim, and a payment of it, typed in or as the payer`s file says it. */
import type {
  ClaimDetail,
  InboundFile,
  RemittanceDetail,
  RemittanceList,
  RemittanceSearch,
  TypedPayment,
} from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { remittanceOfTyped } from '../../remittance/index.ts';
import { exampleInterchange } from '../../transactions/examples.ts';
import { type Remittance, writeRemittance } from '../../transactions/remittance-835/index.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

/** An adjustment of so many cents. */
export const adjust = (group: 'CO' | 'PR', reason: string, amount: number) => ({
  group,
  reason,
  amount: cents(amount),
});

/** A practice with one claim of $185.00 that was billed; call it once in a file of tests. */
export function practiceWithClaim() {
  let server: TestApp;
  let biller: TestDevice;
  let claim: ClaimDetail;
  beforeEach(async () => {
    server = await startTestApp();
    await server.setUpPractice();
    biller = await server.pair('biller');
    const billed = { device: biller, body: billing(), headers: keyed('first') };
    claim = (await (await server.request('POST', '/claims', billed)).json()) as ClaimDetail;
  });
  afterEach(() => server.close());

  /** Of one line of $185.00. */
  function typed(change: Partial<TypedPayment> = {}): TypedPayment {
    return {
      payerName: 'EXAMPLE HEALTH PLAN',
      checkNumber: 'chk77',
      paymentDate: '2026-11-19' as IsoDate,
      method: 'CHK',
      total: cents(10_000),
      claims: [
        {
          claimId: claim.id,
          statusCode: '1',
          payerClaimControlNumber: 'P0001',
          paid: cents(10_000),
          adjustments: [],
          lines: [
            { paid: cents(10_000), adjustments: [adjust('CO', '45', 6_000), adjust('PR', '3', 2_500)] },
          ],
        },
      ],
      providerAdjustments: [],
      ...change,
    };
  }
  const send = (payment: unknown, device = biller) =>
    server.request('POST', '/remittances', { device, body: payment });
  const read = async () =>
    (await (await server.request('GET', `/claims/${claim.id}`, { device: biller })).json()) as ClaimDetail;
  const detail = async (id = '') =>
    (await (
      await server.request('GET', `/remittances/${id}`, { device: biller })
    ).json()) as RemittanceDetail;
  const decide = (id: string | undefined, decision: string, reason: string) =>
    server.request('POST', `/remittances/${id}/decision`, { device: biller, body: { decision, reason } });
  const searched = async (body: RemittanceSearch) =>
    (await (
      await server.request('POST', '/remittances/search', { device: biller, body })
    ).json()) as RemittanceList;
  const remittances = async () => (await searched({})).remittances;

  /** As the payer's file says it. */
  const asFile = (payment: TypedPayment, change: Partial<Remittance> = {}) => {
    const remittance = remittanceOfTyped(payment, EXAMPLE_PRACTICE, () => claim);
    return writeRemittance(exampleInterchange, {
      remittances: [{ ...remittance, payerTraceId: '1999999999', ...change }],
    });
  };
  const bring = async (bytes: Uint8Array) =>
    (await (await server.bring('ERA.835', Buffer.from(bytes), biller)).json()) as InboundFile;

  return {
    server: () => server,
    biller: () => biller,
    claim: () => claim,
    typed,
    send,
    read,
    detail,
    decide,
    remittances,
    searched,
    asFile,
    bring,
  };
}
