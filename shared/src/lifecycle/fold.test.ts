/** What a claim's status is, the same for any repetition of what was learnt; `arrival.test.ts` varies when it is learnt. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClaimFact, foldClaim } from './index.ts';
import {
  accepted,
  adjust,
  CHARGE,
  copyRefused,
  copyTaken,
  events,
  fileAccepted,
  paidInFull,
  patientPaid,
  payment,
  queued,
  refused,
  reversal,
  sendingAgain,
  sent,
  unclear,
  withPayer,
  writtenOff,
} from './testing.ts';

describe('status', () => {
  test.each([
    ['queued', [queued]],
    ['closed', [queued, { type: 'cancelled' } as ClaimFact]],
    ['file-failed', [queued, { type: 'withheld', message: 'invented' } as ClaimFact]],
    ['sent', [queued, sent]],
    ['unknown', [queued, { type: 'delivery-unknown', fileName: 'f' } as ClaimFact]],
    ['sent', [queued, { type: 'delivery-unknown', fileName: 'f' }, sent]],
    ['queued', [queued, { type: 'delivery-unknown', fileName: 'f' }, sendingAgain(1)]],
    [
      'unknown',
      [
        queued,
        { type: 'delivery-unknown', fileName: 'f', attempt: 1 },
        sendingAgain(1),
        { type: 'delivery-unknown', fileName: 'f', attempt: 2 },
      ],
    ],
    ['unknown', [queued, sent, copyRefused(1)]],
    ['sent', [queued, sent, copyRefused(1), copyTaken(1)]],
    ['unknown', [queued, sent, copyRefused(1), copyTaken(1), copyRefused(2)]],
    ['unknown', [queued, sent, copyRefused(1), sendingAgain(2)]],
    ['file-accepted', [queued, sent, copyRefused(1), fileAccepted]],
    ['file-failed', [queued, sent, copyRefused(1), refused('file-rejected')]],
    ['file-accepted', [queued, sent, fileAccepted]],
    ['file-accepted', [queued, { type: 'delivery-unknown', fileName: 'f' } as ClaimFact, fileAccepted]],
    ['file-failed', [queued, sent, refused('file-rejected')]],
    ['at-clearinghouse', [queued, sent, fileAccepted, accepted]],
    ['pended', [queued, sent, fileAccepted, refused('clearinghouse-pended')]],
    ['at-clearinghouse', [queued, sent, refused('clearinghouse-pended'), accepted]],
    ['rejected-by-clearinghouse', [queued, sent, fileAccepted, refused('clearinghouse-rejected')]],
    ['with-payer', [queued, sent, fileAccepted, accepted, withPayer]],
    ['rejected-by-payer', [queued, sent, accepted, withPayer, refused('payer-rejected')]],
    ['unknown', [queued, sent, refused('clearinghouse-rejected'), withPayer]],
    ['paid', [queued, sent, paidInFull]],
    ['partly-paid', [queued, sent, payment(5000, [adjust('CO', '45', 2000), adjust('PR', '3', 3000)])]],
    ['partly-paid', [queued, sent, payment(5000, [adjust('CO', '45', 2000), adjust('CO', '97', 3000)])]],
    ['partly-paid', [queued, sent, payment(0, [adjust('PR', '1', 10000)])]],
    ['denied', [queued, sent, payment(0, [adjust('CO', '29', 10000)], '4')]],
    ['denied', [queued, sent, payment(0, [adjust('CO', '50', 10000)], '1')]],
    ['reversed', [queued, sent, paidInFull, reversal]],
    [
      'partly-paid',
      [paidInFull, reversal, payment(6000, [adjust('CO', '45', 2000), adjust('PR', '2', 2000)], '1')],
    ],
    ['with-payer', [queued, sent, withPayer, payment(8000, [], '25')]],
    ['with-payer', [queued, sent, payment(0, [adjust('OA', '109', 10000)], '23')]],
    ['partly-paid', [payment(5000, [adjust('CO', '45', 2000), adjust('OA', '109', 3000)])]],
    ['partly-paid', [payment(5000, [adjust('CO', '45', 2000), adjust('PI', '97', 3000)])]],
    ['unknown', [queued, sent, fileAccepted, accepted, withPayer, unclear]],
    ['rejected-by-payer', [queued, sent, unclear, refused('payer-rejected')]],
    ['paid', [queued, sent, unclear, paidInFull]],
    ['pended', [queued, sent, accepted, refused('clearinghouse-pended')]],
    ['denied', [payment(0, [adjust('CO', '45', 10000)], '4')]],
    ['unknown', [paidInFull, payment(8000, [adjust('CO', '45', 2000)], '1', 'again')]],
    ['paid', [payment(5000, [adjust('CO', '45', 2000), adjust('PR', '3', 3000)]), patientPaid(3000)]],
    ['partly-paid', [payment(5000, [adjust('CO', '45', 2000), adjust('PR', '3', 3000)]), patientPaid(1000)]],
    [
      'paid',
      [payment(5000, [adjust('CO', '45', 2000), adjust('CO', '97', 3000)]), writtenOff('payer', 3000)],
    ],
    ['paid', [payment(0, [adjust('PR', '1', 10000)]), writtenOff('patient', 10000)]],
    ['denied', [payment(0, [adjust('CO', '29', 10000)], '4'), writtenOff('payer', 10000)]],
    ['unknown', [paidInFull, writtenOff('payer', 100)]],
    ['sent', [queued, sent, { type: 'silent', awaited: 'file-acknowledgement' }]],
  ] as const)('is %s', (status, facts) => {
    expect(foldClaim(CHARGE, events(...facts)).status).toBe(status);
  });

  test('is the same for any order in which its facts are given, each with its own time, and for any repetition', () => {
    const story = events(
      queued,
      sent,
      fileAccepted,
      accepted,
      withPayer,
      { type: 'silent', awaited: 'remittance' },
      paidInFull,
      reversal,
      payment(6000, [adjust('PR', '2', 4000)]),
      patientPaid(1000),
      patientPaid(1000),
      writtenOff('patient', 500),
      { type: 'closed', reason: 'invented' },
    );
    const straight = foldClaim(CHARGE, story);
    fc.assert(
      fc.property(fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 }), (shuffled) => {
        expect(foldClaim(CHARGE, shuffled)).toEqual(straight);
      }),
    );
  });
});

/** Each as it may come, everything twice over. */

