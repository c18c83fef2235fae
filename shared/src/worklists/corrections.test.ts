import { describe, expect, test } from 'vitest';
import { exampleClaim } from '../examples/index.ts';
import {
  type ClaimFact,
  type ClaimStatus,
  FOLLOW_UPS,
  type FollowUp,
  foldClaim,
} from '../lifecycle/index.ts';
import {
  accepted,
  adjust,
  CHARGE,
  events,
  fileAccepted,
  paidInFull,
  patientPaid,
  payment,
  queued,
  refused,
  sent,
  unclear,
  withPayer,
  writtenOff,
} from '../lifecycle/testing.ts';
import { cents, type IsoDate } from '../values/index.ts';
import { worklistsOf } from './index.ts';

const silent: ClaimFact = { type: 'silent', awaited: 'file-acknowledgement' };
const deliveryUnknown: ClaimFact = { type: 'delivery-unknown', fileName: 'f' };
const denied = payment(0, [adjust('CO', '18', 10_000)], '4');
const closed: ClaimFact = { type: 'closed', reason: 'invented' };

/** The lists, with what is at stake, of a claim that follows one of $100.00. */
function listsOf(how: FollowUp, own: readonly ClaimFact[], first: readonly ClaimFact[]) {
  const frequency = how === 'void' ? '8' : how === 'replacement' ? '7' : '1';
  const followed: ClaimFact = { type: 'followed', how, claimId: 'second', patientControlNumber: 'C2' };
  const earlier = events(...first, followed).map((event) => ({ ...event, id: `first-${event.id}` }));
  const state = foldClaim(CHARGE, events(...own), earlier);
  const items = worklistsOf({
    patientControlNumber: 'C2',
    claim: { ...exampleClaim, frequency },
    events: events(...own),
    state,
    isFollowed: false,
  });
  return [state.status, ...items.map(({ list, amount }) => `${list} ${amount / 100}`)];
}

/** What can become of a claim before, and at, a decision that pays nothing; the lists that it asks for besides *Needs you*. */
const ENDS: readonly (readonly [ClaimStatus, readonly ClaimFact[], readonly string[] | null])[] = [
  ['queued', [queued], null],
  ['sent', [queued, sent], null],
  ['sent', [queued, sent, silent], ['silent']],
  ['unknown', [queued, deliveryUnknown], []],
  ['file-accepted', [queued, sent, fileAccepted], null],
  ['file-failed', [queued, sent, refused('file-rejected')], ['rejected']],
  ['pended', [queued, sent, refused('clearinghouse-pended')], []],
  ['at-clearinghouse', [queued, sent, accepted], null],
  ['rejected-by-clearinghouse', [queued, sent, refused('clearinghouse-rejected')], ['rejected']],
  ['unknown', [queued, sent, unclear], []],
  ['with-payer', [queued, sent, withPayer], null],
  ['with-payer', [queued, sent, withPayer, { type: 'silent', awaited: 'remittance' }], ['silent']],
  ['rejected-by-payer', [queued, sent, refused('payer-rejected')], ['rejected']],
  ['denied', [queued, sent, denied], ['denied']],
  ['closed', [queued, { type: 'cancelled' }], null],
];

const TABLE = FOLLOW_UPS.flatMap((how) => ENDS.map(([status, own, lists]) => ({ how, status, own, lists })));

test.each(TABLE)('a $how that is $status, of a claim that was paid in full: $lists', (row) => {
  const isCorrection = row.how === 'replacement' || row.how === 'void';
  // What is paid in full asks the next insurance, or a claim sent anew, for nothing.
  const lists = row.lists && isCorrection ? ['needs-you', ...row.lists] : [];
  // Decided on one of two copies, both are.
  const status = row.how === 'resend' && row.status !== 'closed' ? 'paid' : row.status;
  expect(listsOf(row.how, row.own, [queued, sent, paidInFull])).toEqual([
    status,
    ...lists.map((list) => `${list} 80`),
  ]);
});

