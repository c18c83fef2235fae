/** What is asked while payments are posted and looked at takes an index to its rows, however many there are. */
import { test } from 'vitest';
import { listPostedChecks } from './check-numbers.ts';
import { searchFiles } from './files.ts';
import { entriesOfClaim, paymentBalances } from './journal.ts';
import { claimOfPart, claimsOfParts } from './posted-parts.ts';
import { listRemittances } from './remittance-list.ts';
import { hasOtherPayment, listHeldRemittances } from './remittances-write.ts';
import { emptyStore } from './testing-plans.ts';
import {
  countWaitingAnswers,
  findUnmatchedAnswer,
  findUnmatchedByKey,
  listWaitingAnswers,
} from './unmatched-answers.ts';
import { unmatchedKeysUnder, unmatchedMoney } from './unmatched-money.ts';

const { expectIndex, scope } = await emptyStore();

test.each([
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
    'the payments that were set aside',
    () => listRemittances(scope, { isSetAside: true, search: '77', limit: 50 }),
    'remittances_list (practice_id=? AND state=?)',
  ],
  [
    'the payments that may be posted once the practice says more of itself',
    () => listHeldRemittances(scope),
    'remittances_list (practice_id=? AND state=?)',
  ],
  [
    'the files that were set aside',
    () => searchFiles(scope, { state: 'set-aside', limit: 50 }),
    'inbound_files_state (practice_id=? AND state=?)',
  ],
  [
    'a payment by any spelling of its number',
    () => listPostedChecks(scope, '0077'),
    'remittances_check (practice_id=? AND check_key=?)',
  ],
])('%s is found by an index', (_what, work, index) => expectIndex(work, index));
