/** What a clinician sees of claims: how far they are and why they came back; and nothing of their money. */
import type { ClaimDetail, ClaimProgress, ClaimProgressList } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let clinician: TestDevice;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  clinician = await server.pair('clinician');
  biller = await server.pair('biller');
});
afterEach(() => server.close());

async function bill(visit = '01', claim: Claim = CLAIM): Promise<ClaimProgress> {
  const asked = { device: clinician, body: billing(visit, claim), headers: keyed(`visit-${visit}`) };
  const response = await server.request('POST', '/claims', asked);
  expect(response.status).toBe(201);
  return (await response.json()) as ClaimProgress;
}
const read = async (id: string) =>
  (await (await server.request('GET', `/claims/${id}`, { device: clinician })).json()) as ClaimProgress;
const search = (query: object) =>
  server.request('POST', '/claims/search', { device: clinician, body: query });
const found = async (query: object) => {
  const { claims } = (await (await search(query)).json()) as ClaimProgressList;
  return claims.map(({ id }) => id);
};

const REJECTED: ClaimFact = {
  type: 'clearinghouse-rejected',
  codes: ['A7:164:IL'],
  message: 'SUBSCRIBER ID NOT ON FILE',
};
/** Charged 185.00: 120.37 paid, 24.11 by contract, 40.52 refused. */
const PAID: ClaimFact = {
  type: 'payment',
  payment: {
    paymentKey: 'k',
    contentHash: 'h',
    checkNumber: 'CHK778899',
    paymentDate: '2026-11-19' as IsoDate,
    payerName: 'EXAMPLE HEALTH PLAN',
    claimStatusCode: '1',
    payerClaimControlNumber: 'P1',
    charge: cents(18_500),
    paid: cents(12_037),
    adjustments: [
      { group: 'CO', reason: '45', amount: cents(2_411) },
      { group: 'CO', reason: '197', amount: cents(4_052) },
    ],
  },
};

/** Sends the claim on because of its fate, as the clinician. */
const follow = (earlier: ClaimProgress, how: string, changes: Partial<Claim>, device = clinician) =>
  server.request('POST', '/claims', {
    device,
    headers: keyed(`${how}-${earlier.id}`),
    body: {
      ...billing('01', { ...earlier.claim, ...changes }),
      visitKey: earlier.visitKey,
      follows: { claimId: earlier.id, how },
    },
  });

test('a claim that came back says why, where in it, and that who billed it may correct it', async () => {
  const { id } = await bill();
  await server.fact(id, REJECTED);
  expect(await read(id)).toMatchObject({
    status: 'rejected-by-clearinghouse',
    why: {
      said: 'SUBSCRIBER ID NOT ON FILE',
      reasons: [expect.objectContaining({ fields: expect.arrayContaining(['coverage.memberId']) })],
      codes: ['A7:164:IL'],
    },
    canTakeBack: false,
    canCorrect: true,
    claim: { coverage: { memberId: 'TEST0001' } },
  });
  const { steps } = await read(id);
  expect(steps.map(({ title }) => title)).toEqual([
    'Read from the chart',
    'Checked',
    expect.stringContaining('Queued'),
    expect.stringContaining('rejected the claim'),
  ]);
});

test('it is corrected and sent again by who billed it', async () => {
  const { id } = await bill();
  await server.fact(id, REJECTED);
  const { coverage } = CLAIM;
  const sent = await follow(await read(id), 'resend', { coverage: { ...coverage, memberId: 'TEST0002' } });
  expect(sent.status).toBe(201);
  expect(await read(id)).toMatchObject({ followedBy: ((await sent.json()) as ClaimProgress).id });
});

test('once a payer has decided it says what was decided and why, and not how much', async () => {
  const { id } = await bill();
  await server.fact(id, PAID);
  const whole = await server.request('GET', `/claims/${id}`, { device: biller });
  expect(((await whole.json()) as ClaimDetail).money.paid).toBe(12_037);
  const claim = await read(id);
  expect(claim).toMatchObject({
    status: 'partly-paid',
    canCorrect: false,
    why: { codes: ['CO-45', 'CO-197'] },
  });
  expect(claim.why?.reasons).toHaveLength(1);
  expect(claim.steps.at(-1)).toMatchObject({
    title: 'EXAMPLE HEALTH PLAN paid on the claim',
    detail: 'Decided 2026-11-19',
  });
  const said = JSON.stringify(claim);
  for (const amount of ['12037', '120.37', '2411', '24.11', '4052', '40.52', 'CHK778899'])
    expect(said).not.toContain(amount);
});

test.each(['replacement', 'void', 'next-payer'])(
  'a %s of what was decided is for billers and admins',
  async (how) => {
    const { id } = await bill();
    await server.fact(id, PAID);
    const refused = await problemOf(await follow(await read(id), how, { frequency: '7' }));
    expect(refused).toMatchObject({
      code: 'role-too-low',
      detail: expect.stringContaining('A biller or an admin'),
    });
  },
);

