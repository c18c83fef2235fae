/** A file brought from elsewhere is read at once, and posts nothing that is not this practice`s. */
import type { InboundFile } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { remittanceOfTyped } from '../../remittance/index.ts';
import { saveConnection } from '../../store/connections.ts';
import { exampleInterchange } from '../../transactions/examples.ts';
import { writeRemittance } from '../../transactions/remittance-835/index.ts';
import { problemOf } from '../test-app.ts';
import { practiceWithClaim } from './testing-typed.ts';

const { server, biller, claim, typed, read, asFile, bring, decide, remittances } = practiceWithClaim();

test('a file that is brought is read at once, and the same content is one file', async () => {
  const remittance = remittanceOfTyped(typed(), EXAMPLE_PRACTICE, claim);
  const bytes = writeRemittance(exampleInterchange, {
    remittances: [{ ...remittance, payerTraceId: '1999999999' }],
  });
  const taken = await server().bring('C:\\Downloads\\my era.835', bytes, biller());
  expect(taken.status).toBe(201);
  expect((await taken.json()) as InboundFile).toMatchObject({
    name: 'my era.835',
    kind: '835',
    state: 'read',
    isNew: true,
  });
  expect((await read()).money.paid).toBe(10_000);
  const again = await server().bring('other name.835', bytes, biller());
  expect(again.status).toBe(200);
  expect(await again.json()).toMatchObject({ name: 'my era.835', isNew: false });
  expect((await read()).events.filter(({ fact }) => fact.type === 'payment')).toHaveLength(1);
  expect((await problemOf(await server().bring('empty', Buffer.alloc(0), biller()))).code).toBe('file-empty');
});

test.each([
  ['another practice', { npi: '1999999984', taxId: '999999999' }, 'needs-person', 0],
  ['the same tax ID', { npi: '1999999984', taxId: EXAMPLE_PRACTICE.billingProvider.taxId }, 'read', 10_000],
  ['another NPI and no tax ID', { npi: '1999999984' }, 'needs-person', 0],
  ['another tax ID and no NPI', { taxId: '999999999' }, 'needs-person', 0],
  ['our NPI and no tax ID', { npi: EXAMPLE_PRACTICE.billingProvider.npi }, 'read', 10_000],
  [
    'our NPI and another tax ID',
    { npi: EXAMPLE_PRACTICE.billingProvider.npi, taxId: '999999999' },
    'read',
    10_000,
  ],
  ['nobody by number', {}, 'read', 10_000],
])('a file whose payee is %s', async (_which, payee, state, paid) => {
  const file = await bring(asFile(typed(), { payee: { name: 'SOMEBODY', ...payee } }));
  expect(file.state).toBe(state);
  expect((await read()).money.paid).toBe(paid);
});

test('where the only number of the payee is not ours, a biller says that it is', async () => {
  await bring(asFile(typed(), { payee: { name: 'SOMEBODY', npi: '1999999984' } }));
  const [waiting] = await remittances();
  expect(waiting).toMatchObject({
    state: 'needs-person',
    reason:
      'It pays NPI 1999999984, which is not among yours. If it is yours, an admin adds it under providers in the practice data, and the payment is posted by itself. Nothing was posted.',
  });
  expect((await decide(waiting?.id, 'post-all-the-same', 'Our other office')).status).toBe(200);
  expect((await read()).money.paid).toBe(10_000);
});

test('of another practice beyond doubt, it is posted by nobody, and can be set aside', async () => {
  await bring(asFile(typed(), { payee: { name: 'SOMEBODY', npi: '1999999984', taxId: '999999999' } }));
  const [waiting] = await remittances();
  expect((await decide(waiting?.id, 'post-all-the-same', 'Ours all the same')).status).toBe(409);
  expect((await decide(waiting?.id, 'set-aside', 'Not our practice')).status).toBe(200);
  expect((await read()).money.paid).toBe(0);
});

test('a test file posts nothing into a live account', async () => {
  await server().store.transaction((db) =>
    saveConnection(
      { ...server().scope, db },
      {
        settings: { ...EXAMPLE_CONNECTION, mode: 'live' },
        sealedSecret: 'SEALED',
        passwordSince: null,
        at: server().runtime.now(),
      },
    ),
  );
  const remittance = {
    ...remittanceOfTyped(typed(), EXAMPLE_PRACTICE, claim),
    payerTraceId: '1999999999',
  };
  const bytes = writeRemittance(
    { ...exampleInterchange, usageIndicator: 'T' },
    { remittances: [remittance] },
  );
  expect((await (await server().bring('TEST.835', bytes, biller())).json()) as InboundFile).toMatchObject({
    state: 'needs-person',
    reason: 'It is a test file (ISA15 is T), and the account is live. Nothing was posted.',
  });
  expect((await read()).money.paid).toBe(0);
  // Payers forget the flag.
  const [waiting] = await remittances();
  expect((await decide(waiting?.id, 'post-all-the-same', 'Arrived at the bank')).status).toBe(200);
  expect((await read()).money.paid).toBe(10_000);
});

test('a file that nobody understands waits for a person', async () => {
  const taken = await server().bring('letter.pdf', Buffer.from('%PDF-1.7'), biller());
  expect((await taken.json()) as InboundFile).toMatchObject({ kind: 'unknown', state: 'needs-person' });
});
