import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import {
  type Adjustment,
  type AwaitedAnswer,
  type ClaimEvent,
  type ClaimFact,
  type ClaimPaymentFact,
  describeEvent,
  foldClaim,
  patientBalance,
} from './index.ts';

const CHARGE = cents(10000);

function events(...facts: ClaimFact[]): ClaimEvent[] {
  return facts.map((fact, i) => ({
    id: String(i),
    at: `2026-11-22T10:00:${String(i).padStart(2, '0')}.000Z` as UtcInstant,
    source: { kind: 'system' },
    fact,
  }));
}

function payment(
  paid: number,
  adjustments: Adjustment[],
  claimStatusCode = '1',
  contentHash = `h${paid}${claimStatusCode}`,
): ClaimFact {
  const fact: ClaimPaymentFact = {
    paymentKey: 'k',
    contentHash,
    checkNumber: 'CHK1',
    paymentDate: '2026-11-30' as IsoDate,
    payerName: 'Sample Health Plan',
    claimStatusCode,
    payerClaimControlNumber: 'P1',
    charge: CHARGE,
    paid: cents(paid),
    adjustments,
  };
  return { type: 'payment', payment: fact };
}
const adjust = (group: string, reason: string, amount: number): Adjustment => ({
  group,
  reason,
  amount: cents(amount),
});

const patientPaid = (amount: number): ClaimFact => ({
  type: 'patient-paid',
  amount: cents(amount),
  paidOn: '2026-12-01' as IsoDate,
  method: 'card',
});
const writtenOff = (of: 'payer' | 'patient', amount: number): ClaimFact => ({
  type: 'written-off',
  of,
  amount: cents(amount),
  reason: 'courtesy',
});
const queued: ClaimFact = { type: 'queued' };
const sent: ClaimFact = { type: 'sent', outboundFileId: 'f', fileName: 'OATEST_837P_1.txt' };
const sendingAgain = (attempt: number): ClaimFact => ({ type: 'sending-again', fileName: 'f', attempt });
const fileAccepted: ClaimFact = { type: 'file-accepted', withErrors: false };
const refused = (
  type: 'file-rejected' | 'clearinghouse-rejected' | 'payer-rejected' | 'clearinghouse-pended',
): ClaimFact => ({
  type,
  codes: ['A7:562'],
  message: 'invented',
});
const accepted: ClaimFact = { type: 'clearinghouse-accepted' };
const withPayer: ClaimFact = { type: 'payer-accepted' };
const unclear: ClaimFact = { type: 'unclear', message: 'invented' };
const paidInFull = payment(8000, [adjust('CO', '45', 2000)]);
const reversal = payment(-8000, [adjust('CO', '45', -2000)], '22');

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

  test('is the same for any order and any repetition of what was learnt', () => {
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

/** Each as it may come: everything twice over, and in any order. */
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

describe('money', () => {
  test('the same payment in two files counts once', () => {
    expect(foldClaim(CHARGE, events(paidInFull, paidInFull)).money).toMatchObject({
      paid: 8000,
      contractual: 2000,
      open: 0,
    });
  });

  test('a crossover: what the first payer did stands once, the patient owes what the last payer says', () => {
    const primary = payment(8000, [adjust('PR', '2', 2000)], '19');
    const secondary = payment(2000, [adjust('OA', '23', 8000)], '2');
    const state = foldClaim(CHARGE, events(secondary, primary));
    expect(state.money).toMatchObject({
      paid: 10000,
      patientResponsibility: 0,
      otherAdjustments: 0,
      open: 0,
    });
    expect(state.status).toBe('paid');
  });

  test('a denial that was reversed decides nothing any more', () => {
    const denied = payment(0, [adjust('CO', '29', 10000)], '4');
    const takenBack = payment(0, [adjust('CO', '29', -10000)], '22');
    const corrected = payment(0, [adjust('PR', '1', 10000)], '1', 'corrected');
    const state = foldClaim(CHARGE, events(denied, takenBack, corrected));
    expect(state.status).toBe('partly-paid');
    expect(state.money).toMatchObject({ patientResponsibility: 10000, open: 0 });
  });

  test('under a denial nothing is written off, whatever the reason says', () => {
    expect(foldClaim(CHARGE, events(payment(0, [adjust('CO', '45', 10000)], '4'))).money).toMatchObject({
      contractual: 0,
      open: 10000,
    });
  });

  test('a denial is never written off: it stays open', () => {
    expect(foldClaim(CHARGE, events(payment(0, [adjust('CO', '29', 10000)], '4'))).money).toMatchObject({
      contractual: 0,
      open: 10000,
    });
  });

  test('charge is always paid + contractual + patient + other + written off + open', () => {
    const amount = fc.integer({ min: -20000, max: 20000 });
    const line = fc.record({
      group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
      reason: fc.constantFrom('45', '1', '97'),
      amount: amount.map(cents),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, fc.array(line))), (payments) => {
        const { money } = foldClaim(
          CHARGE,
          events(
            queued,
            ...payments.map(([paid, lines], i) => payment(paid, lines, '1', String(i))),
            ...payments.map(([amount], i) => writtenOff(i % 2 ? 'payer' : 'patient', amount)),
          ),
        );
        const { paid, contractual, patientResponsibility, otherAdjustments, writtenOff: gone, open } = money;
        expect(paid + contractual + patientResponsibility + otherAdjustments + gone + open).toBe(
          money.charge,
        );
      }),
    );
  });
});

