/** What is asked at each bill or each opened visit takes an index to its rows, however many claims a practice has. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listAnsweredEvents } from './answers-of-claim.ts';
import { listAppealsDue } from './appeals.ts';
import { listPostedChecks } from './check-numbers.ts';
import {
  findCandidatesById,
  findCandidatesOfCharge,
  findCandidatesOfMember,
  findCandidatesOfName,
} from './claim-candidates.ts';
import { listClaims } from './claim-lists.ts';
import {
  findClaimByControlNumber,
  findClaimsByPayerNumber,
  findClaimsOfDay,
  findDecidedClaim,
} from './claim-matching.ts';
import { listNotes } from './claim-notes.ts';
import {
  findClaim,
  findClaimByIdempotencyKey,
  findStandingClaimOfServices,
  findStandingClaimOfVisit,
  isControlNumberTaken,
  listStandingClaimsOfPatient,
} from './claims.ts';
import { findEntries, listHeldEditions } from './code-lists.ts';
import { findDeviceByTokenHash } from './devices.ts';
import { entriesOfClaim, paymentBalances } from './journal.ts';
import { countedSizes, sizesOfLists } from './list-sizes.ts';
import { findFileOfClaim, listWaitingClaims } from './outbound-files.ts';
import { readQueue } from './outbox.ts';
import { claimOfPart, claimsOfParts } from './posted-parts.ts';
import { listRemittances } from './remittance-list.ts';
import { hasOtherPayment } from './remittances-write.ts';
import * as schema from './schema.ts';
import { listClaimsAwaiting } from './silences.ts';
import { openStore, type Scope } from './store.ts';
import {
  countWaitingAnswers,
  findUnmatchedAnswer,
  findUnmatchedByKey,
  listWaitingAnswers,
} from './unmatched-answers.ts';
import { unmatchedKeysUnder, unmatchedMoney } from './unmatched-money.ts';
import { setAssignee, worklistsOfClaim } from './worklists.ts';
import { clearWorklists } from './worklists-write.ts';

const DAY = '2026-11-16' as IsoDate;

let folder: string;
let database: Database.Database;
const asked: { sql: string; params: unknown[] }[] = [];
let scope: Scope;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-plans-'));
  const file = join(folder, 'claimside.db');
  await openStore(file).close();
  database = new Database(file);
  const logger = { logQuery: (sql: string, params: unknown[]) => void asked.push({ sql, params }) };
  scope = { db: drizzle(database, { schema, logger }), practiceId: 'practice' };
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

/** How SQLite goes about each statement of `work`. */
async function plan(work: () => Promise<unknown>): Promise<string[]> {
  asked.length = 0;
  await work();
  return asked.flatMap(({ sql, params }) =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]).map(
      (step) => step.detail,
    ),
  );
}

