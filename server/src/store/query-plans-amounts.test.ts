/** A list that is narrowed to an amount is walked where many claims have it, and found by the amount where few do. */
import { cents } from '@claimside/shared/values';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { expect, test } from 'vitest';
import { type ClaimQuery, listClaims } from './claim-lists.ts';
import { insertPractice } from './practices.ts';
import { claims } from './schema.ts';
import { AT } from './testing.ts';
import { emptyStore } from './testing-plans.ts';

const { plan, scope } = await emptyStore();

const SMALL = cents(10_000);
const LARGE = cents(90_000);
const MANY = 2_000;

const row = (number: number): typeof claims.$inferInsert => ({
  id: `c${number}`,
  practiceId: scope.practiceId,
  idempotencyKey: `k${number}`,
  requestHash: '',
  visitKey: `v${number}`,
  patientControlNumber: `C${number}`,
  claim: '{}',
  ehr: 'manual',
  correctedFields: '[]',
  createdByDevice: 'd',
  createdAt: '2026-11-22T12:00:00.000Z',
  lastNameKey: 'tester',
  patientName: 'TESTER, ANNA',
  serviceDate: '2026-11-16',
  payerName: 'p',
  totalCharge: number === 0 ? LARGE : SMALL,
  status: 'paid',
  statusSince: '2026-11-22T12:00:00.000Z',
  money: '{}',
});
await insertPractice(scope.db, { id: scope.practiceId, name: 'SAMPLE CLINIC', createdAt: AT });
for (let from = 0; from < MANY; from += 500)
  await scope.db.insert(claims).values(Array.from({ length: 500 }, (_, at) => row(from + at)));

type Narrowed = Omit<ClaimQuery, 'limit' | 'minimumAmount'>;
const planOf = async (query: Narrowed, minimumAmount: number): Promise<string[]> =>
  (await plan(() => listClaims(scope, { ...query, limit: 50, minimumAmount }))).filter((step) =>
    /(SEARCH|SCAN|TEMP B-TREE)/.test(step),
  );

const QUERIES: readonly (readonly [Narrowed, walked: string])[] = [
  [{ list: 'all' }, 'claims_list (practice_id=? AND followed_by=?)'],
  [{ list: 'all', cursor: '2026-11-23T12:00:00.000Z~c' }, 'claims_list (practice_id=? AND followed_by=?)'],
  [{ list: 'paid' }, 'claims_status (practice_id=? AND followed_by=? AND status=?)'],
  [{ list: 'all', payerName: 'p' }, 'claims_payer (practice_id=? AND payer_name=?)'],
  [{ list: 'paid', renderingNpi: '1' }, 'claims_rendering (practice_id=? AND rendering_npi=?)'],
  [{ list: 'all', location: '11|' }, 'claims_location (practice_id=? AND location=?)'],
  [{ list: 'all', assignedTo: 'd' }, 'claims_assignee (practice_id=? AND assigned_to=?)'],
  [{ list: 'all', assignedTo: null }, 'claims_list (practice_id=? AND followed_by=?)'],
];

test.each(QUERIES)(
  '%j of an amount that many have walks what it is narrowed to, in its order',
  async (query, index) => {
    // Those of the amount are counted first, as far as need be.
    const steps = await planOf(query, SMALL);
    expect(steps.filter((step) => / claims /.test(step)).at(-1)).toContain(index);
    expect(steps.join()).not.toContain('TEMP B-TREE');
  },
);

test('what is walked holds the charge, so that no claim is looked at for it', () => {
  const { indexes } = getTableConfig(claims);
  for (const [, walked] of QUERIES) {
    const found = indexes.find(({ config }) => config.name === walked.split(' ')[0]);
    expect(found?.config.columns).toContain(claims.totalCharge);
  }
});

test.each(QUERIES)('%j of an amount that few have finds these', async (query) => {
  const steps = (await planOf(query, LARGE)).filter((step) => / claims /.test(step));
  expect(steps).toHaveLength(2);
  for (const step of steps) expect(step).toContain('claims_charge (practice_id=? AND total_charge>?)');
});

test('a search of an amount that few have takes the claims of the amount, however many fit the words', async () => {
  const steps = await planOf({ list: 'all', search: 'test' }, LARGE);
  expect(steps.join()).toContain('claims_charge (practice_id=? AND total_charge>?)');
  const found = await listClaims(scope, { list: 'all', search: 'test', limit: 50, minimumAmount: LARGE });
  expect(found.claims.map(({ summary }) => summary.id)).toEqual(['c0']);
});
