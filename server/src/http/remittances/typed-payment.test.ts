/** A payment typed in from paper is posted once, as one that came as a file, and only where it adds up. */
import type {
  ClaimDetail,
  InboundFile,
  PayerBalanceList,
  RemittanceDetail,
  RemittanceList,
  TypedPayment,
} from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { check, paying } from '../../exchange/testing-posting.ts';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { remittanceOfTyped } from '../../remittance/index.ts';
import { listAuditEntries } from '../../store/audit.ts';
import { saveConnection } from '../../store/connections.ts';
import { listInboundFiles } from '../../store/files.ts';
import { exampleInterchange } from '../../transactions/examples.ts';
import { type Remittance, writeRemittance } from '../../transactions/remittance-835/index.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

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

const adjust = (group: 'CO' | 'PR', reason: string, amount: number) => ({
  group,
  reason,
  amount: cents(amount),
});
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
        lines: [{ paid: cents(10_000), adjustments: [adjust('CO', '45', 6_000), adjust('PR', '3', 2_500)] }],
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
  (await (await server.request('GET', `/remittances/${id}`, { device: biller })).json()) as RemittanceDetail;
const decide = (id: string | undefined, decision: string, reason: string) =>
  server.request('POST', `/remittances/${id}/decision`, { device: biller, body: { decision, reason } });
const remittances = async () =>
  (
    (await (
      await server.request('POST', '/remittances/search', { device: biller, body: {} })
    ).json()) as RemittanceList
  ).remittances;

test('it is posted to the claim and stands among the remittances', async () => {
  const answer = await send(typed());
  expect(answer.status).toBe(201);
  expect((await answer.json()) as InboundFile).toMatchObject({
    kind: '835',
    state: 'read',
    reason: null,
    name: 'TYPED_2026-11-19_CHK77.835',
  });
  expect(await read()).toMatchObject({
    status: 'partly-paid',
    payerClaimControlNumber: 'P0001',
    money: { paid: 10_000, contractual: 6_000, patientResponsibility: 2_500, open: 0 },
  });
  expect(await remittances()).toMatchObject([{ checkNumber: 'CHK77', state: 'posted', total: 10_000 }]);
});

test('what does not add up is told by its place, and nothing is posted', async () => {
  const [first] = typed().claims;
  const off = typed({
    total: cents(10_001),
    claims: first ? [{ ...first, lines: [{ paid: cents(10_000), adjustments: [] }] }] : [],
  });
  const problem = await problemOf(await send(off));
  expect(problem.code).toBe('payment-unbalanced');
  expect(problem.findings?.map(({ path }) => path)).toEqual([
    'claims.0.lines.0.paid',
    'claims.0.paid',
    'total',
  ]);
  expect((await read()).money.paid).toBe(0);
  expect(await remittances()).toEqual([]);
});

test('lines are given all or none', async () => {
  const [first] = typed().claims;
  const line = { paid: cents(0), adjustments: [] };
  const lines = [...(first?.lines ?? []), line];
  const problem = await problemOf(await send(typed({ claims: first ? [{ ...first, lines }] : [] })));
  expect(problem.findings?.[0]).toMatchObject({
    path: 'claims.0.lines',
    message: 'The claim has 1 lines, and 2 are given.',
  });
});

test('a claim without lines, and money that belongs to no claim', async () => {
  const [first] = typed().claims;
  const payment = typed({
    total: cents(9_500),
    claims: first
      ? [{ ...first, lines: [], adjustments: [adjust('CO', '45', 6_000), adjust('PR', '1', 2_500)] }]
      : [],
    providerAdjustments: [{ reason: 'WO', reference: 'OLD 9', amount: cents(500) }],
  });
  expect((await send(payment)).status).toBe(201);
  expect((await read()).money).toMatchObject({ paid: 10_000, patientResponsibility: 2_500 });
  expect(await remittances()).toMatchObject([{ state: 'posted', total: 9_500 }]);
});

