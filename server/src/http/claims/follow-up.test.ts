/** A claim that is sent because of what became of an earlier one: only as the earlier one allows, and never unseen. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { nextPayerDraft } from '@claimside/shared/coordination';
import type { Adjustment, ClaimFact, FollowUp } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
});
afterEach(() => server.close());

const REJECTED: ClaimFact = { type: 'payer-rejected', codes: ['A7:164:IL'], message: 'TEST REJECTION' };
const decision = (
  paid: number,
  claimStatusCode: string,
  contentHash: string,
  adjustment?: Adjustment,
): ClaimFact => ({
  type: 'payment',
  payment: {
    paymentKey: contentHash,
    contentHash,
    checkNumber: 'CHK1',
    paymentDate: '2026-11-19' as IsoDate,
    payerName: 'EXAMPLE HEALTH PLAN',
    claimStatusCode,
    payerClaimControlNumber: 'P0001',
    charge: cents(18_500),
    paid: cents(paid),
    adjustments: adjustment === undefined ? [] : [adjustment],
  },
});
const SENT: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: 'F' };
const DENIED = decision(0, '4', 'denied');

/** The member ID is another one. */
const CORRECTED: Claim = { ...CLAIM, coverage: { ...CLAIM.coverage, memberId: 'W999999999' } };
const replacing = (claim: Claim): Claim => ({ ...claim, frequency: '7', payerClaimControlNumber: 'P0001' });

async function billed(...facts: ClaimFact[]): Promise<ClaimDetail> {
  const asked = { device: biller, body: billing(), headers: keyed('first') };
  const claim = (await (await server.request('POST', '/claims', asked)).json()) as ClaimDetail;
  for (const fact of facts) await server.fact(claim.id, fact);
  return claim;
}
let keys = 0;
interface Said {
  readonly isUnchangedOnPurpose?: true;
  readonly told?: string;
}
async function follow(earlier: ClaimDetail, how: FollowUp, claim: Claim, said: Said = {}) {
  keys += 1;
  const follows = { claimId: earlier.id, how, ...said };
  const body = { ...billing(), claim, follows };
  return server.request('POST', '/claims', { device: biller, body, headers: keyed(`follow-${keys}`) });
}
async function followed(earlier: ClaimDetail, how: FollowUp, claim: Claim): Promise<ClaimDetail> {
  const response = await follow(earlier, how, claim);
  expect(response.status).toBe(201);
  return response.json() as Promise<ClaimDetail>;
}
const read = async (id: string) =>
  (await (await server.request('GET', `/claims/${id}`, { device: biller })).json()) as ClaimDetail;
const toSecond = async (first: ClaimDetail) =>
  ({
    ...nextPayerDraft({ ...first, ...(await read(first.id)) }),
    coverage: { ...CLAIM.coverage, rank: 'S', payerId: 'TEST2', payerName: 'SECOND PLAN' },
    relationshipToSubscriber: '18',
  }) as Claim;
const listed = async (list: string) => {
  const answer = await server.request('GET', `/claims?list=${list}`, { device: biller });
  const { claims, counts } = (await answer.json()) as {
    claims: ClaimDetail[];
    counts: Record<string, number>;
  };
  return { ids: claims.map(({ id }) => id), count: counts[list] };
};

