/** What a capitation pays for is found by itself and let go as that; a denial never is. */
import type { ClaimAct, ClaimDetail, ClaimList, ClaimSearch } from '@claimside/shared/api';
import type { Adjustment, ClaimFact } from '@claimside/shared/lifecycle';
import { cents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { billing, keyed } from '../testing-bill.ts';
import { actsDesk, adjust, DECISION } from './testing-acts.ts';

const desk = actsDesk();

const refused = (visit: string, adjustment: Adjustment): ClaimFact => ({
  type: 'payment',
  payment: {
    ...DECISION.payment,
    paymentKey: visit,
    contentHash: visit,
    paid: cents(0),
    adjustments: [adjustment],
  },
});
async function decided(visit: string, adjustment: Adjustment): Promise<string> {
  const request = billing(visit);
  const patient = { ...request.claim.patient, lastName: `TESTER${visit}` };
  const body = { ...request, claim: { ...request.claim, patient } };
  const asked = { device: desk.biller, body, headers: keyed(visit) };
  const { id } = (await (await desk.server.request('POST', '/claims', asked)).json()) as ClaimDetail;
  await desk.server.fact(id, refused(visit, adjustment));
  return id;
}
async function listed(body: ClaimSearch): Promise<ClaimList['claims']> {
  const found = await desk.server.request('POST', '/claims/search', { device: desk.biller, body });
  return ((await found.json()) as ClaimList).claims;
}
const letGo: ClaimAct = {
  type: 'written-off',
  of: 'payer',
  amount: cents(18_500),
  reason: 'capitation',
  note: 'Invented roster, 2026-11',
};

test('it is found among what needs somebody, let go as paid by capitation, off the lists then, and taken back', async () => {
  const capitated = await decided('02', adjust('CO', '24', 18_500));
  const denied = await decided('03', adjust('CO', '50', 18_500));
  expect((await listed({ list: 'needs-you' })).map(({ id }) => id).sort()).toEqual(
    [capitated, denied].sort(),
  );
  expect(await listed({ list: 'needs-you', why: 'capitated' })).toMatchObject([
    { id: capitated, place: { why: 'capitated', amount: 18_500 }, money: { open: 18_500 } },
  ]);
  expect(await desk.refused(desk.act(denied, letGo, 'denied'))).toBe('can-not-do');
  expect((await desk.read(denied)).money).toMatchObject({ open: 18_500, writtenOff: 0 });
  expect(await desk.acted(capitated, letGo, 'capitated')).toMatchObject({
    money: { open: 0, writtenOff: 18_500 },
  });
  expect((await listed({ list: 'needs-you' })).map(({ id }) => id)).toEqual([denied]);
  await desk.acted(capitated, { ...letGo, amount: cents(-18_500) }, 'back');
  expect(await listed({ list: 'needs-you', why: 'capitated' })).toHaveLength(1);
});
