/** Papers about a claim: for whom, of what, on record, and of nobody else. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { Paper } from '@claimside/shared/papers';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pdfText } from '../../pdf/testing.ts';
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

async function bill(visit: string, day: string, paid = 0, lastName = 'TESTER'): Promise<ClaimDetail> {
  const claim = {
    ...CLAIM,
    patient: { ...CLAIM.patient, lastName },
    patientPaidAmount: cents(paid),
    serviceLines: CLAIM.serviceLines.map((line) => ({ ...line, serviceDate: day as IsoDate })),
  };
  const asked = { device: biller, body: billing(visit, claim), headers: keyed(`visit-${visit}`) };
  const response = await server.request('POST', '/claims', asked);
  expect(response.status).toBe(201);
  return response.json() as Promise<ClaimDetail>;
}

/** Charged 185.00: 120.00 paid, 25.00 by contract, 40.00 the patient's. */
const decided = (paymentDate = '2026-11-19'): ClaimFact => ({
  type: 'payment',
  payment: {
    paymentKey: 'k',
    contentHash: 'h',
    checkNumber: 'CHK1',
    paymentDate: paymentDate as IsoDate,
    payerName: 'EXAMPLE HEALTH PLAN',
    claimStatusCode: '1',
    payerClaimControlNumber: 'P1',
    charge: cents(18_500),
    paid: cents(12_000),
    adjustments: [
      { group: 'CO', reason: '45', amount: cents(2_500) },
      { group: 'PR', reason: '1', amount: cents(4_000) },
    ],
  },
});

const ask = (path: string, device = biller) => server.request('GET', path, { device });
/** All its words, one after another. */
const wordsOf = (paper: Paper) =>
  paper.blocks
    .flatMap((block) => {
      switch (block.kind) {
        case 'parties':
          return [...block.from, ...block.to];
        case 'facts':
          return block.facts.map(({ name, value }) => `${name}: ${value}`);
        case 'sums':
          return block.rows.map(({ name, amount }) => `${name}: ${amount}`);
        case 'table':
          return [...block.rows, ...(block.total ? [block.total] : [])].map((row) => row.join(' | '));
        default:
          return [block.text];
      }
    })
    .join('\n');
async function read(path: string): Promise<string> {
  const response = await ask(path);
  expect(response.status).toBe(200);
  return wordsOf((await response.json()) as Paper);
}

test('a receipt says what was paid and for which visit, and that insurance is still to decide', async () => {
  const claim = await bill('01', '2026-11-16', 2_500);
  const receipt = await read(`/claims/${claim.id}/receipt?payment=${claim.events.at(-1)?.id}`);
  for (const part of [
    'We received $25.00. Thank you.',
    'Paid on: 11/16/2026',
    'For the visit on: 11/16/2026',
    `Account number: ${claim.patientControlNumber}`,
    'had not decided on this visit yet',
  ])
    expect(receipt).toContain(part);
});

test('it is printed on the day that it is where the practice is', async () => {
  // Noon of the 20th in UTC.
  const claim = await bill('01', '2026-11-16', 2_500);
  const receipt = `/claims/${claim.id}/receipt?payment=${claim.events.at(-1)?.id}`;
  expect(await read(`${receipt}&timeZone=America/Chicago`)).toContain('Printed 11/20/2026.');
  expect(await read(`${receipt}&timeZone=Pacific/Kiritimati`)).toContain('Printed 11/21/2026.');
  expect(await read(`/claims/${claim.id}/superbill?timeZone=Pacific/Kiritimati`)).toContain(
    'Printed 11/21/2026.',
  );
  expect((await ask(`${receipt}&timeZone=Springfield`)).status).toBe(400);
});

test('there is no receipt for what is no payment, or was taken back', async () => {
  const claim = await bill('01', '2026-11-16', 2_500);
  const [first] = claim.events;
  expect((await problemOf(await ask(`/claims/${claim.id}/receipt?payment=${first?.id}`))).code).toBe(
    'not-found',
  );
  await server.request('POST', `/claims/${claim.id}/acts`, {
    device: biller,
    headers: keyed('back'),
    body: { type: 'patient-paid', amount: -2_500, paidOn: '2026-11-20', method: 'cash' },
  });
  const again = await ask(`/claims/${claim.id}/receipt?payment=${claim.events.at(-1)?.id}`);
  expect((await problemOf(again)).code).toBe('not-found');
});

test('the superbill is another one by itself once insurance has decided; without insurance on demand, until then', async () => {
  const claim = await bill('01', '2026-11-16', 2_500);
  const path = `/claims/${claim.id}/superbill`;
  const before = await read(path);
  expect(before).toContain('EXAMPLE HEALTH PLAN has not decided yet. This is no bill');
  const alone = await read(`${path}?for=self-pay`);
  expect(alone).not.toContain('EXAMPLE HEALTH PLAN');
  expect(alone).toContain('To pay: $160.00');
  await server.fact(claim.id, decided());
  const after = await read(path);
  for (const part of [
    'Insurance paid: -$120.00',
    'Taken off by contract: -$25.00',
    'Your share: $40.00',
    'You owe: $15.00',
  ])
    expect(after).toContain(part);
  // What it did is not left out for anybody.
  expect(await read(`${path}?for=self-pay`)).toEqual(after);
});