describe('after a rejection', () => {
  test('a corrected claim goes as new; both know each other, and only the last is on the lists', async () => {
    const first = await billed(REJECTED);
    const again = await followed(first, 'resend', CORRECTED);
    expect(again.submissions.map(({ id, how }) => [id, how])).toEqual([
      [first.id, null],
      [again.id, 'resend'],
    ]);
    const before = await read(first.id);
    expect(before.submissions).toEqual((await read(again.id)).submissions);
    expect(before.status).toBe('rejected-by-payer');
    expect(before.events.at(-1)?.fact).toMatchObject({
      type: 'followed',
      how: 'resend',
      patientControlNumber: again.patientControlNumber,
    });
    expect(await listed('all')).toEqual({ ids: [again.id], count: 1 });
    expect(await listed('needs-you')).toEqual({ ids: [], count: 0 });
    const audited = (await server.audited()).map(({ action, subject }) => [action, subject]);
    expect(audited).toContainEqual(['claim-followed-up', again.id]);
  });

  test('nothing goes unchanged by accident; on purpose it does', async () => {
    const first = await billed(REJECTED);
    const refused = await follow(first, 'resend', CLAIM);
    expect(refused.status).toBe(409);
    expect((await problemOf(refused)).code).toBe('follow-up-unchanged');
    expect((await follow(first, 'resend', CLAIM, { isUnchangedOnPurpose: true })).status).toBe(201);
  });

  test('it is neither replaced nor voided, as no payer has taken it', async () => {
    const first = await billed(REJECTED);
    for (const how of ['replacement', 'void'] as const) {
      const refused = await follow(first, how, replacing(CORRECTED));
      expect(refused.status).toBe(409);
      expect(await problemOf(refused)).toMatchObject({
        code: 'can-not-follow',
        detail: 'No payer has taken this claim, so there is nothing to change: correct it and send it again.',
      });
    }
  });

  test('a second claim is not sent because of the same one; taken back, the first is on the lists again', async () => {
    const first = await billed(REJECTED);
    const again = await followed(first, 'resend', CORRECTED);
    expect((await follow(first, 'resend', replacing(CORRECTED))).status).toBe(409);
    await server.request('POST', `/claims/${again.id}/cancel`, { device: biller });
    expect((await listed('needs-you')).ids).toEqual([first.id]);
    expect((await read(first.id)).events.at(-1)?.fact.type).toBe('follow-up-cancelled');
    expect((await follow(first, 'resend', CORRECTED)).status).toBe(201);
  });
});

describe('after a decision', () => {
  test('a replacement needs frequency 7 and the payer`s number', async () => {
    const first = await billed(DENIED);
    for (const claim of [CORRECTED, { ...replacing(CORRECTED), payerClaimControlNumber: 'P0002' }]) {
      const refused = await follow(first, 'replacement', claim);
      expect(refused.status).toBe(422);
      expect((await problemOf(refused)).code).toBe('follow-up-differs');
    }
    expect((await followed(first, 'replacement', replacing(CORRECTED))).claim).toMatchObject({
      frequency: '7',
      payerClaimControlNumber: 'P0001',
    });
  });

  test('a void is the very claim that it cancels', async () => {
    const first = await billed(DENIED);
    expect((await follow(first, 'void', { ...replacing(CORRECTED), frequency: '8' })).status).toBe(422);
    expect((await follow(first, 'void', { ...replacing(CLAIM), frequency: '8' })).status).toBe(201);
  });

  test('nothing goes while the payer has not decided', async () => {
    const first = await billed({ type: 'payer-accepted' });
    for (const how of ['resend', 'replacement', 'void', 'next-payer'] as const)
      expect((await follow(first, how, CORRECTED)).status).toBe(409);
  });

  test('the next insurance is billed as new, with the one that decided named before it', async () => {
    const share = { group: 'PR', reason: '1', amount: cents(8_500) };
    const first = await billed(decision(10_000, '1', 'first', share));
    const claim = await toSecond(first);
    for (const wrong of [
      { ...claim, frequency: '7' as const },
      { ...claim, otherCoverages: undefined },
      { ...claim, coverage: { ...claim.coverage, rank: 'P' as const } },
    ]) {
      const refused = await follow(first, 'next-payer', wrong);
      expect(refused.status).toBe(422);
    }
    const second = await followed(first, 'next-payer', claim);
    expect(second.submissions.map(({ how, payerName }) => [how, payerName])).toEqual([
      [null, 'EXAMPLE HEALTH PLAN'],
      ['next-payer', 'SECOND PLAN'],
    ]);
  });

  test('the payments of both are the money of the account; what was paid late on the first counts too', async () => {
    const first = await billed(decision(10_000, '1', 'first'));
    const again = await followed(first, 'replacement', replacing(CORRECTED));
    expect(again).toMatchObject({ status: 'queued', money: { charge: 18_500, paid: 10_000, open: 8_500 } });
    await server.fact(first.id, decision(-10_000, '22', 'back'));
    expect(await read(again.id)).toMatchObject({ status: 'queued', money: { paid: 0, open: 18_500 } });
    await server.fact(again.id, decision(18_500, '1', 'second'));
    expect(await read(again.id)).toMatchObject({ status: 'paid', money: { paid: 18_500, open: 0 } });
  });
});

