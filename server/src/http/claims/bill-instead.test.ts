/** A claim that the wrong payer refused, or one that comes later, is billed to the right one in its place. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { insteadDraft, nextPayerDraft } from '@claimside/shared/coordination';
import type { Adjustment, ClaimFact, FollowUp } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { problemOf } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';
import { actsDesk, adjust, paid, writeOff } from './testing-acts.ts';

const desk = actsDesk();

const said = (
  payerName: string,
  amount: number,
  claimStatusCode: string,
  adjustments: Adjustment[],
  contentHash = `${payerName} ${amount} ${claimStatusCode}`,
): ClaimFact => ({
  type: 'payment',
  payment: {
    paymentKey: contentHash,
    contentHash,
    checkNumber: contentHash,
    paymentDate: '2026-11-19' as IsoDate,
    payerName,
    claimStatusCode,
    payerClaimControlNumber: payerName,
    charge: cents(18_500),
    paid: cents(amount),
    adjustments,
  },
});
const NOT_FIRST = said('WRONG', 0, '4', [adjust('CO', '22', 18_500)]);
const RIGHT_PAYS = said('RIGHT', 12_000, '1', [adjust('CO', '45', 4_500), adjust('PR', '2', 2_000)]);

let keys = 0;
async function follow(earlier: ClaimDetail, how: FollowUp, claim: Claim) {
  keys += 1;
  const body = { ...billing(), claim, follows: { claimId: earlier.id, how } };
  return desk.server.request('POST', '/claims', { device: desk.biller, body, headers: keyed(`i${keys}`) });
}
async function followed(earlier: ClaimDetail, how: FollowUp, claim: Claim): Promise<ClaimDetail> {
  const response = await follow(earlier, how, claim);
  expect(response.status).toBe(201);
  return response.json() as Promise<ClaimDetail>;
}
/** To RIGHT, with WRONG behind it where it `comesLater`. */
function toRight(earlier: ClaimDetail, comesLater = true): Claim {
  const draft = insteadDraft(earlier.claim, { comesLater });
  const coverage = {
    ...earlier.claim.coverage,
    payerId: 'TEST2',
    payerName: 'RIGHT',
    memberId: 'R1',
    rank: 'P',
  };
  return { ...draft, coverage, relationshipToSubscriber: '18' } as Claim;
}
const counts = async () => {
  const answer = await desk.server.request('GET', '/claims?list=all', { device: desk.biller });
  return ((await answer.json()) as { counts: Record<string, number> }).counts;
};

test('the right payer gets a first claim without the refusal; the refused one leaves the lists, and all of the charge is open at the right one', async () => {
  const first = await desk.billed(NOT_FIRST);
  await desk.acted(first.id, paid(2_000), 'copay');
  const right = await followed(first, 'instead', toRight(first));
  expect(right.claim).toMatchObject({ frequency: '1', coverage: { payerId: 'TEST2', rank: 'P' } });
  expect(right.claim.otherCoverages).toMatchObject([{ rank: 'S', payer: { id: 'TEST1' } }]);
  expect(right.claim.otherCoverages?.[0]).not.toHaveProperty('paidAmount');
  expect(right.money).toMatchObject({ charge: 18_500, paid: 0, open: 18_500, patientPaid: 2_000 });
  expect(right.payersBefore).toEqual([]);
  expect(await counts()).toMatchObject({ all: 1, denied: 0, 'needs-you': 0 });
  const history = await desk.read(first.id);
  expect(history.submissions.map(({ id, how }) => [id, how])).toEqual([
    [first.id, null],
    [right.id, 'instead'],
  ]);
  expect(history.status).toBe('denied');
});

test('what the right payer decides is the account’s, and the one that comes later is billed next with that decision alone', async () => {
  const first = await desk.billed(NOT_FIRST);
  const right = await followed(first, 'instead', toRight(first));
  await desk.server.fact(right.id, RIGHT_PAYS);
  const decided = await desk.read(right.id);
  expect(decided).toMatchObject({
    status: 'partly-paid',
    // The share is the second one's to be billed for first.
    money: { paid: 12_000, contractual: 4_500, patientResponsibility: 0, open: 2_000 },
  });
  expect(await desk.ledger()).toMatchObject({ 'adjustment:contractual': 4_500 });
  const draft = nextPayerDraft({ ...decided, events: [...decided.carried, ...decided.events] });
  expect(draft.coverage).toMatchObject({ rank: 'S', payerId: 'TEST1' });
  expect(draft.otherCoverages).toMatchObject([{ rank: 'P', payer: { id: 'TEST2' }, paidAmount: 12_000 }]);
  const second = await followed(decided, 'next-payer', draft as Claim);
  await desk.server.fact(
    second.id,
    said('WRONG', 1_500, '2', [adjust('OA', '23', 16_500), adjust('PR', '2', 500)]),
  );
  expect(await desk.read(second.id)).toMatchObject({
    money: { paid: 13_500, contractual: 4_500, patientResponsibility: 500, open: 0 },
    payersBefore: [{ payerName: 'RIGHT', refused: 0 }],
  });
});

