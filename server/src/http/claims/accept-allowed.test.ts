/** What a payer allowed less than its contract says is let stand: the claim leaves that list alone, and what the patient owes goes on. */
import type { ClaimAct, ClaimDetail, ClaimList } from '@claimside/shared/api';
import { nextPayerDraft } from '@claimside/shared/coordination';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { listAuditEntries } from '../../store/audit-log.ts';
import { problemOf } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';
import { actsDesk, adjust, DECISION } from './testing-acts.ts';

const desk = actsDesk();

const accept = (amount: number): ClaimAct => ({
  type: 'underpayment-accepted',
  amount: cents(amount),
  reason: 'asked',
  note: 'Ms Invented on the phone',
});

/** Of $185.00 the contract says $150.00; $100.00 was paid and $25.00 left to the patient. */
async function underpaid(): Promise<ClaimDetail> {
  const claim = await desk.billed();
  const [line] = claim.claim.serviceLines;
  if (!line) throw new Error('the example has no line');
  const { payerId } = claim.claim.coverage;
  const admin = await desk.server.pair('admin');
  const body = Buffer.from(`Code,Contract ${payerId}\n${line.procedureCode},150.00\n`);
  const brought = await desk.server.request('POST', '/fee-schedule?import=true', { device: admin, body });
  expect(brought.status).toBe(201);
  const adjustments = [adjust('CO', '45', 6_000), adjust('PR', '3', 2_500)];
  const paid: ClaimFact = {
    type: 'payment',
    payment: {
      ...DECISION.payment,
      paymentDate: '2026-11-19' as IsoDate,
      adjustments,
      lines: [
        {
          procedureCode: line.procedureCode,
          modifiers: line.modifiers,
          charge: cents(18_500),
          paid: cents(10_000),
          adjustments,
          remarkCodes: [],
        },
      ],
    },
  };
  await desk.server.fact(claim.id, paid);
  return claim;
}

async function listed(list: string): Promise<(number | undefined)[]> {
  const asked = { device: desk.biller, body: { list } };
  const found = (await (await desk.server.request('POST', '/claims/search', asked)).json()) as ClaimList;
  return found.claims.map(({ place }) => place?.amount);
}

test('accepted, it leaves the list of the underpaid, and the patient owes the share as before', async () => {
  const { id } = await underpaid();
  expect([await listed('underpaid'), await listed('patient-balance')]).toEqual([[2_500], [2_500]]);
  for (const amount of [2_000, 2_501])
    expect(await problemOf(await desk.act(id, accept(amount), `${amount}`))).toMatchObject({
      code: 'can-not-do',
      detail: expect.stringContaining('It is accepted as a whole'),
    });
  const accepted = await desk.acted(id, accept(2_500), 'all');
  expect(accepted).toMatchObject({ underpaidBy: 0, acceptedUnderpayment: 2_500, isClosed: false });
  expect((await desk.acted(id, accept(2_500), 'all')).events).toEqual(accepted.events);
  expect([await listed('underpaid'), await listed('patient-balance')]).toEqual([[], [2_500]]);
  desk.server.moveClock(1_000);
  await desk.acted(id, { type: 'patient-billed' }, 'statement');
  expect(await listed('needs-you')).toEqual([]);
  expect(await desk.refused(desk.act(id, accept(2_500), 'again'))).toBe('can-not-do');
  const audited = (await listAuditEntries(desk.server.scope)).map(({ action }) => action);
  expect(audited).toContain('claim-underpayment-accepted');
});

test('it holds while the next insurance is billed, and is taken back there', async () => {
  const first = await underpaid();
  await desk.acted(first.id, accept(2_500), 'all');
  const decided = await desk.read(first.id);
  const coverage = {
    ...decided.claim.coverage,
    payerId: 'TEST2',
    payerName: 'SECOND',
    memberId: 'S2',
    rank: 'S',
  };
  const claim = { ...nextPayerDraft(decided), coverage, relationshipToSubscriber: '18' };
  const answer = await desk.server.request('POST', '/claims', {
    device: desk.biller,
    body: { ...billing(), claim, follows: { claimId: first.id, how: 'next-payer' } },
    headers: keyed('next'),
  });
  expect(answer.status).toBe(201);
  const second = (await answer.json()) as ClaimDetail;
  expect(second).toMatchObject({ underpaidBy: 0, acceptedUnderpayment: 2_500 });
  const [written] = second.writtenBefore;
  expect(written?.event.fact.type).toBe('underpayment-accepted');
  const back: ClaimAct = { type: 'act-taken-back', eventId: written?.event.id ?? '' };
  expect(await desk.acted(second.id, back, 'back')).toMatchObject({
    underpaidBy: 2_500,
    acceptedUnderpayment: 0,
  });
  expect(await listed('underpaid')).toEqual([2_500]);
  expect((await desk.read(first.id)).events.at(-1)?.fact.type).toBe('act-taken-back');
});