test('a statement has all visits of the patient that something is open of, and asks for nothing that insurance is to decide', async () => {
  const old = await bill('01', '2026-08-03');
  const recent = await bill('02', '2026-11-16', 2_500);
  const waiting = await bill('03', '2026-11-18', 2_500);
  const other = await bill('04', '2026-11-16', 0, 'OTHERS');
  await server.fact(old.id, decided('2026-08-10'));
  await server.fact(recent.id, decided());
  await server.fact(other.id, decided());
  const statement = await read(`/claims/${waiting.id}/statement`);
  expect(statement).toContain('Please pay $55.00.');
  expect(statement).toContain(
    `08/03/2026 | ${old.patientControlNumber} | $185.00 | $120.00 | $25.00 | $0.00 | $40.00`,
  );
  expect(statement).toContain(
    `11/16/2026 | ${recent.patientControlNumber} | $185.00 | $120.00 | $25.00 | $25.00 | $15.00`,
  );
  // Up to 30 days, to 60, to 90, more.
  expect(statement).toContain('$15.00 | $0.00 | $0.00 | $40.00');
  expect(statement).toContain('This is no bill for them');
  expect(statement).toContain('11/18/2026 | $185.00 | $25.00');
  expect(statement).not.toContain(other.patientControlNumber);
});

test('that a statement went out is written down on each visit that it asks for, and on no other', async () => {
  const old = await bill('01', '2026-08-03');
  const recent = await bill('02', '2026-11-16', 2_500);
  const waiting = await bill('03', '2026-11-18', 2_500);
  const closed = await bill('05', '2026-11-14');
  const other = await bill('04', '2026-11-16', 0, 'OTHERS');
  for (const { id } of [old, recent, closed, other]) await server.fact(id, decided());
  await server.fact(closed.id, { type: 'closed', reason: 'invented' });
  const act = () =>
    server.request('POST', `/claims/${recent.id}/acts`, {
      device: biller,
      body: { type: 'patient-billed' },
      headers: keyed('statement'),
    });
  expect((await act()).status).toBe(200);
  expect((await act()).status).toBe(200);
  const billedOf = async ({ id }: ClaimDetail) => {
    const answer = await ask(`/claims/${id}`);
    const { events } = (await answer.json()) as ClaimDetail;
    return events.flatMap(({ fact }) => (fact.type === 'patient-billed' ? fact.amount : []));
  };
  expect(await billedOf(recent)).toEqual([1_500]);
  expect(await billedOf(old)).toEqual([4_000]);
  for (const none of [waiting, closed, other]) expect(await billedOf(none)).toEqual([]);
});

test('each comes as PDF too, under a name that says nothing of the patient, and is not cached', async () => {
  const claim = await bill('01', '2026-11-16', 2_500);
  await server.fact(claim.id, decided());
  const response = await ask(`/claims/${claim.id}/statement/pdf`);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('content-disposition')).toBe('inline; filename="statement.pdf"');
  const [page] = await pdfText(new Uint8Array(await response.arrayBuffer()));
  expect(page).toContain('Please pay $15.00.');
  expect(page).toContain('ANNA TESTER');
});

test('the form for paper payers comes to be printed on it, or box by box', async () => {
  const claim = await bill('01', '2026-11-16', 2_500);
  const path = `/claims/${claim.id}/cms-1500`;
  const texts = async (from: string) => {
    const response = await ask(from);
    expect(response.headers.get('content-disposition')).toBe('inline; filename="cms-1500.pdf"');
    return (await pdfText(new Uint8Array(await response.arrayBuffer()))).join(' ');
  };
  const form = await texts(`${path}/pdf`);
  expect(form).toContain('TESTER, ANNA');
  expect(form).toContain(claim.patientControlNumber);
  expect(form).not.toContain('Patient');
  for (const words of [await texts(`${path}/pdf?print=check`), await read(path)])
    expect(words.replaceAll(' | ', ' ')).toContain('29 Amount paid 25 00');
});

test('who took which paper is on record, and nothing of another practice is given', async () => {
  const claim = await bill('01', '2026-11-16', 2_500);
  const paths = [`receipt?payment=${claim.events.at(-1)?.id}`, 'superbill/pdf', 'statement'];
  for (const path of paths) expect((await ask(`/claims/${claim.id}/${path}`)).status).toBe(200);
  const actions = (await server.audited()).map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(['receipt-read', 'superbill-read', 'statement-read']));
  const stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
  for (const path of paths)
    expect((await problemOf(await ask(`/claims/${claim.id}/${path}`, stranger))).code).toBe('not-found');
});