test('what is left to the patient by a payer that was not the patient’s then goes to the right one, too', async () => {
  const first = await desk.billed(said('WRONG', 0, '1', [adjust('PR', '27', 18_500)]));
  const right = await followed(first, 'instead', toRight(first, false));
  expect(right.claim.otherCoverages).toBeUndefined();
  expect(right.money).toMatchObject({ patientResponsibility: 0, open: 18_500 });
});

test('money that the wrong payer moves after all counts, and asks for a person once both have paid', async () => {
  const first = await desk.billed(NOT_FIRST);
  const right = await followed(first, 'instead', toRight(first));
  await desk.server.fact(first.id, said('WRONG', 18_500, '1', []));
  expect((await desk.read(right.id)).money.paid).toBe(18_500);
  await desk.server.fact(right.id, RIGHT_PAYS);
  expect((await desk.read(right.id)).status).toBe('unknown');
  await desk.server.fact(first.id, said('WRONG', -18_500, '22', []));
  expect(await desk.read(right.id)).toMatchObject({
    status: 'partly-paid',
    money: { paid: 12_000, open: 2_000 },
  });
});

test('not to the same payer, nor with its refusal, nor as the second insurance, nor twice', async () => {
  const first = await desk.billed(NOT_FIRST);
  const right = toRight(first);
  const [behind] = right.otherCoverages ?? [];
  for (const claim of [
    { ...right, coverage: { ...right.coverage, payerId: 'TEST1' }, otherCoverages: undefined },
    { ...right, coverage: { ...right.coverage, rank: 'S' }, otherCoverages: undefined },
    { ...right, otherCoverages: [{ ...behind, paidAmount: cents(0) }] },
    { ...right, frequency: '7', payerClaimControlNumber: 'WRONG' },
  ] as Claim[]) {
    const refused = await follow(first, 'instead', claim);
    expect(refused.status).toBe(422);
  }
  await followed(first, 'instead', right);
  expect((await problemOf(await follow(first, 'instead', right))).code).toBe('can-not-follow');
});

test('refused as another`s, it goes as the next one only to an insurance that pays last, with the refusal', async () => {
  const first = await desk.billed(NOT_FIRST);
  const decided = await desk.read(first.id);
  const to = (claimFilingIndicator: string): Claim =>
    ({
      ...nextPayerDraft(decided),
      relationshipToSubscriber: '18',
      coverage: {
        rank: 'S',
        payerId: 'TEST9',
        payerName: 'EXAMPLE MEDICAID',
        memberId: 'M9',
        claimFilingIndicator,
      },
    }) as Claim;
  const refused = await follow(first, 'next-payer', to('CI'));
  expect(refused.status).toBe(409);
  expect((await problemOf(refused)).detail).toContain('bill that one instead');
  const next = await followed(first, 'next-payer', to('MC'));
  expect(next.claim.otherCoverages).toMatchObject([{ rank: 'P', paidAmount: 0 }]);
});

test.each([
  ['has paid on it', [said('WRONG', 5_000, '1', [adjust('CO', '22', 13_500)])], undefined],
  ['was written off', [NOT_FIRST], writeOff('payer', 500)],
])('refused, with the reason, where it %s', async (reason, facts, act) => {
  const first = await desk.billed(...facts);
  if (act) await desk.acted(first.id, act, 'act');
  const refused = await follow(first, 'instead', toRight(first));
  expect(refused.status).toBe(409);
  expect((await problemOf(refused)).detail).toContain(reason);
});

test('taken back before it was sent, the refused claim asks for a person again', async () => {
  const first = await desk.billed(NOT_FIRST);
  const right = await followed(first, 'instead', toRight(first));
  await desk.server.request('POST', `/claims/${right.id}/cancel`, { device: desk.biller });
  expect(await counts()).toMatchObject({ denied: 1 });
  expect((await desk.read(first.id)).money.open).toBe(18_500);
  await followed(first, 'instead', toRight(first));
});