test('a visit whose claim was cancelled at its payer is billed again, and not before', async () => {
  const paid = { group: 'CO', reason: '45', amount: cents(3_700) };
  const first = await billed(SENT, decision(14_800, '1', 'paid', paid));
  const cancelling = await followed(first, 'void', { ...replacing(CLAIM), frequency: '8' });
  const anew = async () => {
    keys += 1;
    const asked = { device: biller, body: billing(), headers: keyed(`anew-${keys}`) };
    return server.request('POST', '/claims', asked);
  };
  expect((await anew()).status).toBe(409);
  await server.fact(cancelling.id, SENT);
  await server.fact(cancelling.id, decision(-14_800, '22', 'back', { ...paid, amount: cents(-3_700) }));
  expect((await read(cancelling.id)).status).toBe('voided');
  const again = await anew();
  expect(again.status).toBe(201);
  expect(((await again.json()) as ClaimDetail).submissions).toHaveLength(1);
  expect((await anew()).status).toBe(409);
});

test('a rejected claim is not sent again where the visit was billed by another claim meanwhile', async () => {
  const first = await billed(REJECTED);
  const asked = { device: biller, body: billing(), headers: keyed('meanwhile') };
  const other = (await (await server.request('POST', '/claims', asked)).json()) as ClaimDetail;
  const refused = await follow(first, 'resend', CORRECTED);
  expect(refused.status).toBe(409);
  expect(await problemOf(refused)).toMatchObject({ code: 'visit-already-billed', claimId: other.id });
});

const TOLD = 'Ms. Example at the payer, 11/26: not on file';

test.each([
  ['silent at the clearinghouse', [SENT, { type: 'silent', awaited: 'file-acknowledgement' }]],
  ['silent at the payer', [SENT, { type: 'payer-accepted' }, { type: 'silent', awaited: 'remittance' }]],
  ['not found', [SENT, { type: 'unclear', message: 'The payer does not find the claim.' }]],
  [
    'pended past its days',
    [
      SENT,
      { type: 'clearinghouse-pended', codes: [], message: 'HELD' },
      { type: 'silent', awaited: 'end-of-pend' },
    ],
  ],
  ['rejected and accepted', [SENT, REJECTED, { type: 'payer-accepted' }]],
] satisfies [string, ClaimFact[]][])(
  'a claim that is %s goes again, unchanged too, once it is written down who said that it is not there',
  async (_what, facts) => {
    const first = await billed(...facts);
    const unasked = await follow(first, 'resend', CLAIM, { isUnchangedOnPurpose: true });
    expect(unasked.status).toBe(409);
    expect(await problemOf(unasked)).toMatchObject({
      code: 'can-not-follow',
      detail: expect.stringContaining('who said that it is not'),
    });
    expect((await follow(first, 'resend', CLAIM, { isUnchangedOnPurpose: true, told: TOLD })).status).toBe(
      201,
    );
    expect((await read(first.id)).events.at(-1)?.fact).toMatchObject({ type: 'followed', told: TOLD });
  },
);

test('what the payer has sent on is billed to nobody before the next insurance decides; to that one by who has asked', async () => {
  const share = { group: 'PR', reason: '2', amount: cents(3_700) };
  const first = await billed(SENT, decision(14_800, '19', 'sent on', share));
  const act = { device: biller, body: { type: 'patient-billed' }, headers: keyed('bill') };
  const refused = await server.request('POST', `/claims/${first.id}/acts`, act);
  expect(refused.status).toBe(409);
  expect(await read(first.id)).toMatchObject({ status: 'with-payer', money: { open: 3_700 } });
  expect(await listed('patient-balance')).toEqual({ ids: [], count: 0 });

  const next = await toSecond(first);
  expect((await follow(first, 'next-payer', next)).status).toBe(409);
  const billedOn = await follow(first, 'next-payer', next, { told: TOLD });
  expect(billedOn.status).toBe(201);
});

test('a claim of another practice is not followed', async () => {
  const first = await billed(REJECTED);
  const other = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
  const body = { ...billing(), claim: CORRECTED, follows: { claimId: first.id, how: 'resend' } };
  const refused = await server.request('POST', '/claims', { device: other, body, headers: keyed('x') });
  expect(refused.status).toBe(404);
});
