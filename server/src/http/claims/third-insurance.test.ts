/** After a payer sent a claim on and the next decided, a third insurance is billed with what both decided. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { Claim, OtherCoverage } from '@claimside/shared/claim';
import { nextPayerDraft } from '@claimside/shared/coordination';
import type { Adjustment, ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { billing, CLAIM, keyed } from '../testing-bill.ts';
import { actsDesk, adjust } from './testing-acts.ts';

const desk = actsDesk();

const said = (rank: '19' | '2' | '3', amount: number, adjustments: Adjustment[]): ClaimFact => ({
  type: 'payment',
  payment: {
    paymentKey: rank,
    contentHash: rank,
    checkNumber: rank,
    paymentDate: '2026-11-19' as IsoDate,
    payerName: `PAYER ${rank}`,
    claimStatusCode: rank,
    payerClaimControlNumber: '',
    charge: cents(18_500),
    paid: cents(amount),
    adjustments,
  },
});
const other = (rank: 'S' | 'T', id: string): OtherCoverage => ({
  rank,
  relationshipToSubscriber: '18',
  claimFilingIndicator: 'CI',
  benefitsToProvider: 'Y',
  releaseOfInformation: 'Y',
  subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId: `${id}M` },
  payer: { name: `PLAN ${id}`, id },
});

test('the third insurance gets the decisions of both; the second, which has decided, is not billed again', async () => {
  const claim: Claim = { ...CLAIM, otherCoverages: [other('S', 'TEST2'), other('T', 'TEST3')] };
  const asked = { device: desk.biller, body: billing('01', claim), headers: keyed('first') };
  const { id } = (await (await desk.server.request('POST', '/claims', asked)).json()) as ClaimDetail;
  await desk.server.fact(id, said('19', 10_000, [adjust('CO', '45', 6_000), adjust('PR', '2', 2_500)]));
  await desk.server.fact(id, said('2', 2_000, [adjust('OA', '23', 16_000), adjust('PR', '2', 500)]));
  const decided = await desk.read(id);
  const follow = (body: Claim, key: string) =>
    desk.server.request('POST', '/claims', {
      device: desk.biller,
      body: { ...billing('01', body), follows: { claimId: id, how: 'next-payer' } },
      headers: keyed(key),
    });
  const draft = nextPayerDraft(decided) as Claim;
  const toSecond = { ...draft.coverage, rank: 'S' } as Claim['coverage'];
  expect((await follow({ ...draft, coverage: toSecond }, 'second')).status).toBe(422);
  const answer = await follow(draft, 'third');
  expect(answer.status).toBe(201);
  const third = (await answer.json()) as ClaimDetail;
  expect(third.claim).toMatchObject({
    coverage: { rank: 'T', payerId: 'TEST3' },
    otherCoverages: [
      { rank: 'P', paidAmount: 10_000 },
      { rank: 'S', paidAmount: 2_000 },
    ],
  });
  expect(third.money).toMatchObject({
    paid: 12_000,
    contractual: 6_000,
    patientResponsibility: 0,
    open: 500,
  });
  await desk.server.fact(third.id, said('3', 400, [adjust('OA', '23', 18_000), adjust('PR', '2', 100)]));
  expect((await desk.read(third.id)).money).toMatchObject({
    paid: 12_400,
    patientResponsibility: 100,
    open: 0,
  });
});
