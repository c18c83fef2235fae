/** What is asked at each bill or each opened visit takes an index to its rows, however many claims a practice has. */
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { test } from 'vitest';
import { listAnsweredEvents } from './answers-of-claim.ts';
import {
  findCandidatesById,
  findCandidatesOfCharge,
  findCandidatesOfMember,
  findCandidatesOfName,
} from './claim-candidates.ts';
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
import { listUnopenedAccounts } from './open-accounts.ts';
import { findFileOfClaim } from './outbound-files.ts';
import { readQueue } from './outbox.ts';
import { listPostedRemittances } from './remittances.ts';
import { emptyStore } from './testing-plans.ts';
import { listWaitingClaims } from './waiting-claims.ts';
import { rewriteSome } from './worklists-upkeep.ts';

const { expectIndex, scope } = await emptyStore();

const DAY = '2026-11-16' as IsoDate;

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
    () => findClaimsByPayerNumber(scope, 'P0001'),
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
    'which events of a claim came by an answer that can be taken back',
    () => listAnsweredEvents(scope, 'c'),
    'claim_events_sequence (claim_id=?)',
  ],
  [
    'the next claims of a walk through all',
    () => rewriteSome(scope, 'c', 20, '2026-11-27T00:00:00.000Z' as UtcInstant),
    'claims_1 (id>?)',
  ],
  [
    'the next claims that the ledger does not know',
    () => listUnopenedAccounts(scope, 'c', 200),
    'claims_1 (id>?)',
  ],
  [
    'the next remittances of a walk through all',
    () => listPostedRemittances(scope, 'r', 50),
    'remittances_1 (id>?)',
  ],
  ['a claim', () => findClaim(scope, 'c'), 'claims_1 (id=?)'],
  ['the file of a claim', () => findFileOfClaim(scope, 'c'), 'outbox_claim (claim_id=?)'],
  [
    'the queue',
    () => readQueue(scope, 'main', '2026-11-22T12:00:00.000Z' as UtcInstant),
    'outbox_waiting (practice_id=? AND outbound_file_id=?)',
  ],
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
  ['the device of a token', () => findDeviceByTokenHash(scope.db, 'h'), 'devices_token (token_hash=?)'],
])('%s is found by an index', (_what, work, index) => expectIndex(work, index));
