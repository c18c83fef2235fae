/** A replacement or void that leads nowhere is given up with who said so, and the account goes on from what the payer had decided. */
import type { ClaimAct, ClaimDetail } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { nextPayerDraft } from '@claimside/shared/coordination';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { billing, keyed } from '../testing-bill.ts';
import { actsDesk, DECISION, IN_FULL } from './testing-acts.ts';

const desk = actsDesk();
const REJECTED: ClaimFact = { type: 'payer-rejected', codes: ['A7:33:PR'], message: 'TEST REJECTION' };
const STAYS: ClaimAct = { type: 'correction-given-up', told: 'Ms Invented on the phone, 2026-11-30' };

async function rejected(how: 'replacement' | 'void'): Promise<ClaimDetail> {
  const payment = { ...DECISION.payment, paymentDate: '2026-11-19' as IsoDate };
  const first = await desk.billed({ type: 'payment', payment });
  const correction = await desk.followedBy(first, how);
  await desk.server.fact(correction.id, { type: 'sent', outboundFileId: 'f', fileName: 'F' });
  await desk.server.fact(correction.id, REJECTED);
  return correction;
}

test('a rejected replacement is given up: the refused part is appealed, and the payer`s answer to it still counts', async () => {
  const { id } = await rejected('replacement');
  const appeal: ClaimAct = { type: 'appealed', sentOn: '2026-12-01' as IsoDate };
  expect(await desk.refused(desk.act(id, appeal, 'early'))).toBe('can-not-do');
  const kept = await desk.acted(id, STAYS, 'stays');
  expect(kept).toMatchObject({
    status: 'partly-paid',
    correction: 'given-up',
    payerClaimControlNumber: 'P0001',
    money: { paid: 10_000, patientResponsibility: 2_500, open: 6_000 },
  });
  expect(kept.events.at(-1)?.fact).toEqual(STAYS);
  expect((await desk.acted(id, STAYS, 'stays')).events).toEqual(kept.events);
  expect(await desk.refused(desk.act(id, STAYS, 'again'))).toBe('can-not-do');
  expect((await desk.acted(id, appeal, 'appeal')).appeal).not.toBeNull();
  desk.server.moveClock(1_000);
  await desk.server.fact(id, IN_FULL);
  expect((await desk.read(id)).correction).toBeNull();
});

test('a rejected void is given up: the next insurance is billed with what the payer had decided, and nothing goes twice', async () => {
  const { id } = await rejected('void');
  const kept = await desk.acted(id, STAYS, 'stays');
  const draft = nextPayerDraft({ ...kept, events: [...kept.carried, ...kept.events] });
  const coverage = {
    ...kept.claim.coverage,
    payerId: 'TEST2',
    payerName: 'SECOND',
    memberId: 'S2',
    rank: 'S',
  };
  const claim = { ...draft, coverage, relationshipToSubscriber: '18' } as Claim;
  const follow = (how: string, key: string, body: Claim) =>
    desk.server.request('POST', '/claims', {
      device: desk.biller,
      body: { ...billing(), claim: body, follows: { claimId: id, how, isUnchangedOnPurpose: true } },
      headers: keyed(key),
    });
  expect((await follow('resend', 'resend', kept.claim)).status).toBe(409);
  const response = await follow('next-payer', 'next', claim);
  expect(response.status).toBe(201);
  expect(await response.json()).toMatchObject({
    claim: { frequency: '1', otherCoverages: [{ rank: 'P', paidAmount: 10_000 }] },
    money: { paid: 10_000, patientResponsibility: 0, open: 8_500 },
  });
});

test('given up by mistake, it is taken back once; after the payer`s answer there is nothing to take back', async () => {
  const { id } = await rejected('replacement');
  const kept = await desk.acted(id, STAYS, 'stays');
  const back: ClaimAct = { type: 'act-taken-back', eventId: kept.events.at(-1)?.id ?? '' };
  const asked = await desk.acted(id, back, 'back');
  expect(asked).toMatchObject({ status: 'rejected-by-payer', correction: 'asked' });
  expect(asked.events.at(-1)?.fact).toMatchObject({ what: 'It stays as the payer had decided' });
  expect((await desk.acted(id, back, 'back')).events).toEqual(asked.events);
  expect(await desk.refused(desk.act(id, back, 'twice'))).toBe('can-not-do');
  const queued: ClaimAct = { type: 'act-taken-back', eventId: asked.events[0]?.id ?? '' };
  expect(await desk.refused(desk.act(id, queued, 'no-act'))).toBe('can-not-do');
  const again = await desk.acted(id, STAYS, 'stays-again');
  desk.server.moveClock(1_000);
  await desk.server.fact(id, IN_FULL);
  const late: ClaimAct = { type: 'act-taken-back', eventId: again.events.at(-1)?.id ?? '' };
  expect(await desk.refused(desk.act(id, late, 'late'))).toBe('can-not-do');
});

test('who said so, and when, is wanted', async () => {
  const { id } = await rejected('replacement');
  const answer = await desk.act(id, { type: 'correction-given-up', told: '' }, 'empty');
  expect(answer.status).toBe(400);
});