test('what the first insurance leaves to the patient is open at the next one until that has decided', () => {
  const followed: ClaimFact = {
    type: 'followed',
    how: 'next-payer',
    claimId: 'second',
    patientControlNumber: 'C2',
  };
  const first = events(payment(6000, [adjust('CO', '45', 2000), adjust('PR', '2', 2000)]), followed);
  const waiting = foldClaim(CHARGE, events(queued, sent), first);
  expect(waiting.money).toMatchObject({ paid: 6000, patientResponsibility: 0, open: 2000 });
  const second = payment(1500, [adjust('OA', '23', 8000), adjust('PR', '2', 500)], '2');
  const decided = foldClaim(CHARGE, events(queued, second), first);
  expect(decided.money).toMatchObject({ paid: 7500, patientResponsibility: 500, open: 0 });
  const back: ClaimFact = { type: 'follow-up-cancelled', claimId: 'second' };
  expect(foldClaim(CHARGE, events(queued), [...first, ...events(back)]).money.patientResponsibility).toBe(
    2000,
  );
});

test('the patient`s share is told by deductible, coinsurance and copay, and what was paid of it twice is paid twice', () => {
  const { money } = foldClaim(
    CHARGE,
    events(
      payment(5000, [
        adjust('PR', '1', 1000),
        adjust('PR', '2', 500),
        adjust('PR', '3', 2500),
        adjust('PR', '96', 1000),
      ]),
      patientPaid(1000),
      patientPaid(1000),
      writtenOff('patient', 500),
    ),
  );
  expect(money.patientShares).toEqual({ deductible: 1000, coinsurance: 500, copay: 2500, other: 1000 });
  expect(money).toMatchObject({ patientResponsibility: 4500, patientPaid: 2000, writtenOff: 500, open: 0 });
  expect(patientBalance(money)).toBe(2500);
});

describe('several payers', () => {
  const primary = payment(7000, [adjust('CO', '45', 1000), adjust('PR', '2', 2000)], '19', 'primary');
  const after = (paid: number, lines: Adjustment[], code = '2') =>
    payment(paid, lines, code, `second${paid}${code}`);

  test('a later payer that repeats the whole reduction takes off its own, not that of the first once more', () => {
    const { money } = foldClaim(
      CHARGE,
      events(primary, after(500, [adjust('OA', '23', 7000), adjust('CO', '45', 2500)])),
    );
    expect(money).toMatchObject({ paid: 7500, contractual: 2500, patientResponsibility: 0, open: 0 });
  });

  test('a later payer that counts the first one`s reduction among what was done before adds nothing to it', () => {
    const { money } = foldClaim(
      CHARGE,
      events(primary, after(1500, [adjust('OA', '23', 8000), adjust('PR', '2', 500)])),
    );
    expect(money).toMatchObject({ paid: 8500, contractual: 1000, patientResponsibility: 500, open: 0 });
  });

  test('what the first payer refused is not let go because a later one counts it', () => {
    const refused = payment(4000, [
      adjust('CO', '45', 1000),
      adjust('CO', '97', 3000),
      adjust('PR', '2', 2000),
    ]);
    const { money } = foldClaim(CHARGE, events(refused, after(2000, [adjust('OA', '23', 8000)])));
    expect(money).toMatchObject({ paid: 6000, contractual: 1000, open: 3000 });
  });

  test('a denial of a later payer leaves its share to the patient once', () => {
    const state = foldClaim(
      CHARGE,
      events(primary, after(0, [adjust('OA', '23', 8000), adjust('PR', '204', 2000)], '4')),
    );
    expect(state.money).toMatchObject({ paid: 7000, patientResponsibility: 2000, open: 0 });
    expect(state.status).toBe('partly-paid');
  });

  test('a claim that the next insurance denied is denied, whatever the first one paid', () => {
    const followed: ClaimFact = {
      type: 'followed',
      how: 'next-payer',
      claimId: 'x',
      patientControlNumber: 'C2',
    };
    const denied = after(0, [adjust('OA', '23', 8000), adjust('CO', '22', 2000)], '4');
    expect(foldClaim(CHARGE, events(queued, denied), events(primary, followed)).status).toBe('denied');
  });

  test('a reversal takes back the payment of its own payer, though another paid as much', () => {
    const of = (fact: ClaimFact, payerName: string, number: string): ClaimFact =>
      fact.type === 'payment'
        ? { type: 'payment', payment: { ...fact.payment, payerName, payerClaimControlNumber: number } }
        : fact;
    const first = of(
      payment(5000, [adjust('CO', '45', 3000), adjust('PR', '2', 2000)], '1', 'a'),
      'FIRST',
      'A1',
    );
    const second = of(payment(5000, [adjust('OA', '23', 5000)], '2', 'b'), 'SECOND', 'B1');
    const back = of(payment(-5000, [], '22', 'c'), 'SECOND', 'B1');
    expect(foldClaim(CHARGE, events(first, second, back)).money).toMatchObject({
      paid: 5000,
      contractual: 3000,
      patientResponsibility: 2000,
    });
    const stranger = of(payment(-5000, [], '22', 'd'), 'THIRD', 'T1');
    expect(foldClaim(CHARGE, events(first, stranger)).money.paid).toBe(0);
  });

  test('the number for a replacement is the first payer`s, not that of one that it sent the claim on to', () => {
    const numbered = (fact: ClaimFact, number: string): ClaimFact =>
      fact.type === 'payment'
        ? { type: 'payment', payment: { ...fact.payment, payerClaimControlNumber: number } }
        : fact;
    const second = after(1500, [adjust('OA', '23', 8000), adjust('PR', '2', 500)]);
    const state = foldClaim(CHARGE, events(numbered(primary, 'MEDICARE1'), numbered(second, 'MEDIGAP1')));
    expect(state.payerClaimControlNumber).toBe('MEDICARE1');
  });
});

