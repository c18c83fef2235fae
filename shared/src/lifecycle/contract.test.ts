/** What is written off by contract where several decisions speak of one charge, and what stays open. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import { type Adjustment, type ClaimFact, foldClaim } from './index.ts';
import { adjust, CHARGE, events, payment, queued, sent } from './testing.ts';

interface Told {
  readonly by?: string;
  readonly on?: string;
  readonly code?: string;
  readonly charge?: number;
}

/** In dollars; `[group, reason, amount]`. */
function told(
  paid: number,
  parts: readonly (readonly [string, string, number])[],
  more: Told = {},
): ClaimFact {
  const { by = 'FIRST', on = '2026-11-01', code = '1', charge } = more;
  const lines: Adjustment[] = parts.map(([group, reason, amount]) => adjust(group, reason, amount * 100));
  const fact = payment(paid * 100, lines, code, `${by} ${on} ${paid}`);
  if (fact.type !== 'payment') return fact;
  return {
    ...fact,
    payment: {
      ...fact.payment,
      payerName: by,
      paymentDate: on as IsoDate,
      ...(charge !== undefined && { charge: cents(charge * 100) }),
    },
  };
}

const second = (paid: number, parts: readonly (readonly [string, string, number])[], code = '2') =>
  told(paid, parts, { by: 'SECOND', on: '2026-11-20', code });
const later = (paid: number, parts: readonly (readonly [string, string, number])[], more: Told = {}) =>
  told(paid, parts, { on: '2026-12-10', ...more });

const toSecond: ClaimFact = {
  type: 'followed',
  how: 'next-payer',
  claimId: 'second',
  patientControlNumber: 'C2',
};

/** In dollars: as `foldClaim` has it of one claim, in any order, or of two where the second insurance was billed from here. */
function moneyOf(...claims: readonly (readonly ClaimFact[])[]) {
  const [own = [], ...before] = claims.map((facts) => events(...facts)).reverse();
  const { money, status } = foldClaim(CHARGE, own, ...before.reverse());
  const turned = foldClaim(CHARGE, own.toReversed(), ...before.map((facts) => facts.toReversed()));
  expect(turned.money).toEqual(money);
  const inDollars = (amount: number) => amount / 100;
  return {
    status,
    paid: inDollars(money.paid),
    contractual: inDollars(money.contractual),
    patient: inDollars(money.patientResponsibility),
    open: inDollars(money.open),
  };
}

const CO = (amount: number) => ['CO', '45', amount] as const;
const PR = (amount: number) => ['PR', '2', amount] as const;
const DENIED = (amount: number) => ['CO', '50', amount] as const;
const OA23 = (amount: number) => ['OA', '23', amount] as const;
const B13 = (amount: number) => ['OA', 'B13', amount] as const;

const first = told(60, [CO(20), PR(20)]);
const deductible = told(0, [CO(40), ['PR', '1', 60]]);
const refused = told(40, [CO(10), DENIED(30), PR(20)]);

describe('of two payers', () => {
  test.each([
    ['counts it (OA 23)', first, second(15, [OA23(80), PR(5)]), [75, 20, 5, 0]],
    [
      'counts what was paid alone, and takes off by a rule of its own',
      first,
      second(20, [OA23(60), ['OA', '45', 20]]),
      [80, 20, 0, 0],
    ],
    ['repeats it', deductible, second(50, [CO(40), PR(10)]), [50, 40, 10, 0]],
    ['repeats it, and leaves nothing', deductible, second(60, [CO(40)]), [60, 40, 0, 0]],
    ['answers as if it were the first', first, second(20, [CO(80)], '1'), [80, 20, 0, 0]],
    [
      'leaves all to the patient as if it were the first',
      first,
      second(0, [CO(20), ['PR', '1', 80]], '1'),
      [60, 20, 20, 0],
    ],
    ['allows less', first, second(5, [OA23(60), CO(35)]), [65, 35, 0, 0]],
    ['allows more', told(60, [CO(40)]), second(20, [OA23(60), CO(5), PR(15)]), [80, 5, 15, 0]],
    ['pays all that there is', first, second(40, [OA23(60)]), [100, 0, 0, 0]],
    [
      'counts nothing, and decides on more of the charge',
      told(0, [DENIED(100)], { code: '4' }),
      second(50, [CO(40), PR(10)]),
      [50, 40, 10, 0],
    ],
  ] as const)(
    'the second one %s: each cent is somebody`s once',
    (_how, one, other, [paid, contractual, patient, open]) => {
      const expected = { paid, contractual, patient, open };
      expect(moneyOf([queued, sent, one, toSecond], [queued, sent, other])).toMatchObject(expected);
      // Sent on by the first one itself, under one number.
      if (one.type !== 'payment' || one.payment.claimStatusCode === '4') return;
      const sentOn: ClaimFact = { ...one, payment: { ...one.payment, claimStatusCode: '19' } };
      expect(moneyOf([queued, sent, sentOn, other])).toMatchObject(expected);
    },
  );

  test.each([
    ['counts it', second(20, [OA23(80)])],
    ['counts what was paid, and takes the rest off', second(0, [OA23(40), CO(60)])],
    ['takes off all that it does not pay', second(20, [CO(80)])],
  ] as const)('what the first one refused stays open where the second %s', (_how, other) => {
    expect(moneyOf([queued, sent, refused, toSecond], [queued, sent, other])).toMatchObject({ open: 30 });
  });

  test('what the second one pays of what the first one refused is by its contract', () => {
    const both = told(60, [CO(10), DENIED(30)]);
    expect(moneyOf([queued, both, toSecond], [queued, second(15, [OA23(70), CO(15)])])).toMatchObject({
      contractual: 25,
      open: 0,
    });
  });

  test('an insurer that is both the first and the second has its second turn', () => {
    const own = told(20, [CO(80)], { on: '2026-11-20' });
    expect(moneyOf([queued, first, toSecond], [queued, own])).toMatchObject({ patient: 0, open: 0 });
  });
});

