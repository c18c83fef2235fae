/** The lists and what is searched for take an index, in the order in which they are shown, however many claims a practice has. */
import type { IsoDate, UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { listAppealsDue } from './appeals.ts';
import { listClaims } from './claim-lists.ts';
import { findStandingClaimOfVisit, listAccountsOfPatient, listStandingClaimsOfPatient } from './claims.ts';
import { searchFiles } from './files.ts';
import { countedSizes, sizesOfLists } from './list-sizes.ts';
import { listRemittances } from './remittance-list.ts';
import { listClaimsAwaiting } from './silences.ts';
import { emptyStore } from './testing-plans.ts';
import { setAssignee, worklistsOfClaim } from './worklists.ts';
import { clearWorklists } from './worklists-write.ts';

const { expectIndex, plan, scope } = await emptyStore();

const DAY = '2026-11-16' as IsoDate;

test.each([
  [
    'the claims of a visit',
    () => listClaims(scope, { list: 'all', visitKey: 'v', limit: 50 }),
    'claims_visit (practice_id=? AND visit_key=?)',
  ],
  [
    'all claims',
    () => listClaims(scope, { list: 'all', limit: 50 }),
    'claims_list (practice_id=? AND followed_by=?)',
  ],
  [
    'a worklist',
    () => listClaims(scope, { list: 'denied', limit: 50 }),
    'worklist_items_order (practice_id=? AND list=?)',
  ],
  [
    'the page behind',
    () => listClaims(scope, { list: 'denied', limit: 50, cursor: '5~c' }),
    'worklist_items_order (practice_id=? AND list=?)',
  ],
  [
    'what one person works on',
    () => listClaims(scope, { list: 'denied', limit: 50, assignedTo: 'd' }),
    'worklist_items_assignee (practice_id=? AND list=? AND assigned_to=?)',
  ],
  [
    'the work of one payer',
    () => listClaims(scope, { list: 'denied', limit: 50, payerName: 'p' }),
    'worklist_items_payer (practice_id=? AND list=? AND payer_name=?)',
  ],
  ['the size of each list', () => sizesOfLists(scope), 'sqlite_autoindex_list_sizes_1 (practice_id=?)'],
  [
    'claims that wait for an answer',
    () =>
      listClaimsAwaiting(
        scope,
        'main',
        'remittance',
        { before: '2026-11-22T12:00:00.000Z' as UtcInstant },
        50,
      ),
    'claims_awaits (practice_id=? AND awaits=? AND status_since<?)',
  ],
  [
    'the appeals that nobody answered',
    () => listAppealsDue(scope, DAY, 50),
    'claims_appeal_due (practice_id=? AND appeal_due<?)',
  ],
  [
    'the lists of a claim',
    () => worklistsOfClaim(scope, 'c'),
    'worklist_items_claim (practice_id=? AND claim_id=?)',
  ],
])('%s is found by an index', (_what, work, index) => expectIndex(work, index));

test('the claims of a visit, of a patient and the worklists come in order, without sorting', async () => {
  const lists = [
    () => listClaims(scope, { list: 'all', visitKey: 'v', limit: 50 }),
    () => findStandingClaimOfVisit(scope, 'v'),
    () => listStandingClaimsOfPatient(scope, 'k', 50),
    () => listAccountsOfPatient(scope, 'c', 50),
    () => listClaims(scope, { list: 'all', limit: 50 }),
    () => listClaims(scope, { list: 'paid', limit: 50 }),
    () => listClaims(scope, { list: 'needs-you', limit: 50 }),
    () => listClaims(scope, { list: 'needs-you', limit: 50, assignedTo: 'd' }),
    () => listRemittances(scope, { limit: 50 }),
    () => listRemittances(scope, { isSetAside: true, limit: 50 }),
    () => searchFiles(scope, { state: 'set-aside', limit: 50 }),
  ];
  for (const list of lists) expect((await plan(list)).join()).not.toContain('TEMP B-TREE');
});

const ofClaims = (steps: readonly string[]) => steps.filter((step) => /(SEARCH|SCAN) claims/.test(step));

test.each([
  ['a name', 'tester', ['last_name', 'later_name', 'first_name']],
  ['both names', 'anna tester', ['last_name', 'later_name', 'first_name']],
  ['a date', '2026-11-16', ['service_day']],
  ['an amount', '$185.00', ['charge']],
  ['our number', 'C000000001', ['control_number']],
] as const)(
  'a search for %s among all claims takes indexes, and walks no practice',
  async (_what, search, indexes) => {
    const steps = ofClaims(await plan(() => listClaims(scope, { list: 'all', limit: 50, search })));
    const used = new Set(steps.map((step) => /INDEX (?:claims_)?(\w+)/.exec(step)?.[1]));
    for (const index of indexes) expect(used).toContain(index);
    expect([...used]).not.toContain('newest');
    expect([...used]).not.toContain('list');
    for (const step of steps) expect(step).not.toMatch(/\(practice_id=\?\)/);
  },
);

test('a list that is narrowed to a provider, a location, a payer or a person walks the index of that', async () => {
  const narrowed = { renderingNpi: '1', location: '11|', payerName: 'p', assignedTo: 'd' } as const;
  for (const [filter, index] of [
    ['renderingNpi', 'claims_rendering (practice_id=? AND rendering_npi=?)'],
    ['location', 'claims_location (practice_id=? AND location=?)'],
    ['payerName', 'claims_payer (practice_id=? AND payer_name=?)'],
    ['assignedTo', 'claims_assignee (practice_id=? AND assigned_to=?)'],
  ] as const)
    for (const list of ['all', 'paid'] as const) {
      const steps = await plan(() => listClaims(scope, { list, limit: 50, [filter]: narrowed[filter] }));
      expect(steps.join()).toContain(index);
      expect(steps.join()).not.toContain('TEMP B-TREE');
    }
});

test('what the sizes of the lists must be is counted from indexes alone', async () => {
  const counted = await plan(() => countedSizes(scope));
  expect(counted).toHaveLength(2);
  for (const step of counted) expect(step).toContain('COVERING INDEX');
});

test('a claim`s places on worklists are written anew without a look at those of others', async () => {
  const written = await plan(async () => {
    await setAssignee(scope, 'c', null);
    await clearWorklists(scope, 'c');
  });
  const items = written.filter((step) => step.includes('worklist_items'));
  expect(items).toHaveLength(2);
  for (const step of items) expect(step).toContain('worklist_items_claim (practice_id=? AND claim_id=?)');
});
