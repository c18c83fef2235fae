/** The same check typed in and as a file, in whatever order: its money is posted once, or a person compares both. */
import type { InboundFile } from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { check, paying } from '../../exchange/testing-posting.ts';
import { listInboundFiles } from '../../store/files.ts';
import { problemOf } from '../test-app.ts';
import { adjust, practiceWithClaim } from './testing-typed.ts';

const { server, claim, typed, send, read, detail, decide, remittances, searched, asFile, bring } =
  practiceWithClaim();

const TYPED_BEFORE =
  'A payment with this check number was typed in by hand before. Nothing was posted: compare both under Payments, and decide.';

/** Of a claim that nobody here knows. */
const asClaims = (paid: number) => check('ANY', [paying('STRANGER', paid)]).claims;

test('the very same typed again gives what it became; the same check otherwise is refused', async () => {
  const first = (await (await send(typed())).json()) as InboundFile;
  const again = await send(typed());
  expect(again.status).toBe(200);
  expect(((await again.json()) as InboundFile).id).toBe(first.id);
  const other = typed({ paymentDate: '2026-11-20' as IsoDate, checkNumber: '0chk-77' });
  expect(await problemOf(await send(other))).toMatchObject({ code: 'payment-known', claimId: claim().id });
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
          claims: [{ patientName: 'TESTER, ANNA', paid: 10_000, charge: 18_500, claimId: claim().id }],
        },
      ],
    },
  });
  const posted = await decide(waiting?.id, 'post-all-the-same', 'Two checks with one number');
  expect([posted.status, await posted.json()]).toMatchObject([200, { state: 'posted' }]);
  expect((await read()).money.paid).toBe(20_000);
  expect(await detail(waiting?.id)).toMatchObject({
    sameMoney: null,
    decision: { kind: 'posted', reason: 'Two checks with one number', by: 'TEST biller' },
    ways: [],
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
  expect(await searched({})).toMatchObject({ remittances: [{ state: 'posted' }], setAside: 1 });
  expect((await listInboundFiles(server().scope)).find(({ id }) => id === file.id)).toMatchObject({
    state: 'read',
    reason: null,
  });
  expect(await server().audited()).toContainEqual(
    expect.objectContaining({ action: 'remittance-set-aside', subject: waiting?.id }),
  );
});