describe('silence', () => {
  const silent = (awaited: AwaitedAnswer): ClaimFact => ({ type: 'silent', awaited });
  test.each([
    [[queued, sent], null],
    [[queued, sent, silent('file-acknowledgement')], 'file-acknowledgement'],
    [[queued, sent, silent('file-acknowledgement'), fileAccepted], null],
    [
      [fileAccepted, silent('file-acknowledgement'), silent('claim-acknowledgement')],
      'claim-acknowledgement',
    ],
    [[silent('claim-acknowledgement'), accepted], null],
    [[silent('claim-acknowledgement'), accepted, silent('remittance')], 'remittance'],
    [[silent('remittance'), paidInFull], null],
    [[silent('remittance'), refused('payer-rejected')], null],
    [[accepted, silent('payer-acknowledgement')], 'payer-acknowledgement'],
    [[accepted, silent('payer-acknowledgement'), withPayer], null],
    [[refused('clearinghouse-pended'), silent('end-of-pend')], 'end-of-pend'],
    [[refused('clearinghouse-pended'), silent('end-of-pend'), accepted], null],
    [[accepted, refused('clearinghouse-pended'), silent('end-of-pend')], 'end-of-pend'],
  ] as const)('%j is about %s', (facts, awaited) => {
    expect(foldClaim(CHARGE, events(...facts)).silence?.awaited ?? null).toBe(awaited);
  });

  test.each([
    [[queued], null],
    [[queued, sent], 'file-acknowledgement'],
    [[queued, sent, fileAccepted], 'claim-acknowledgement'],
    [[sent, accepted], 'payer-acknowledgement'],
    [[sent, accepted, refused('clearinghouse-pended')], 'end-of-pend'],
    [[sent, withPayer], 'remittance'],
    [[sent, paidInFull], null],
    [[sent, { type: 'delivery-unknown', fileName: 'f' } as ClaimFact, refused('file-rejected')], null],
    [[sent, silent('file-acknowledgement')], null],
    [[sent, silent('file-acknowledgement'), fileAccepted], 'claim-acknowledgement'],
    [[sent, { type: 'closed', reason: 'invented' } as ClaimFact], null],
  ] as const)('after %j it is looked out for %s', (facts, awaits) => {
    expect(foldClaim(CHARGE, events(...facts)).awaits).toBe(awaits);
  });
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

describe('timeline words', () => {
  test.each([
    [sent, 'Sent to Office Ally'],
    [fileAccepted, 'Office Ally accepted the file'],
    [paidInFull, 'Sample Health Plan paid $80.00'],
    [reversal, 'Sample Health Plan took back $80.00'],
    [payment(0, [adjust('CO', '29', 10000)], '4'), 'Sample Health Plan denied the claim'],
    [payment(0, [adjust('OA', '18', 10000)], '4'), 'Sample Health Plan denied the claim'],
    [payment(0, [adjust('CO', '45', 10000)], '4'), 'Sample Health Plan denied the claim'],
    [payment(8000, [], '25'), 'Sample Health Plan expects to pay $80.00'],
    [payment(0, [], '23'), 'Sample Health Plan sent the claim on to another payer'],
  ])('%j reads "%s"', (fact, title) => {
    const [event] = events(fact);
    expect(event && describeEvent(event, 'Office Ally').title).toBe(title);
  });
});

test('what was paid on the claims that it follows counts in its money, and is no decision on it', () => {
  const before = events(payment(4000, [adjust('CO', '45', 1000)]));
  const waiting = foldClaim(CHARGE, events(queued), before);
  expect(waiting.status).toBe('queued');
  expect(waiting.money).toMatchObject({ paid: 4000, contractual: 1000, open: 5000 });
  const decided = foldClaim(CHARGE, events(queued, payment(5000, [], '2', 'second')), before);
  expect(decided.status).toBe('paid');
  expect(decided.money).toMatchObject({ paid: 9000, contractual: 1000, open: 0 });
});