test.each([
  ['a 999 after the 277CA', [queued, sent, accepted, fileAccepted], 'at-clearinghouse'],
  [
    'an ERA before every acknowledgement',
    [queued, sent, paidInFull, fileAccepted, accepted, withPayer],
    'paid',
  ],
  [
    'a second 277CA that rejects weeks later',
    [sent, fileAccepted, accepted, withPayer, refused('payer-rejected')],
    'rejected-by-payer',
  ],
  [
    'an EDI Status that says the same as the 277CA',
    [sent, accepted, withPayer, { type: 'payer-accepted', message: 'invented' } as ClaimFact],
    'with-payer',
  ],
  [
    'silence that was answered late',
    [
      queued,
      sent,
      { type: 'silent', awaited: 'file-acknowledgement' } as ClaimFact,
      fileAccepted,
      { type: 'silent', awaited: 'claim-acknowledgement' } as ClaimFact,
      accepted,
    ],
    'at-clearinghouse',
  ],
  [
    'a pend that ran out, and was taken after all',
    [
      sent,
      refused('clearinghouse-pended'),
      { type: 'silent', awaited: 'end-of-pend' } as ClaimFact,
      accepted,
      paidInFull,
    ],
    'paid',
  ],
] as const)('%s comes to the same, shuffled and repeated', (_what, facts, status) => {
  const story = events(...facts);
  const straight = foldClaim(CHARGE, story);
  expect(straight).toMatchObject({ status, silence: null });
  fc.assert(
    fc.property(fc.shuffledSubarray([...story, ...story], { minLength: story.length * 2 }), (shuffled) => {
      expect(foldClaim(CHARGE, shuffled)).toEqual(straight);
    }),
  );
});

test('a claim is closed until it is opened again', () => {
  const closed: ClaimFact = { type: 'closed', reason: 'invented' };
  const reopened: ClaimFact = { type: 'reopened' };
  const closings = [[], [closed], [closed, reopened], [closed, reopened, closed]];
  expect(closings.map((facts) => foldClaim(CHARGE, events(queued, ...facts)).isClosed)).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