test('the same where the patient has paid the share, while it is not open again', () => {
  const share = [
    queued,
    sent,
    payment(8_000, [adjust('CO', '45', 1_000), adjust('PR', '3', 1_000)]),
    patientPaid(1_000),
  ];
  expect(listsOf('replacement', [queued, sent, refused('payer-rejected')], share)).toEqual([
    'rejected-by-payer',
    'needs-you 90',
    'rejected 90',
  ]);
});

test('at a rejected replacement of a claim that was all the deductible the whole of it is at stake', () => {
  const deductible = [queued, sent, payment(0, [adjust('PR', '1', 10_000)])];
  expect(listsOf('replacement', [queued, sent, refused('payer-rejected')], deductible)).toEqual([
    'rejected-by-payer',
    'needs-you 100',
    'rejected 100',
    'patient-balance 100',
  ]);
});

describe('what was sent because of a double payment', () => {
  const twice: readonly ClaimFact[] = [
    queued,
    sent,
    payment(8_000, [adjust('PR', '2', 2_000)], '1', 'one'),
    payment(8_000, [adjust('PR', '2', 2_000)], '1', 'two'),
    { type: 'overpaid' },
  ];
  const late: ClaimFact = { type: 'silent', awaited: 'remittance' };

  test.each(['void', 'replacement'] as const)(
    'and was refused, or not answered (%s), is about what is too much',
    (how) => {
      expect(listsOf(how, [queued, sent, refused('payer-rejected')], twice)).toEqual([
        'rejected-by-payer',
        'needs-you 80',
        'rejected 80',
      ]);
      expect(listsOf(how, [queued, sent, withPayer, late], twice)).toEqual([
        'with-payer',
        'needs-you 80',
        'silent 80',
      ]);
    },
  );

  test('is of no use any more once that went back by hand: the patient owes the share once', () => {
    const back: ClaimFact = {
      type: 'refunded',
      how: 'sent',
      amount: cents(8_000),
      paidOn: '2026-12-05' as IsoDate,
      reference: 'OUR CHECK 1001',
      of: { paymentKey: 'k', contentHash: 'two', checkNumber: 'CHK1' },
    };
    expect(listsOf('void', [queued, sent, refused('payer-rejected'), back], twice)).toEqual([
      'rejected-by-payer',
      'needs-you 20',
      'patient-balance 20',
    ]);
  });
});

test.each([
  ['rejected-by-payer', refused('payer-rejected'), 'rejected'],
  ['denied', denied, 'denied'],
] as const)(
  'all that was decided is at stake at a replacement that is %s, what was left to the patient too',
  (status, end, list) => {
    const share = [queued, sent, payment(8_000, [adjust('PR', '3', 2_000)])];
    expect(listsOf('replacement', [queued, sent, end], share)).toEqual([
      status,
      'needs-you 100',
      `${list} 100`,
      'patient-balance 20',
    ]);
  },
);

test('a replacement that was paid, and leaves a share to the patient, asks for that alone', () => {
  const again = payment(7_000, [adjust('CO', '45', 1_000), adjust('PR', '3', 2_000)], '1', 'again');
  const back = payment(-8_000, [adjust('PR', '3', -2_000)], '22');
  expect(
    listsOf('replacement', [queued, sent, back, again], [payment(8_000, [adjust('PR', '3', 2_000)])]),
  ).toEqual(['partly-paid', 'needs-you 20', 'patient-balance 20']);
});

test('a correction that was refused is off the lists once a person closes it, or has let money go', () => {
  expect(listsOf('replacement', [queued, sent, denied, closed], [paidInFull])).toEqual(['denied']);
  const partly = payment(8_000, [adjust('CO', '97', 2_000)]);
  expect(listsOf('replacement', [queued, sent, denied, writtenOff('payer', 2_000)], [partly])).toEqual([
    'denied',
  ]);
});