test.each([
  [
    'the claim that stands for a visit',
    () => findStandingClaimOfVisit(scope, 'v'),
    'claims_visit (practice_id=? AND visit_key=?)',
  ],
  [
    'the claim that stands for the same services',
    () => findStandingClaimOfServices(scope, 'k'),
    'claims_services (practice_id=? AND services_key=?)',
  ],
  [
    "a patient's claims",
    () => listStandingClaimsOfPatient(scope, 'k', 50),
    'claims_patient (practice_id=? AND patient_key=?)',
  ],
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
    () => listClaimsAwaiting(scope, 'remittance', '2026-11-22T12:00:00.000Z' as UtcInstant, 50),
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
  ['the notes of a claim', () => listNotes(scope, 'c'), 'claim_notes_claim (practice_id=? AND claim_id=?)'],
  [
    'a claim by its key',
    () => findClaimByIdempotencyKey(scope, 'k'),
    'claims_idempotency (practice_id=? AND idempotency_key=?)',
  ],
  [
    'a claim by its number',
    () => isControlNumberTaken(scope, 'C'),
    'claims_control_number (practice_id=? AND patient_control_number=?)',
  ],
  [
    'a claim by the number that the payer gave it',
    () => findClaimsByPayerNumber(scope, 'P'),
    'sqlite_autoindex_claim_payer_numbers_1 (practice_id=? AND number=?)',
  ],
  [
    'a claim by any spelling of its number',
    () => findClaimByControlNumber(scope, ['c', 'C']),
    'claims_control_number (practice_id=? AND patient_control_number=?)',
  ],
  [
    'a claim by what a person said of a number',
    () => findDecidedClaim(scope, 'N'),
    'sqlite_autoindex_decided_numbers_1 (practice_id=? AND number=?)',
  ],
  [
    'claims of a day and charge',
    () => findClaimsOfDay(scope, DAY, cents(1)),
    'claims_service_day (practice_id=? AND service_date=? AND total_charge=?)',
  ],
  [
    'claims of a charge on the days around',
    () => findCandidatesOfCharge(scope, [DAY, '2026-11-17' as IsoDate], cents(1)),
    'claims_service_day (practice_id=? AND service_date=? AND total_charge=?)',
  ],
  [
    'claims of a member',
    () => findCandidatesOfMember(scope, 'W1'),
    'claims_member (practice_id=? AND member_key=?)',
  ],
  [
    'claims of a name on a day',
    () => findCandidatesOfName(scope, DAY, 'TESTER'),
    'claims_service_day (practice_id=? AND service_date=?)',
  ],
  ['claims that a number names', () => findCandidatesById(scope, ['a', 'b']), 'claims_1 (id=?)'],
  [
    'an answer that came before',
    () => findUnmatchedByKey(scope, 'k'),
    'unmatched_answers_dedupe (practice_id=? AND dedupe_key=?)',
  ],
  ['an unmatched answer', () => findUnmatchedAnswer(scope, 'a'), 'unmatched_answers_1 (id=?)'],
  [
    'the answers that wait',
    () => listWaitingAnswers(scope, 25),
    'unmatched_answers_state (practice_id=? AND state=?)',
  ],
  [
    'how many of a file wait',
    () => countWaitingAnswers(scope, { inboundFileId: 'f' }),
    'unmatched_answers_state (practice_id=? AND state=?)',
  ],
  [
    'which events of a claim came by an answer that can be taken back',
    () => listAnsweredEvents(scope, 'c'),
    'claim_events_sequence (claim_id=?)',
  ],
  ['a claim', () => findClaim(scope, 'c'), 'claims_1 (id=?)'],
  ['the file of a claim', () => findFileOfClaim(scope, 'c'), 'outbox_claim (claim_id=?)'],
  ['the queue', () => readQueue(scope), 'outbox_waiting (practice_id=? AND outbound_file_id=?)'],
  [
    'the claims that wait',
    () => listWaitingClaims(scope, 10),
    'outbox_waiting (practice_id=? AND outbound_file_id=?)',
  ],
  [
    'the code lists in use',
    () => listHeldEditions(scope),
    'code_list_editions_held (practice_id=? AND replaced_at=?)',
  ],
  [
    'what code lists say of codes',
    () => findEntries(scope, ['e', 'f'], ['99213', '99214']),
    'sqlite_autoindex_code_list_entries_1 (edition_id=? AND code=?)',
  ],
  [
    'the entries of a claim',
    () => entriesOfClaim(scope, 'c'),
    'journal_entries_claim (practice_id=? AND claim_account=?)',
  ],
  [
    'what stands under payments',
    () => paymentBalances(scope, ['k', 'l']),
    'journal_entries_payment (practice_id=? AND payment_key=?)',
  ],
  [
    'the claims of a payment',
    () => claimsOfParts(scope, 'payment:k:'),
    'claim_events_payment (practice_id=? AND dedupe_key>? AND dedupe_key<?)',
  ],
  [
    'the claim of a part of a payment',
    () => claimOfPart(scope, 'payment:k:1'),
    'claim_events_payment (practice_id=? AND dedupe_key=?)',
  ],
  [
    'what of a payment fits no claim',
    () => unmatchedMoney(scope, 'k'),
    'unmatched_answers_payment (practice_id=? AND payment_key=?)',
  ],
  [
    'what fits no claim of payments under the same check number',
    () => unmatchedKeysUnder(scope, 'p'),
    'unmatched_answers_payment (practice_id=? AND payment_key>? AND payment_key<?)',
  ],
  [
    'payments under the same check number',
    () => hasOtherPayment(scope, 'p', 'k'),
    'remittances_content (practice_id=? AND payment_key>? AND payment_key<?)',
  ],
  [
    'the payments that wait',
    () => listRemittances(scope, { limit: 50 }),
    'remittances_list (practice_id=? AND state=?)',
  ],
  [
    'a payment by any spelling of its number',
    () => listPostedChecks(scope, '0077'),
    'remittances_check (practice_id=? AND check_key=?)',
  ],
  ['the device of a token', () => findDeviceByTokenHash(scope.db, 'h'), 'devices_token (token_hash=?)'],
])('%s is found by an index', async (_what, work, index) => {
  const [first, ...others] = await plan(work);
  expect(first).toContain(index);
  expect(others.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});

test('the claims of a visit, of a patient and the worklists come in order, without sorting', async () => {
  const lists = [
    () => listClaims(scope, { list: 'all', visitKey: 'v', limit: 50 }),
    () => findStandingClaimOfVisit(scope, 'v'),
    () => listStandingClaimsOfPatient(scope, 'k', 50),
    () => listClaims(scope, { list: 'all', limit: 50 }),
    () => listClaims(scope, { list: 'paid', limit: 50 }),
    () => listClaims(scope, { list: 'needs-you', limit: 50 }),
    () => listClaims(scope, { list: 'needs-you', limit: 50, assignedTo: 'd' }),
    () => listRemittances(scope, { limit: 50 }),
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
