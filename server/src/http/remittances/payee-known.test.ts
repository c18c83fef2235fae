/** A payment to an NPI that the practice's data do not name waits; once an admin has added it, it is posted without its file being brought again. */
import type { PracticeSettings } from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { remittanceOfTyped } from '../../remittance/index.ts';
import type { Remittance } from '../../transactions/remittance-835/index.ts';
import { practiceWithClaim } from './testing-typed.ts';

const { server, biller, claim, typed, read, asFile, bring, decide, detail, remittances, searched } =
  practiceWithClaim();

const OTHER_OFFICE = '1999999984';
const WITH_OTHER_OFFICE: PracticeSettings = {
  ...EXAMPLE_PRACTICE,
  providers: [
    ...EXAMPLE_PRACTICE.providers,
    { organizationName: 'SECOND OFFICE', npi: OTHER_OFFICE, ehrNames: [] },
  ],
};

async function change(settings: PracticeSettings) {
  const admin = await server().pair('admin');
  const response = await server().request('PUT', '/practice', { device: admin, body: settings });
  expect(response.status).toBe(200);
}

const paysOther = (taxId?: string, more: Partial<Remittance> = {}) =>
  asFile(typed(), {
    payee: { name: 'SOMEBODY', npi: OTHER_OFFICE, ...(taxId !== undefined && { taxId }) },
    ...more,
  });

test.each([
  ['that names nothing else to tell by', undefined],
  ['whose tax ID is not ours either', '999999999'],
])('a payment to an NPI %s is posted once the NPI is added', async (_which, taxId) => {
  const file = await bring(paysOther(taxId));
  expect(file.state).toBe('needs-person');
  const [waiting] = await remittances();
  expect([waiting?.reason, (await detail(waiting?.id)).ways[1]?.closed].join(' ')).toContain(
    'an admin adds it under providers in the practice data, and the payment is posted by itself.',
  );
  await change({ ...EXAMPLE_PRACTICE, name: 'RENAMED PRACTICE' });
  expect(await remittances()).toMatchObject([{ state: 'needs-person' }]);

  await change({ ...WITH_OTHER_OFFICE, name: 'RENAMED PRACTICE' });
  expect((await read()).money.paid).toBe(10_000);
  expect(await detail(waiting?.id)).toMatchObject({
    state: 'posted',
    reason: null,
    decision: null,
    ways: [],
  });
  expect(await (await server().request('GET', '/files', { device: biller() })).json()).toMatchObject([
    { id: file.id, state: 'read', reason: null },
  ]);
  await change(EXAMPLE_PRACTICE);
  await change(WITH_OTHER_OFFICE);
  expect((await read()).money.paid).toBe(10_000);
});

test('what does not add up is not posted by that, nor what may be the money of another', async () => {
  await bring(paysOther(undefined, { paymentAmount: cents(9_999) }));
  await bring(asFile(typed()));
  const [said] = remittanceOfTyped(typed(), EXAMPLE_PRACTICE, () => claim()).claims;
  const otherwise = said ? [{ ...said, claimFilingIndicator: '12' }] : [];
  await bring(paysOther(undefined, { claims: otherwise }));
  expect((await remittances()).map(({ state }) => state).sort()).toEqual([
    'needs-person',
    'posted',
    'unbalanced',
  ]);
  await change(WITH_OTHER_OFFICE);
  expect((await remittances()).map(({ state }) => state).sort()).toEqual([
    'needs-person',
    'posted',
    'unbalanced',
  ]);
  expect(await remittances()).toContainEqual(
    expect.objectContaining({
      state: 'needs-person',
      reason: expect.stringContaining('compare both under Payments'),
    }),
  );
  expect((await read()).money.paid).toBe(10_000);
});

test('what a person set aside, or took up again, is not posted by that; it can be by a person', async () => {
  await bring(paysOther());
  const [waiting] = await remittances();
  const id = waiting?.id ?? '';
  await decide(id, 'set-aside', 'Not our practice');
  await change(WITH_OTHER_OFFICE);
  expect(await searched({ isSetAside: true })).toMatchObject({ remittances: [{ id, state: 'set-aside' }] });

  const reopened = await server().request('POST', `/remittances/${id}/reopen`, { device: biller() });
  expect(await reopened.json()).toMatchObject({
    state: 'needs-person',
    reason: 'It was taken up again, and nothing is in its way any more. Nothing was posted.',
    decision: { kind: 'reopened', reason: 'Not our practice', by: 'TEST biller' },
  });
  await change(EXAMPLE_PRACTICE);
  await change(WITH_OTHER_OFFICE);
  await bring(paysOther(undefined, { productionDate: '2026-11-19' as IsoDate }));
  expect((await read()).money.paid).toBe(0);
  expect((await decide(id, 'post-all-the-same', 'Our other office')).status).toBe(200);
  expect((await read()).money.paid).toBe(10_000);
});
