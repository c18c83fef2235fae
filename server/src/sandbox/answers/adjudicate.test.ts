import type { Claim } from '@claimside/shared/claim';
import { cents, type IsoDate } from '@claimside/shared/values';
import { describe, expect, test } from 'vitest';
import { scenarioOf } from '../scenarios.ts';
import { aClaim } from '../testing-claims.ts';
import { adjudicate, adjudicateAfter, isAfterOther, reverse, TERMS } from './adjudicate.ts';
import type { JudgedClaim } from './judged.ts';

/** Lines of $325.01 and $108.49. */
const CLAIM: JudgedClaim = {
  claim: aClaim('W1'),
  patientControlNumber: 'C1',
  statedCharge: cents(43_350),
  position: {
    patientControlNumber: 'C1',
    transactionSetControlNumber: '0001',
    firstOrdinal: 7,
    lastOrdinal: 20,
  },
  scenario: scenarioOf('W1'),
  clearinghouseClaimId: '2900000001',
  payerClaimControlNumber: 'SBX2900000001',
};

const summary = (payment: ReturnType<typeof adjudicate>) => ({
  paid: payment.paidAmount,
  patient: payment.patientResponsibility,
  lines: payment.lines.map(({ paidAmount, adjustments }) => [
    paidAmount,
    adjustments.map(({ group, reason, amount }) => `${group} ${reason} ${amount}`).join(', '),
  ]),
});

describe('adjudication', () => {
  test('paid: 80 % of each charge rounded down to the cent, the rest is CO 45', () => {
    expect(summary(adjudicate(CLAIM, TERMS.paid))).toEqual({
      paid: 34_679,
      patient: 0,
      lines: [
        [26_000, 'CO 45 6501'],
        [8679, 'CO 45 2170'],
      ],
    });
  });

  test('partial: the deductible is used up before coinsurance is counted, and only once per claim', () => {
    expect(summary(adjudicate(CLAIM, TERMS.partial))).toEqual({
      paid: 16_800 + 6944,
      patient: 5000 + 4200 + 1735,
      lines: [
        [16_800, 'CO 45 6501, PR 1 5000, PR 2 4200'],
        [6944, 'CO 45 2170, PR 2 1735'],
      ],
    });
  });

  test('after another payer: 80 % of the share that it left; all else is the earlier payers` (OA 23)', () => {
    const [first, second] = CLAIM.claim.serviceLines;
    const adjudication = (left: number) => ({
      payerId: 'TEST1',
      paidAmount: cents(0),
      procedureCode: '99214',
      modifiers: [],
      paidUnits: 1,
      adjustments: [{ group: 'PR' as const, reason: '2', amount: cents(left) }],
      adjudicationDate: '2026-11-20' as IsoDate,
    });
    const claim: Claim = {
      ...CLAIM.claim,
      coverage: { ...CLAIM.claim.coverage, rank: 'S' },
      serviceLines: [
        { ...first, adjudications: [adjudication(5_000)] },
        { ...second, adjudications: [adjudication(1)] },
      ] as Claim['serviceLines'],
    };
    expect(isAfterOther(CLAIM)).toBe(false);
    expect(isAfterOther({ ...CLAIM, claim })).toBe(true);
    const payment = adjudicateAfter({ ...CLAIM, claim });
    expect(payment.statusCode).toBe('2');
    expect(summary(payment)).toEqual({
      paid: 4_000,
      patient: 1_001,
      lines: [
        [4_000, 'OA 23 27501, PR 2 1000'],
        [0, 'OA 23 10848, PR 2 1'],
      ],
    });
  });

  test('copay: never more than what is allowed; what is left goes to the next line', () => {
    const small = aClaim('W1');
    const [first, second] = small.serviceLines;
    const lines = [{ ...first, chargeAmount: cents(1000) }, second];
    const claim = aClaim('W1', { serviceLines: lines as typeof small.serviceLines });
    expect(summary(adjudicate({ ...CLAIM, claim }, TERMS.copay)).lines).toEqual([
      [0, 'CO 45 200, PR 3 800'],
      [8679 - 1700, 'CO 45 2170, PR 3 1700'],
    ]);
  });

  test('denied: claim status 4, nothing paid, the whole charge under CO 197', () => {
    const payment = adjudicate(CLAIM, TERMS.denied);
    expect(payment.statusCode).toBe('4');
    expect(summary(payment)).toEqual({
      paid: 0,
      patient: 0,
      lines: [
        [0, 'CO 197 32501'],
        [0, 'CO 197 10849'],
      ],
    });
  });

  test('a reversal turns every sign and leaves no negative zero', () => {
    const payment = adjudicate(CLAIM, TERMS.partial);
    const back = reverse(payment);
    expect(back.statusCode).toBe('22');
    expect(back.chargeAmount + payment.chargeAmount).toBe(0);
    expect(summary(back)).toEqual({
      paid: -23_744,
      patient: -10_935,
      lines: [
        [-16_800, 'CO 45 -6501, PR 1 -5000, PR 2 -4200'],
        [-6944, 'CO 45 -2170, PR 2 -1735'],
      ],
    });
    expect(Object.is(reverse(adjudicate(CLAIM, TERMS.denied)).paidAmount, 0)).toBe(true);
  });

  test('each line carries its own control number (REF*6R) back', () => {
    const { claim } = CLAIM;
    const serviceLines = claim.serviceLines.map((line, index) => ({
      ...line,
      lineItemControlNumber: `C1-${index + 1}`,
    }));
    const numbered = { ...CLAIM, claim: { ...claim, serviceLines } };
    expect(adjudicate(numbered, TERMS.paid).lines.map((line) => line.lineControlNumber)).toEqual([
      'C1-1',
      'C1-2',
    ]);
  });
});