test('what an earlier payer decided is not in the claim, which a biller then corrects', async () => {
  const secondary: Claim = {
    ...CLAIM,
    coverage: { ...CLAIM.coverage, rank: 'S' },
    otherCoverages: [
      {
        rank: 'P',
        relationshipToSubscriber: '18',
        claimFilingIndicator: 'CI',
        benefitsToProvider: 'Y',
        releaseOfInformation: 'Y',
        paidAmount: cents(12_037),
        adjustments: [{ group: 'PR', reason: '1', amount: cents(6_463) }],
        subscriber: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'FIRST0001' },
        payer: { name: 'FIRST PLAN', id: 'TEST2', adjudicationDate: '2026-11-18' as IsoDate },
      },
    ],
  };
  const { id } = await bill('01', secondary);
  await server.fact(id, REJECTED);
  const claim = await read(id);
  expect(claim.canCorrect).toBe(false);
  expect(claim.claim.otherCoverages).toMatchObject([{ payer: { name: 'FIRST PLAN' } }]);
  expect(JSON.stringify(claim)).not.toMatch(/12037|6463/);
  const again = await follow(claim, 'resend', { placeOfService: '12' });
  expect((await problemOf(again)).code).toBe('role-too-low');
});

test('lists say how far claims are: those without money, found by no amount and no check', async () => {
  const { id } = await bill();
  await server.fact(id, PAID);
  const other = await bill('02');
  await server.fact(other.id, REJECTED);
  const response = await search({ list: 'all' });
  const { claims, counts } = (await response.json()) as ClaimProgressList;
  expect(claims.map((each) => each.id).toSorted()).toEqual([id, other.id].toSorted());
  for (const each of claims) expect(Object.keys(each)).not.toEqual(expect.arrayContaining(['money']));
  expect(counts).toEqual({ rejected: 1, denied: 0, 'in-progress': 0, all: 2 });
  expect(await found({ list: 'rejected' })).toEqual([other.id]);
  expect(await found({ list: 'all', search: 'TESTER' })).toHaveLength(2);
  for (const text of ['185.00', 'CHK778899']) expect(await found({ list: 'all', search: text })).toEqual([]);
  for (const query of [
    { list: 'needs-you' },
    { list: 'partly-paid' },
    { list: 'all', minimumAmount: 1 },
    { list: 'denied', why: 'capitated' },
  ])
    expect((await problemOf(await search(query))).code).toBe('role-too-low');
  const inAddress = await server.request('GET', '/claims?list=patient-balance', { device: clinician });
  expect((await problemOf(inAddress)).code).toBe('role-too-low');
});

test('a worklist goes on where its page ended, the newest first, by no amount', async () => {
  const ids: string[] = [];
  for (const visit of ['01', '02', '03']) {
    const { id } = await bill(visit);
    server.moveClock(60_000);
    await server.fact(id, REJECTED);
    ids.unshift(id);
  }
  const first = (await (await search({ list: 'rejected', limit: 2 })).json()) as ClaimProgressList;
  expect(first.claims.map(({ id }) => id)).toEqual(ids.slice(0, 2));
  expect(first.claims[0]?.place).toEqual({
    list: 'rejected',
    why: 'status',
    since: expect.any(String),
    deadline: expect.anything(),
  });
  expect(await found({ list: 'rejected', cursor: first.next })).toEqual(ids.slice(2));
});

test('what the patient paid at the visit has its receipt, what was paid since is for who bills', async () => {
  const { id, takenAtVisit } = await bill('01', { ...CLAIM, patientPaidAmount: cents(2_500) });
  expect(takenAtVisit).toEqual([{ eventId: expect.any(String), amount: 2_500, paidOn: '2026-11-16' }]);
  const open = (paper: string, device = clinician) =>
    server.request('GET', `/claims/${id}/${paper}`, { device });
  expect((await open('superbill')).status).toBe(200);
  await server.fact(id, {
    type: 'patient-paid',
    amount: cents(4_000),
    paidOn: '2026-11-20' as IsoDate,
    method: 'card',
  });
  const { takenAtVisit: still, hasSuperbill } = await read(id);
  expect(still).toEqual(takenAtVisit);
  expect(hasSuperbill).toBe(false);
  expect((await open(`receipt?payment=${takenAtVisit[0]?.eventId}`)).status).toBe(200);
  const whole = await server.request('GET', `/claims/${id}`, { device: biller });
  const card = ((await whole.json()) as ClaimDetail).events.at(-1)?.id;
  for (const paper of [`receipt?payment=${card}`, 'superbill', 'superbill/pdf']) {
    expect((await problemOf(await open(paper))).code).toBe('role-too-low');
    expect((await open(paper, biller)).status).toBe(200);
  }
});