describe('what one payer pays more after its first decision', () => {
  const appealed = told(40, [CO(20), DENIED(40)]);
  const withShare = told(40, [CO(20), DENIED(30), PR(10)]);

  test.each([
    ['with the first part counted (B13)', appealed, later(40, [CO(20), B13(40)]), [80, 20, 0, 0]],
    ['with all before counted', appealed, later(40, [B13(60)]), [80, 20, 0, 0]],
    ['with the first part among what it takes off', appealed, later(40, [CO(60)]), [80, 20, 0, 0]],
    ['of the line alone', appealed, later(40, [], { charge: 40 }), [80, 20, 0, 0]],
    [
      'of the line alone, with its own reduction',
      appealed,
      later(15, [CO(25)], { charge: 40 }),
      [55, 45, 0, 0],
    ],
    ['with the share repeated', withShare, later(30, [CO(20), PR(10), B13(40)]), [70, 20, 10, 0]],
    ['with a share of what was refused', withShare, later(24, [PR(6), B13(70)]), [64, 20, 16, 0]],
    ['without a word of the share', withShare, later(30, [CO(70)]), [70, 20, 10, 0]],
    ['with a part of it still refused', appealed, later(20, [CO(20), DENIED(20), B13(40)]), [60, 20, 0, 20]],
    [
      'with a part of it still refused, uncounted',
      appealed,
      later(20, [CO(60), DENIED(20)]),
      [60, 20, 0, 20],
    ],
    [
      'as the contract was kept too low',
      told(40, [CO(50), PR(10)]),
      later(20, [CO(30), PR(10), B13(40)]),
      [60, 30, 10, 0],
    ],
  ] as const)('%s', (_how, one, more, [paid, contractual, patient, open]) => {
    expect(moneyOf([queued, one, more])).toMatchObject({ paid, contractual, patient, open });
  });

  test('is paid by the first one after the second one was billed, too', () => {
    const more = later(30, [CO(10), PR(20), B13(40)]);
    expect(moneyOf([queued, refused, toSecond, more], [queued, second(20, [OA23(80)])])).toMatchObject({
      paid: 90,
      contractual: 10,
      open: 0,
    });
  });

  test('is too much where it is the same decision again, or more than there is', () => {
    const again = later(60, [CO(20), PR(20)]);
    expect(moneyOf([queued, first, again])).toMatchObject({ contractual: 20, patient: 20, open: -60 });
    const half = [told(45, [CO(20), PR(35)]), later(45, [CO(20), PR(35)])];
    expect(moneyOf([queued, ...half])).toMatchObject({ contractual: 20, patient: 35, open: -45 });
    const other = later(65, [CO(15), PR(20)]);
    expect(moneyOf([queued, first, other])).toMatchObject({ contractual: 20, open: -65 });
  });

  test('is no other part of a claim that was split', () => {
    const parts = [
      told(20, [CO(10), PR(10)], { charge: 40 }),
      told(40, [CO(20)], { charge: 60, on: '2026-11-02' }),
    ];
    expect(moneyOf([queued, ...parts])).toMatchObject({ paid: 60, contractual: 30, patient: 10, open: 0 });
    const equal = [told(40, [CO(10)], { charge: 50 }), later(40, [CO(10)], { charge: 50 })];
    expect(moneyOf([queued, ...equal])).toMatchObject({ paid: 80, contractual: 20, open: 0 });
  });
});

test('what two payers paid as the first gives way to what went back of it', () => {
  const both = [queued, first, second(80, [CO(20)], '1')];
  const back: ClaimFact = {
    type: 'refunded',
    how: 'sent',
    amount: cents(6_000),
    paidOn: '2026-12-12' as IsoDate,
    reference: '1001',
  };
  expect(moneyOf(both)).toMatchObject({ status: 'unknown', paid: 140, open: -40 });
  expect(moneyOf([...both, back])).toMatchObject({ paid: 80, contractual: 20, open: 0 });
});

test('of two decisions that add up nothing is below zero, and nothing is written off that none takes off', () => {
  const part = fc.integer({ min: 0, max: 100 });
  const decision = fc.tuple(part, part, part).map(([a, b, c]) => {
    const [x = 0, y = 0, z = 0] = [a, b, c].toSorted((one, other) => one - other);
    return [x, y - x, z - y, 100 - z] as const;
  });
  fc.assert(
    fc.property(decision, decision, ([paid, off, no, share], [more, lessOff, still, owes]) => {
      fc.pre(paid > 0 && more > 0 && paid + more + owes <= 100);
      const one = told(paid, [CO(off), DENIED(no), PR(share)]);
      const other = second(more, [CO(lessOff), DENIED(still), PR(owes)]);
      const money = moneyOf([queued, one, toSecond], [queued, other]);
      expect(money.paid + money.contractual + money.patient + money.open).toBe(100);
      expect(money.contractual).toBeLessThanOrEqual(Math.max(off, lessOff));
      expect(money.patient).toBe(owes);
      for (const amount of [money.contractual, money.open]) expect(amount).toBeGreaterThanOrEqual(0);
    }),
  );
});