/** As the payer's file says it. */
const asFile = (payment: TypedPayment, change: Partial<Remittance> = {}) => {
  const remittance = remittanceOfTyped(payment, EXAMPLE_PRACTICE, () => claim);
  return writeRemittance(exampleInterchange, {
    remittances: [{ ...remittance, payerTraceId: '1999999999', ...change }],
  });
};
const bring = async (bytes: Uint8Array) =>
  (await (await server.bring('ERA.835', Buffer.from(bytes), biller)).json()) as InboundFile;
const TYPED_BEFORE =
  'A payment with this check number was typed in by hand before. Nothing was posted: compare both under Payments, and decide.';

test('the very same typed again gives what it became; the same check otherwise is refused', async () => {
  const first = (await (await send(typed())).json()) as InboundFile;
  const again = await send(typed());
  expect(again.status).toBe(200);
  expect(((await again.json()) as InboundFile).id).toBe(first.id);
  const other = typed({ paymentDate: '2026-11-20' as IsoDate, checkNumber: '0chk-77' });
  expect(await problemOf(await send(other))).toMatchObject({ code: 'payment-known', claimId: claim.id });
  expect((await read()).money.paid).toBe(10_000);
});

test.each(['CHK77', '00CHK77', '0CHK-77'])('typed as chk77, it is not posted again as %s', async (number) => {
  await send(typed());
  const file = await bring(asFile(typed(), { traceNumber: number }));
  expect(file).toMatchObject({ state: 'needs-person', reason: TYPED_BEFORE });
  expect((await read()).money.paid).toBe(10_000);
});

test('nor with another total and payer, where it pays a claim that the typed one paid', async () => {
  await send(typed());
  const [first] = typed().claims;
  const claims = first
    ? [{ ...first, paid: cents(9_000), lines: [], adjustments: [adjust('CO', '45', 9_500)] }]
    : [];
  const file = await bring(asFile(typed({ claims, total: cents(9_000), payerName: 'OTHER PLAN' })));
  expect(file).toMatchObject({ state: 'needs-person', reason: TYPED_BEFORE });
});

test('a check of another payer that has its number by chance is posted', async () => {
  await send(typed());
  const [first] = asClaims(7_000);
  const file = await bring(
    asFile(typed({ total: cents(7_000), payerName: 'OTHER PLAN' }), { claims: first ? [first] : [] }),
  );
  expect(file.reason).not.toBe(TYPED_BEFORE);
  expect((await remittances()).map(({ total }) => total).sort()).toEqual([10_000, 7_000]);
});

/** Of a claim that nobody here knows. */
const asClaims = (paid: number) => check('ANY', [paying('STRANGER', paid)]).claims;

test('a check of which the file came first and fits no claim yet is not typed', async () => {
  await bring(asFile(typed(), { traceNumber: '00CHK77', claims: asClaims(10_000) }));
  expect((await problemOf(await send(typed()))).code).toBe('check-known');
  expect((await problemOf(await send(typed({ payerName: 'EXAMPLE HEALTH' })))).code).toBe('check-known');
  expect((await read()).money.paid).toBe(0);
});

