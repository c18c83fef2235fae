/** A payment typed in from paper is posted once, as one that came as a file, and only where it adds up. */
import type { InboundFile, PayerBalanceList } from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { problemOf } from '../test-app.ts';
import { adjust, practiceWithClaim } from './testing-typed.ts';

const { server, biller, typed, send, read, remittances } = practiceWithClaim();

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
  const balances = await (await server().request('GET', '/payer-balances', { device: biller() })).json();
  expect((balances as PayerBalanceList).balances).toMatchObject([
    { payerName: 'ONE PLAN', amount: -500 },
    { payerName: 'TWO PLAN', amount: -500 },
  ]);
});

test('a claim of another practice, or none, is not paid', async () => {
  const other = await server().pair('admin', await server().addPractice('OTHER TEST PRACTICE'));
  expect((await problemOf(await send(typed(), other))).code).toBe('practice-not-set-up');
  const [first] = typed().claims;
  const payment = typed({ claims: first ? [{ ...first, claimId: 'nobody' }] : [] });
  expect((await problemOf(await send(payment))).code).toBe('not-found');
});
