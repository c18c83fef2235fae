/** A payer that takes lines back and decides them anew: whatever came before, each line stands as it was decided last. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import { type Adjustment, type ClaimFact, type ClaimPaymentFact, foldClaim } from './index.ts';
import { adjust, CHARGE, events } from './testing.ts';

const LINES = [6_000, 4_000] as const;

/** Of one line: what was paid of it, and what is the patient's; the rest is off by contract, or refused where nothing was paid. */
interface Decided {
  readonly paid: number;
  readonly patient: number;
}
const REFUSED: Decided = { paid: 0, patient: 0 };
const isRefused = ({ paid, patient }: Decided): boolean => paid + patient === 0;

const adjustmentsOf = (line: number, one: Decided): Adjustment[] => {
  const { paid, patient } = one;
  const rest = (LINES[line] ?? 0) - paid - patient;
  const off = isRefused(one) ? adjust('CO', '50', rest) : adjust('CO', '45', rest);
  return [off, adjust('PR', '2', patient)].filter(({ amount }) => amount !== 0);
};

const decided = (line: number) =>
  fc
    .integer({ min: 1, max: 9 })
    .chain((tenths) =>
      fc.constantFrom<Decided>(
        { paid: ((LINES[line] ?? 0) / 10) * tenths, patient: 0 },
        { paid: 0, patient: ((LINES[line] ?? 0) / 10) * tenths },
        { paid: ((LINES[line] ?? 0) / 20) * tenths, patient: ((LINES[line] ?? 0) / 20) * (10 - tenths) },
      ),
    );

/** The first decision on both lines, then lines that are taken back and decided anew. */
const histories = fc.record({
  first: fc.tuple(decided(0), decided(1)),
  later: fc.array(
    fc.constantFrom(0, 1).chain((line) =>
      fc.record({
        line: fc.constant(line),
        anew: fc.oneof(decided(line), fc.constant(REFUSED)),
      }),
    ),
    { maxLength: 3 },
  ),
  order: fc.infiniteStream(fc.double({ noNaN: true })),
});

const day = (place: number) => `2026-11-${10 + place}` as IsoDate;

let told = 0;
function payment(
  place: number,
  statusCode: string,
  parts: readonly (readonly [line: number, decided: Decided])[],
): ClaimFact {
  told += 1;
  const sign = statusCode === '22' ? -1 : 1;
  const fact: ClaimPaymentFact = {
    paymentKey: `k${told}`,
    contentHash: `h${told}`,
    checkNumber: `CHK${told}`,
    paymentDate: day(place),
    payerName: 'Sample Health Plan',
    claimStatusCode: statusCode,
    payerClaimControlNumber: 'P1',
    charge: cents(parts.reduce((sum, [line]) => sum + (LINES[line] ?? 0) * sign, 0)),
    paid: cents(parts.reduce((sum, [, { paid }]) => sum + paid * sign, 0)),
    adjustments: parts
      .flatMap(([line, one]) => adjustmentsOf(line, one))
      .map((each) => ({ ...each, amount: cents(each.amount * sign) })),
  };
  return { type: 'payment', payment: fact };
}

test('paid, written off, left to the patient and open are those of the last decision on each line, in any order', () => {
  fc.assert(
    fc.property(histories, ({ first, later, order }) => {
      const lines: Decided[] = [...first];
      const facts: ClaimFact[] = [payment(0, '1', [...first.entries()])];
      for (const [at, { line, anew }] of later.entries()) {
        const before = lines[line] ?? REFUSED;
        facts.push(payment(at + 1, '22', [[line, before]]));
        facts.push(payment(at + 1, isRefused(anew) ? '4' : '1', [[line, anew]]));
        lines[line] = anew;
      }
      const shuffled = events(...facts)
        .map((event) => ({ event, place: order.next().value }))
        .sort((a, b) => Number(a.place) - Number(b.place))
        .map(({ event }) => event);
      const sum = (of: (one: Decided, charge: number) => number) =>
        lines.reduce((total, one, line) => total + of(one, LINES[line] ?? 0), 0);
      const rest = ({ paid, patient }: Decided, charge: number) => charge - paid - patient;
      expect(foldClaim(CHARGE, shuffled).money).toMatchObject({
        paid: sum(({ paid }) => paid),
        patientResponsibility: sum(({ patient }) => patient),
        contractual: sum((one, charge) => (isRefused(one) ? 0 : rest(one, charge))),
        open: sum((one, charge) => (isRefused(one) ? rest(one, charge) : 0)),
      });
    }),
    { numRuns: 2_000 },
  );
});