/** Nothing that was written down of money since the visit is in it. */
function expectAsBilled(claim: ClaimProgress, amounts: RegExp): void {
  expect(claim.claim.patientPaidAmount).toBe(2_500);
  expect(JSON.stringify(claim)).not.toMatch(amounts);
  const paid = claim.steps.map(({ title }) => title).filter((title) => /patient paid/.test(title));
  expect(paid).toEqual(claim.submissions[0]?.id === claim.id ? ['The patient paid $25.00'] : []);
}

test('what is paid back of it after the decision is for who bills, and so is its receipt then', async () => {
  const { id, takenAtVisit } = await bill('01', { ...CLAIM, patientPaidAmount: cents(2_500) });
  server.moveClock(1_000);
  await server.fact(id, PAID);
  expect((await read(id)).takenAtVisit).toEqual(takenAtVisit);
  server.moveClock(1_000);
  const back = { type: 'patient-paid', amount: -1_037, paidOn: '2026-11-20' };
  const asked = { device: biller, body: back, headers: keyed('back') };
  expect((await server.request('POST', `/claims/${id}/acts`, asked)).status).toBe(200);
  const claim = await read(id);
  expectAsBilled(claim, /1037|10\.37|1463|14\.63/);
  expect(claim.takenAtVisit).toEqual([]);
  const receipt = `/claims/${id}/receipt?payment=${takenAtVisit[0]?.eventId}`;
  const refused = await server.request('GET', receipt, { device: clinician });
  expect((await problemOf(refused)).code).toBe('role-too-low');
});

test('nor is it told of a rejected claim that was sent again and decided', async () => {
  const { id } = await bill('01', { ...CLAIM, patientPaidAmount: cents(2_500) });
  await server.fact(id, REJECTED);
  server.moveClock(1_000);
  const sent = await follow(await read(id), 'resend', { placeOfService: '12' });
  const again = (await sent.json()) as ClaimProgress;
  await server.fact(again.id, PAID);
  server.moveClock(1_000);
  const back = { type: 'patient-paid', amount: -1_037, paidOn: '2026-11-20' };
  const asked = { device: biller, body: back, headers: keyed('back') };
  expect((await server.request('POST', `/claims/${again.id}/acts`, asked)).status).toBe(200);
  for (const each of [id, again.id]) {
    const claim = await read(each);
    expectAsBilled(claim, /1037|10\.37|1463|14\.63/);
    expect(claim.takenAtVisit).toEqual([]);
  }
});

/** A biller's, unchanged but for what it says and the payer's number. */
async function replaced(id: string, changes: Partial<Claim> = {}): Promise<ClaimProgress> {
  const body = {
    ...billing('01', { ...CLAIM, ...changes, frequency: '7', payerClaimControlNumber: 'P1' }),
    follows: { claimId: id, how: 'replacement', isUnchangedOnPurpose: true },
  };
  const sent = await server.request('POST', '/claims', { device: biller, body, headers: keyed('again') });
  expect(sent.status).toBe(201);
  return read(((await sent.json()) as ClaimDetail).id);
}

test('nor what a replacement says of it that a biller sends after the decision', async () => {
  const { id } = await bill('01', { ...CLAIM, patientPaidAmount: cents(2_500) });
  server.moveClock(1_000);
  await server.fact(id, PAID);
  server.moveClock(1_000);
  const second = await replaced(id, { patientPaidAmount: cents(4_951) });
  for (const claim of [second, await read(id)]) expectAsBilled(claim, /2451|24\.51|4951|49\.51/);
});

test('who treats takes back what no payer had decided on; what a biller sends of the others, a biller does', async () => {
  const cancel = (id: string, device = clinician) =>
    server.request('POST', `/claims/${id}/cancel`, { device });
  const { id } = await bill();
  await server.fact(id, PAID);
  const second = await replaced(id);
  expect(second.canTakeBack).toBe(false);
  expect(await problemOf(await cancel(second.id))).toMatchObject({
    code: 'role-too-low',
    detail: expect.stringContaining('A biller or an admin takes this one back'),
  });
  expect((await read(second.id)).status).toBe('queued');
  expect((await cancel(second.id, biller)).status).toBe(200);
  const other = await bill('02');
  await server.fact(other.id, REJECTED);
  const body = {
    ...billing('02', { ...CLAIM, placeOfService: '12' }),
    follows: { claimId: other.id, how: 'resend' },
  };
  const sent = await server.request('POST', '/claims', { device: clinician, body, headers: keyed('own') });
  const again = (await sent.json()) as ClaimProgress;
  expect(again.canTakeBack).toBe(true);
  for (let twice = 0; twice < 2; twice++) expect((await cancel(again.id)).status).toBe(200);
});
