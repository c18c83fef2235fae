/** What the first payer refused is asked of it, and stands open, after the second insurance was billed. */
import type { ClaimAct, ClaimDetail, ClaimList } from '@claimside/shared/api';
import { nextPayerDraft } from '@claimside/shared/coordination';
import type { Adjustment, ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
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

const adjust = (group: string, reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: cents(amount),
});
const pay = (
  paid: number,
  claimStatusCode: string,
  contentHash: string,
  adjustments: Adjustment[],
): ClaimFact => ({
  type: 'payment',
  payment: {
    paymentKey: contentHash,
    contentHash,
    checkNumber: contentHash,
    paymentDate: '2026-11-19' as IsoDate,
    payerName: claimStatusCode === '2' ? 'SECOND' : 'FIRST',
    claimStatusCode,
    payerClaimControlNumber: claimStatusCode === '2' ? 'SEC' : 'PRIM',
    charge: cents(18_500),
    paid: cents(paid),
    adjustments,
  },
});
const sent: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: 'F' };
const PARTS = [adjust('CO', '97', 2_000), adjust('PR', '2', 3_700)];

const read = async (id: string) =>
  (await (await server.request('GET', `/claims/${id}`, { device: biller })).json()) as ClaimDetail;
const act = (id: string, body: ClaimAct, key: string) =>
  server.request('POST', `/claims/${id}/acts`, { device: biller, body, headers: keyed(key) });

async function billed(body: object, key: string): Promise<ClaimDetail> {
  const response = await server.request('POST', '/claims', { device: biller, body, headers: keyed(key) });
  expect(response.status).toBe(201);
  return (await response.json()) as ClaimDetail;
}

/** FIRST paid 128, refused 20 and left 37 to the patient; SECOND was billed. */
async function twoPayers() {
  const first = await billed(billing(), 'first');
  await server.fact(first.id, sent);
  await server.fact(first.id, pay(12_800, '1', 'h', PARTS));
  const { coverage } = CLAIM;
  const other = {
    rank: 'P',
    relationshipToSubscriber: '18',
    claimFilingIndicator: 'CI',
    benefitsToProvider: 'Y',
    releaseOfInformation: 'Y',
    paidAmount: 12_800,
    remainingPatientLiability: 3_700,
    adjustments: PARTS,
    subscriber: { lastName: 'TESTA', firstName: 'ANNA', memberId: 'M1' },
    payer: { name: coverage.payerName, id: coverage.payerId, adjudicationDate: '2026-11-19' },
  };
  const second = await billed(
    {
      ...billing(),
      claim: {
        ...CLAIM,
        coverage: { ...coverage, rank: 'S', payerId: '77777', payerName: 'SECOND' },
        otherCoverages: [other],
      },
      follows: { claimId: first.id, how: 'next-payer' },
    },
    'second',
  );
  await server.fact(second.id, sent);
  return { first, second };
}

test('it is known at the second claim who refused it, under which number, and can be appealed; what that payer then pays answers it', async () => {
  const { first, second } = await twoPayers();
  await server.fact(second.id, pay(3_700, '2', 's', [adjust('OA', '23', 14_800)]));
  expect(await read(second.id)).toMatchObject({
    status: 'partly-paid',
    money: { open: 2_000 },
    payersBefore: [
      {
        patientControlNumber: first.patientControlNumber,
        payerName: CLAIM.coverage.payerName,
        payerClaimControlNumber: 'PRIM',
        refused: 2_000,
        payments: [{ checkNumber: 'h' }],
      },
    ],
  });
  const appealed: ClaimAct = { type: 'appealed', sentOn: '2026-11-20' as IsoDate };
  expect((await act(second.id, appealed, 'a')).status).toBe(200);
  expect(await read(second.id)).toMatchObject({ appeal: { sentOn: '2026-11-20' } });
  server.moveClock(1_000);
  await server.fact(first.id, pay(2_000, '1', 'more', [adjust('OA', '23', 0)]));
  expect(await read(second.id)).toMatchObject({ appeal: null });
});

test('where no other insurance pays, what the first refused can still be appealed', async () => {
  const { second } = await twoPayers();
  await server.fact(second.id, { type: 'payer-rejected', codes: ['A7:562'], message: 'INVENTED' });
  const none: ClaimAct = { type: 'no-further-insurance', reason: 'not-insured' };
  expect((await act(second.id, none, 'a')).status).toBe(200);
  expect(await read(second.id)).toMatchObject({
    status: 'partly-paid',
    money: { open: 2_000, patientResponsibility: 3_700 },
    payersBefore: [{ refused: 2_000 }],
  });
  expect((await act(second.id, { type: 'appealed', sentOn: '2026-11-20' as IsoDate }, 'b')).status).toBe(200);
});

test('the second of three payers is asked by its own days, and answers by its own', async () => {
  const { coverage } = CLAIM;
  const days = (payerId: string, name: string, appealDays: number, appealAnswerDays: number) => ({
    payerId,
    name,
    claimFilingIndicator: 'CI',
    aliases: [],
    appealDays,
    appealAnswerDays,
  });
  await server.setUpPractice(undefined, {
    ...EXAMPLE_PRACTICE,
    payers: [
      days(coverage.payerId ?? '', coverage.payerName ?? '', 300, 11),
      days('77777', 'SECOND', 200, 22),
      days('88888', 'THIRD', 100, 33),
    ],
  });
  const { second } = await twoPayers();
  await server.fact(
    second.id,
    pay(2_000, '2', 's', [adjust('OA', '23', 14_800), adjust('CO', '50', 1_000), adjust('PR', '2', 700)]),
  );
  const decided = await read(second.id);
  const draft = nextPayerDraft(decided);
  const third = await billed(
    {
      ...billing(),
      claim: {
        ...draft,
        relationshipToSubscriber: '18',
        coverage: { ...coverage, rank: 'T', payerId: '88888', payerName: 'THIRD' },
      },
      follows: { claimId: second.id, how: 'next-payer' },
    },
    'third',
  );
  await server.fact(third.id, sent);
  const asked = { device: biller, body: { list: 'partly-paid' } };
  const found = (await (await server.request('POST', '/claims/search', asked)).json()) as ClaimList;
  // Of FIRST $20.00, of SECOND $10.00: SECOND`s 200 days end before the 300 of FIRST.
  expect(found.claims.map(({ place }) => [place?.amount, place?.deadline])).toEqual([[3_000, '2027-06-07']]);
  for (const [turn, usualDays] of [
    [2, 22],
    [1, 11],
  ]) {
    server.moveClock(1_000);
    const appealed = { type: 'appealed', sentOn: '2026-11-20' as IsoDate, turn };
    expect((await act(third.id, appealed as ClaimAct, `a${turn}`)).status).toBe(200);
    expect((await read(third.id)).appeal).toMatchObject({ turn, usualDays });
    const refused = { type: 'appeal-answered', outcome: 'refused', answeredOn: '2026-11-20' as IsoDate };
    server.moveClock(1_000);
    expect((await act(third.id, refused as ClaimAct, `b${turn}`)).status).toBe(200);
  }
});