test('of two that type the same check at the same moment one is posted, the other waits to be compared', async () => {
  const other = typed({ payerName: 'EXAMPLE HEALTH', paymentDate: '2026-11-20' as IsoDate });
  const both = await Promise.all([send(typed()), send(other)]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  const files = (await Promise.all(both.map((each) => each.json()))) as InboundFile[];
  expect(files.map(({ state }) => state).sort()).toEqual(['needs-person', 'read']);
  expect((await read()).money.paid).toBe(10_000);
  expect((await remittances()).map(({ state }) => state).sort()).toEqual(['needs-person', 'posted']);
});

test('a check that came before is kept when a person says so, and posted only once that was decided', async () => {
  await send(typed());
  const other = { ...typed({ paymentDate: '2026-11-20' as IsoDate }), isToCompare: true };
  expect((await send(other)).status).toBe(201);
  expect((await read()).money.paid).toBe(10_000);
  const [waiting] = (await remittances()).filter(({ state }) => state === 'needs-person');
  const shown = await detail(waiting?.id);
  expect(shown).toMatchObject({
    sameMoney: {
      words: 'A payment with this check number came before it was typed in.',
      own: { isTyped: true, paymentDate: '2026-11-20' },
      others: [
        {
          checkNumber: 'CHK77',
          paymentDate: '2026-11-19',
          total: 10_000,
          isTyped: true,
          claims: [{ patientName: 'TESTER, ANNA', paid: 10_000, charge: 18_500, claimId: claim.id }],
        },
      ],
    },
  });
  const posted = await decide(waiting?.id, 'post-all-the-same', 'Two checks with one number');
  expect([posted.status, await posted.json()]).toMatchObject([200, { state: 'posted' }]);
  expect((await read()).money.paid).toBe(20_000);
  expect(await detail(waiting?.id)).toMatchObject({
    sameMoney: null,
    decision: { kind: 'posted', reason: 'Two checks with one number', deviceId: biller.deviceId },
  });
});

test('a file of a check that was typed in is set aside as the same, and needs nobody any more', async () => {
  await send(typed());
  const file = await bring(asFile(typed(), { traceNumber: '00CHK77' }));
  const [waiting] = (await remittances()).filter(({ state }) => state === 'needs-person');
  expect((await decide(waiting?.id, 'set-aside', ' ')).status).toBe(400);
  expect((await decide(waiting?.id, 'set-aside', 'Typed in from its paper before')).status).toBe(200);
  expect((await problemOf(await decide(waiting?.id, 'set-aside', 'Again'))).code).toBe(
    'remittance-decided-already',
  );
  expect((await remittances()).map(({ state }) => state).sort()).toEqual(['posted', 'set-aside']);
  expect((await listInboundFiles(server.scope)).find(({ id }) => id === file.id)).toMatchObject({
    state: 'read',
    reason: null,
  });
  expect(await listAuditEntries(server.scope)).toContainEqual(
    expect.objectContaining({ action: 'remittance-set-aside', subject: waiting?.id }),
  );
});

test('a reversal is typed under the check that it takes back, once', async () => {
  await send(typed());
  const [first] = typed().claims;
  const back = (payerClaimControlNumber: string) =>
    typed({
      total: cents(-10_000),
      claims: first
        ? [
            {
              ...first,
              statusCode: '22',
              payerClaimControlNumber,
              paid: cents(-10_000),
              lines: [],
              adjustments: [adjust('CO', '45', -6_000), adjust('PR', '3', -2_500)],
            },
          ]
        : [],
    });
  expect((await send(back('P0001'))).status).toBe(201);
  expect((await read()).money.paid).toBe(0);
  expect((await problemOf(await send(back('P0002')))).code).toBe('payment-known');
});

test('taken back and paid anew on one paper, with interest and money kept back beside it: all of it to the cent', async () => {
  await send(typed());
  const [first] = typed().claims;
  if (!first) throw new Error('no claim');
  const back = {
    ...first,
    statusCode: '22' as const,
    paid: cents(-10_000),
    lines: [{ paid: cents(-10_000), adjustments: [adjust('CO', '45', -6_000), adjust('PR', '3', -2_500)] }],
  };
  const anew = {
    ...first,
    paid: cents(12_000),
    lines: [{ paid: cents(12_000), adjustments: [adjust('CO', '45', 4_000), adjust('PR', '3', 2_500)] }],
  };
  const paper = typed({
    checkNumber: 'CHK78',
    claims: [back, anew],
    providerAdjustments: [
      { reason: 'L6', amount: cents(-125) },
      { reason: 'WO', reference: 'ICN9', amount: cents(1_000) },
    ],
    total: cents(1_125),
  });
  expect((await send(paper)).status).toBe(201);
  expect((await read()).money).toMatchObject({
    paid: 12_000,
    contractual: 4_000,
    patientResponsibility: 2_500,
    open: 0,
  });
  expect((await send({ ...paper, total: cents(1_124) })).status).toBe(422);
});

test('a file that is brought is read at once, and the same content is one file', async () => {
  const remittance = remittanceOfTyped(typed(), EXAMPLE_PRACTICE, () => claim);
  const bytes = writeRemittance(exampleInterchange, {
    remittances: [{ ...remittance, payerTraceId: '1999999999' }],
  });
  const taken = await server.bring('C:\\Downloads\\my era.835', bytes, biller);
  expect(taken.status).toBe(201);
  expect((await taken.json()) as InboundFile).toMatchObject({
    name: 'my era.835',
    kind: '835',
    state: 'read',
  });
  expect((await read()).money.paid).toBe(10_000);
  const again = await server.bring('other name.835', bytes, biller);
  expect(again.status).toBe(200);
  expect((await read()).events.filter(({ fact }) => fact.type === 'payment')).toHaveLength(1);
  expect((await problemOf(await server.bring('empty', Buffer.alloc(0), biller))).code).toBe('file-empty');
});

test.each([
  ['another practice', { npi: '1999999984', taxId: '999999999' }, 'needs-person', 0],
  ['the same tax ID', { npi: '1999999984', taxId: EXAMPLE_PRACTICE.billingProvider.taxId }, 'read', 10_000],
  ['no tax ID', { npi: '1999999984' }, 'read', 10_000],
])('a file whose payee is %s', async (_which, payee, state, paid) => {
  const file = await bring(asFile(typed(), { payee: { name: 'SOMEBODY', ...payee } }));
  expect(file.state).toBe(state);
  expect((await read()).money.paid).toBe(paid);
});

test('what two payers took back on paper are two balances', async () => {
  const back = (checkNumber: string, payerName: string) =>
    typed({
      checkNumber,
      payerName,
      total: cents(500),
      claims: [],
      providerAdjustments: [{ reason: 'L6', amount: cents(-500) }],
    });
  await send(back('A1', 'ONE PLAN'));
  await send(back('B2', 'TWO PLAN'));
  const balances = await (await server.request('GET', '/payer-balances', { device: biller })).json();
  expect((balances as PayerBalanceList).balances).toMatchObject([
    { payerName: 'ONE PLAN', amount: -500 },
    { payerName: 'TWO PLAN', amount: -500 },
  ]);
});

test('a test file posts nothing into a live account', async () => {
  await server.store.transaction((db) =>
    saveConnection(
      { ...server.scope, db },
      {
        settings: { ...EXAMPLE_CONNECTION, mode: 'live' },
        sealedSecret: 'SEALED',
        at: server.runtime.now(),
      },
    ),
  );
  const remittance = {
    ...remittanceOfTyped(typed(), EXAMPLE_PRACTICE, () => claim),
    payerTraceId: '1999999999',
  };
  const bytes = writeRemittance(
    { ...exampleInterchange, usageIndicator: 'T' },
    { remittances: [remittance] },
  );
  expect((await (await server.bring('TEST.835', bytes, biller)).json()) as InboundFile).toMatchObject({
    state: 'needs-person',
    reason: 'It is a test file (ISA15 is T), and the account is live. Nothing was posted.',
  });
  expect((await read()).money.paid).toBe(0);
});

test('a file that nobody understands waits for a person', async () => {
  const taken = await server.bring('letter.pdf', Buffer.from('%PDF-1.7'), biller);
  expect((await taken.json()) as InboundFile).toMatchObject({ kind: 'unknown', state: 'needs-person' });
});

test('a claim of another practice, or none, is not paid', async () => {
  const other = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
  expect((await problemOf(await send(typed(), other))).code).toBe('practice-not-set-up');
  const [first] = typed().claims;
  const payment = typed({ claims: first ? [{ ...first, claimId: 'nobody' }] : [] });
  expect((await problemOf(await send(payment))).code).toBe('not-found');
});
