/** Where a claim's charge went, with one payer and with several. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import {
  type Adjustment,
  type ClaimFact,
  type ClaimPaymentFact,
  foldClaim,
  patientBalance,
} from './index.ts';
import {
  adjust,
  CHARGE,
  events,
  paidInFull,
  patientPaid,
  payment,
  queued,
  refused,
  sent,
  writtenOff,
} from './testing.ts';

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

  const refusedToPatient = payment(0, [adjust('PR', '27', 10000)], '4');
  const decidedAgain = payment(7000, [adjust('CO', '45', 2000), adjust('PR', '3', 1000)]);

  test.each([
    ['on the same claim', [], [refusedToPatient, decidedAgain]],
    ['in the other order', [], [decidedAgain, refusedToPatient]],
    ['on its replacement', [refusedToPatient], [decidedAgain]],
  ] as const)(
    'a decision takes the place of an earlier denial that nobody took back, %s',
    (_how, before, own) => {
      const state = foldClaim(CHARGE, events(...own), events(...before));
      expect(state.money).toMatchObject({
        paid: 7000,
        contractual: 2000,
        patientResponsibility: 1000,
        open: 0,
      });
      expect(state.status).toBe('partly-paid');
    },
  );

  test('a deductible takes the place of a denial that left all to the patient', () => {
    const state = foldClaim(CHARGE, events(refusedToPatient, payment(0, [adjust('PR', '1', 10000)])));
    expect(state.status).toBe('partly-paid');
    expect(state.money).toMatchObject({ patientResponsibility: 10000, open: 0 });
  });

  const changed = (fact: ClaimFact, changes: Partial<ClaimPaymentFact>): ClaimFact =>
    fact.type === 'payment' ? { type: 'payment', payment: { ...fact.payment, ...changes } } : fact;
  const toldOn = (day: string, fact: ClaimFact, paymentKey = 'k'): ClaimFact =>
    changed(fact, { paymentKey, paymentDate: day as IsoDate });
  const deductible = toldOn('2026-11-01', payment(0, [adjust('CO', '45', 2000), adjust('PR', '1', 8000)]));
  const later = toldOn('2026-12-01', payment(6000, [adjust('CO', '45', 2000), adjust('PR', '2', 2000)]));

  test.each([
    ['a payment with another share', [later], { paid: 6000, contractual: 2000, patientResponsibility: 2000 }],
    ['a payment of the same day', [toldOn('2026-11-01', later)], { paid: 6000, patientResponsibility: 2000 }],
    [
      'the same once more under another number',
      [toldOn('2026-11-01', deductible, 'again')],
      { contractual: 2000, patientResponsibility: 8000 },
    ],
    [
      'another share',
      [toldOn('2026-11-02', payment(0, [adjust('PR', '3', 10000)], '1', 'copay'))],
      { contractual: 0, patientResponsibility: 10000 },
    ],
  ] as const)(
    'a decision that paid nothing gives way to %s, which is not added to it',
    (_what, facts, money) => {
      for (const story of [
        [deductible, ...facts],
        [...facts, deductible],
      ])
        expect(foldClaim(CHARGE, events(...story))).toMatchObject({
          status: 'partly-paid',
          money: { ...money, open: 0 },
        });
    },
  );

  test('what gave way does not come back where the later payment is taken back', () => {
    const back = toldOn(
      '2026-12-02',
      payment(-6000, [adjust('CO', '45', -2000), adjust('PR', '2', -2000)], '22'),
    );
    expect(foldClaim(CHARGE, events(deductible, later, back))).toMatchObject({
      status: 'reversed',
      money: { patientResponsibility: 0, open: 10000 },
    });
  });

  test('a decision that paid nothing and was told twice is taken back once', () => {
    const back = toldOn(
      '2026-11-03',
      payment(0, [adjust('CO', '45', -2000), adjust('PR', '1', -8000)], '22'),
    );
    const again = toldOn('2026-11-01', deductible, 'again');
    expect(foldClaim(CHARGE, events(deductible, again, back)).status).toBe('reversed');
  });

  describe('a reversal that pays nothing and of which nothing is left to take back takes nothing', () => {
    const back = payment(0, [adjust('CO', '45', -2000), adjust('PR', '1', -8000)], '22');
    const corrected = toldOn(
      '2026-11-03',
      payment(6000, [adjust('CO', '45', 2000), adjust('PR', '2', 2000)], '1', 'corrected'),
    );
    const asCorrected = { paid: 6000, contractual: 2000, patientResponsibility: 2000, open: 0 };

    test('as the decision was never learnt', () => {
      const state = foldClaim(CHARGE, events(toldOn('2026-11-03', back), corrected));
      expect(state.money).toMatchObject(asCorrected);
    });

    test('as it is told twice under several numbers', () => {
      const told = events(
        toldOn('2026-11-01', deductible),
        toldOn('2026-11-03', back),
        toldOn('2026-11-04', back, 'again'),
      );
      expect(foldClaim(CHARGE, told)).toMatchObject({
        status: 'reversed',
        money: { patientResponsibility: 0, contractual: 0, open: 10000 },
      });
      expect(foldClaim(CHARGE, [...told, ...events(corrected)]).money).toMatchObject(asCorrected);
    });

    test('though another payer`s decision holds as much', () => {
      const less = payment(0, [adjust('CO', '45', -1000), adjust('PR', '1', -7000)], '22');
      const ofAnother = changed(less, { payerName: 'Invented Mutual', payerClaimControlNumber: 'M1' });
      const state = foldClaim(CHARGE, events(toldOn('2026-11-01', deductible), ofAnother));
      expect(state.money).toMatchObject({ patientResponsibility: 8000, contractual: 2000 });
    });

    test('but that of a part of a decision does', () => {
      const line = payment(0, [adjust('PR', '1', -3000)], '22');
      const part = changed(toldOn('2026-11-03', line), { charge: cents(-3000) });
      const state = foldClaim(CHARGE, events(toldOn('2026-11-01', deductible), part));
      expect(state.money).toMatchObject({ patientResponsibility: 5000, contractual: 2000, open: 3000 });
    });
  });

  test('a denial after a payment that was taken back stands, and does not give way to what the payment had overtaken', () => {
    const back = toldOn(
      '2026-12-02',
      payment(-6000, [adjust('CO', '45', -2000), adjust('PR', '2', -2000)], '22'),
    );
    for (const why of [adjust('CO', '197', 10000), adjust('OA', '18', 10000)]) {
      const denied = toldOn('2026-12-03', payment(0, [why], '4'));
      expect(foldClaim(CHARGE, events(deductible, later, back, denied)).status).toBe('denied');
    }
  });

  test('what is decided in the same words after it was taken back stands', () => {
    const back = toldOn(
      '2026-11-03',
      payment(0, [adjust('CO', '45', -2000), adjust('PR', '1', -8000)], '22'),
    );
    const again = toldOn('2026-11-03', deductible, 'again');
    expect(foldClaim(CHARGE, events(deductible, back, again)).status).toBe('partly-paid');
  });

  test('after a payment that nobody took back, a decision that pays nothing asks for a person', () => {
    const state = foldClaim(CHARGE, events(toldOn('2026-10-01', later), deductible));
    expect(state.status).toBe('unknown');
  });

  test('of a claim that was split, the part that was denied keeps its own word', () => {
    const part = (fact: ClaimFact, charge: number): ClaimFact =>
      fact.type === 'payment'
        ? { type: 'payment', payment: { ...fact.payment, charge: cents(charge) } }
        : fact;
    const denied = part(payment(0, [adjust('PR', '27', 4000)], '4'), 4000);
    const paid = part(payment(5000, [adjust('CO', '45', 1000)]), 6000);
    expect(foldClaim(CHARGE, events(denied, paid)).money).toMatchObject({
      patientResponsibility: 4000,
      open: 0,
    });
  });

  test('a denial that calls itself processed writes nothing off, nor beside what is paid later', () => {
    const denied = payment(0, [adjust('CO', '45', 3000), adjust('CO', '197', 7000)]);
    expect(foldClaim(CHARGE, events(denied))).toMatchObject({
      status: 'denied',
      money: { contractual: 0, open: 10000 },
    });
    const paid = payment(7000, [adjust('CO', '45', 3000)]);
    expect(foldClaim(CHARGE, events(paid), events(denied)).money).toMatchObject({
      contractual: 3000,
      open: 0,
    });
  });

  test('all of it off by contract and nothing paid is a denial, and stays open', () => {
    expect(foldClaim(CHARGE, events(payment(0, [adjust('CO', '45', 10000)])))).toMatchObject({
      status: 'denied',
      money: { contractual: 0, open: 10000 },
    });
  });

  test('a later payer that finds nothing left to pay has not denied: its contract holds', () => {
    const first = payment(7000, [adjust('CO', '45', 1000), adjust('PR', '2', 2000)]);
    const second = payment(0, [adjust('OA', '23', 7000), adjust('CO', '45', 3000)], '2');
    expect(foldClaim(CHARGE, events(first, second))).toMatchObject({
      status: 'paid',
      money: { paid: 7000, contractual: 3000, patientResponsibility: 0, open: 0 },
    });
  });

  const remarked = (fact: ClaimFact, ...remarkCodes: string[]): ClaimFact =>
    fact.type === 'payment' ? { type: 'payment', payment: { ...fact.payment, remarkCodes } } : fact;

  test.each([
    [
      'a bonus for quality',
      remarked(payment(8150, [adjust('CO', '45', 2000), adjust('CO', '144', -150)]), 'N807'),
      { contractual: 1850 },
    ],
    [
      'a bonus without its remark',
      payment(8150, [adjust('CO', '45', 2000), adjust('CO', '144', -150)]),
      { otherAdjustments: -150 },
    ],
    [
      'a penalty for quality',
      remarked(payment(7850, [adjust('CO', '45', 2000), adjust('CO', '237', 150)]), 'N807'),
      { contractual: 2150 },
    ],
    ['interest of the payer`s own', payment(10200, [adjust('PI', '225', -200)]), { otherAdjustments: -200 }],
    ['what was paid in excess', payment(10500, [adjust('CO', '94', -500)]), { otherAdjustments: -500 }],
    [
      'a line that takes up another',
      payment(8000, [adjust('CO', '45', 2000), adjust('CO', '97', 5000), adjust('CO', '94', -5000)]),
      { otherAdjustments: 0 },
    ],
  ] as const)('%s leaves a claim paid', (_what, fact, money) => {
    expect(foldClaim(CHARGE, events(fact))).toMatchObject({ status: 'paid', money: { ...money, open: 0 } });
  });

  test('what is added is taken back with the payment, though that is not known', () => {
    const back = payment(-8150, [adjust('CO', '45', -2000), adjust('CO', '144', 150)], '22');
    expect(foldClaim(CHARGE, events(back)).money).toMatchObject({
      contractual: -2000,
      otherAdjustments: 150,
      open: 20000,
    });
  });

  test('charge is always paid + contractual + patient + other + written off + open', () => {
    const amount = fc.integer({ min: -20000, max: 20000 });
    const line = fc.record({
      group: fc.constantFrom('CO', 'PR', 'OA', 'PI'),
      reason: fc.constantFrom('45', '1', '97', '94', '144'),
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

test('what was paid on the claims that it follows counts in its money, and is no decision on it', () => {
  const before = events(payment(4000, [adjust('CO', '45', 1000)]));
  const waiting = foldClaim(CHARGE, events(queued), before);
  expect(waiting.status).toBe('queued');
  expect(waiting.money).toMatchObject({ paid: 4000, contractual: 1000, open: 5000 });
  const decided = foldClaim(CHARGE, events(queued, payment(5000, [], '2', 'second')), before);
  expect(decided.status).toBe('paid');
  expect(decided.money).toMatchObject({ paid: 9000, contractual: 1000, open: 0 });
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

test('what a decision leaves to the patient is open while the payer decides on its replacement or void, and stands where that is refused', () => {
  const follows = (how: 'replacement' | 'void'): ClaimFact => ({
    type: 'followed',
    how,
    claimId: 'second',
    patientControlNumber: 'C2',
  });
  const denied = payment(0, [adjust('PR', '96', 10000)], '4');
  const first = events(denied, follows('replacement'));
  const money = (...facts: ClaimFact[]) => foldClaim(CHARGE, events(queued, sent, ...facts), first).money;
  expect(money()).toMatchObject({ patientResponsibility: 0, open: 10000 });
  expect(money(payment(8000, [], '25'))).toMatchObject({ patientResponsibility: 0, open: 10000 });
  expect(money(refused('payer-rejected'))).toMatchObject({ patientResponsibility: 10000, open: 0 });
  expect(money(payment(7000, [adjust('CO', '45', 2000), adjust('PR', '3', 1000)]))).toMatchObject({
    patientResponsibility: 1000,
    open: 0,
  });
  expect(foldClaim(CHARGE, events(queued), events(denied, follows('void'))).money).toMatchObject({
    patientResponsibility: 0,
  });
});

test('what the next insurance leaves to the patient is open while it decides on its replacement, and stands where that is refused', () => {
  const follows = (how: 'replacement' | 'next-payer'): ClaimFact => ({
    type: 'followed',
    how,
    claimId: 'next',
    patientControlNumber: 'C2',
  });
  const first = payment(6_000, [adjust('CO', '45', 2_000), adjust('PR', '2', 2_000)]);
  const second = payment(1_500, [adjust('OA', '23', 8_000), adjust('PR', '2', 500)], '2');
  const at = (minute: number, ...facts: ClaimFact[]) =>
    events(...facts).map((event) => ({ ...event, at: `2026-11-22T1${minute}:00:00.000Z` as UtcInstant }));
  const before = [at(0, first, follows('next-payer')), at(1, second, follows('replacement'))];
  const money = (...facts: ClaimFact[]) => foldClaim(CHARGE, at(2, queued, sent, ...facts), ...before).money;
  expect(money()).toMatchObject({ patientResponsibility: 0, open: 500 });
  expect(money(refused('payer-rejected'))).toMatchObject({ patientResponsibility: 500, open: 0 });
});

test('what was let go of a share that the payer took back since is no credit of the patient', () => {
  const copay = payment(6000, [adjust('CO', '45', 2000), adjust('PR', '3', 2000)], '1', 'first');
  const back = payment(-6000, [adjust('CO', '45', -2000), adjust('PR', '3', -2000)], '22');
  const corrected = payment(8000, [adjust('CO', '45', 2000)], '1', 'corrected');
  const state = foldClaim(CHARGE, events(copay, writtenOff('patient', 2000), back, corrected));
  expect(state).toMatchObject({
    status: 'paid',
    money: { patientResponsibility: 0, writtenOff: 0, open: 0 },
  });
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

  test.each([
    ['all of the charge', 10000, 2000],
    ['less than the first one left', 500, 500],
  ])(
    'a denial of the next insurance that leaves %s to the patient leaves no more than there is',
    (_, said, left) => {
      const followed: ClaimFact = {
        type: 'followed',
        how: 'next-payer',
        claimId: 'x',
        patientControlNumber: 'C2',
      };
      const denied = payment(0, [adjust('PR', '96', said), adjust('CO', '97', 10000 - said)], '4', 'denied');
      const state = foldClaim(CHARGE, events(queued, denied), events(primary, followed));
      expect(state).toMatchObject({
        status: 'denied',
        money: { paid: 7000, contractual: 1000, patientResponsibility: left, open: 2000 - left },
      });
      expect(Object.values(state.money.patientShares).reduce((sum, share) => sum + share, 0)).toBe(left);
    },
  );

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

  const by = (payerName: string, fact: ClaimFact): ClaimFact =>
    fact.type === 'payment' ? { type: 'payment', payment: { ...fact.payment, payerName } } : fact;
  const toSecond: ClaimFact = {
    type: 'followed',
    how: 'next-payer',
    claimId: 'x',
    patientControlNumber: 'C2',
  };

  test('a denial of the next insurance that does not say whose turn it is gives way to what that decides later', () => {
    const denied = by('SECOND', payment(0, [adjust('CO', '16', 10000)], '4', 'denied'));
    const decided = by('SECOND', after(0, [adjust('OA', '23', 8000), adjust('PR', '1', 2000)]));
    for (const before of [[by('FIRST', primary), toSecond], []])
      for (const own of [
        [denied, decided],
        [decided, denied],
      ])
        expect(foldClaim(CHARGE, events(...own), events(...before)).status).toBe('partly-paid');
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
