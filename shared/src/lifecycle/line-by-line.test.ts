/** A payer that takes lines, or all of it, back and decides anew: whatever came before, each line stands as it was decided last. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import {
  type Adjustment,
  type ClaimFact,
  type ClaimPaymentFact,
  foldClaim,
  type LinePaymentFact,
} from './index.ts';
import { adjust, CHARGE, events } from './testing.ts';

/** Of one line, in tenths of its charge: what was paid of it, and what is the patient's; the rest is off by contract. */
interface Decided {
  readonly paid: number;
  readonly patient: number;
}
/** All of it. */
const REFUSED: Decided = { paid: 0, patient: 0 };
const isRefused = ({ paid, patient }: Decided): boolean => paid + patient === 0;

const decided = fc
  .integer({ min: 1, max: 9 })
  .chain((tenths) =>
    fc.constantFrom<Decided>(
      { paid: tenths, patient: 0 },
      { paid: 0, patient: tenths },
      { paid: tenths / 2, patient: (10 - tenths) / 2 },
    ),
  );

/** The first decision on both lines, then lines, or both, that are taken back and decided anew. */
const histories = fc.record({
  first: fc.tuple(decided, decided),
  later: fc.array(
    fc.record({
      line: fc.constantFrom(0, 1, 'both' as const),
      anew: fc.tuple(decided, decided),
      isRefused: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
  order: fc.infiniteStream(fc.double({ noNaN: true })),
});

/** Charges of the two lines; of lines of one charge only their numbers tell which is meant. */
const CLAIMS = [
  { name: 'lines of two charges', charges: [6_000, 4_000], isNumbered: false },
  { name: 'lines of one charge, by their numbers', charges: [5_000, 5_000], isNumbered: true },
] as const;
type Billed = (typeof CLAIMS)[number];
type Parts = readonly (readonly [line: number, decided: Decided])[];

let told = 0;
function payment({ charges, isNumbered }: Billed, day: number, statusCode: string, parts: Parts): ClaimFact {
  told += 1;
  const sign = statusCode === '22' ? -1 : 1;
  const lines = parts.map(([line, one]): LinePaymentFact => {
    const charge = charges[line] ?? 0;
    const part = (tenths: number) => cents((charge / 10) * tenths * sign);
    const rest = part(10 - one.paid - one.patient);
    const off = isRefused(one) ? adjust('CO', '50', rest) : adjust('CO', '45', rest);
    const adjustments: Adjustment[] = [off, adjust('PR', '2', part(one.patient))];
    return {
      ...(isNumbered && { lineControlNumber: `C1L${line + 1}` }),
      procedureCode: '97110',
      modifiers: [],
      charge: part(10),
      paid: part(one.paid),
      adjustments: adjustments.filter(({ amount }) => amount !== 0),
      remarkCodes: [],
    };
  });
  const sum = (of: (line: LinePaymentFact) => number) =>
    cents(lines.reduce((total, line) => total + of(line), 0));
  const fact: ClaimPaymentFact = {
    paymentKey: `k${told}`,
    contentHash: `h${told}`,
    checkNumber: `CHK${told}`,
    paymentDate: `2026-11-${10 + day}` as IsoDate,
    payerName: 'Sample Health Plan',
    claimStatusCode: statusCode,
    payerClaimControlNumber: 'P1',
    charge: sum(({ charge }) => charge),
    paid: sum(({ paid }) => paid),
    adjustments: lines.flatMap(({ adjustments }) => adjustments),
    ...(isNumbered && { lines }),
  };
  return { type: 'payment', payment: fact };
}

test.each(CLAIMS)(
  '$name: paid, written off, left to the patient and open are those of the last decision on each, in any order',
  (billed) => {
    fc.assert(
      fc.property(histories, ({ first, later, order }) => {
        const lines: Decided[] = [...first];
        const facts: ClaimFact[] = [payment(billed, 0, '1', [...first.entries()])];
        for (const [at, { line, anew, isRefused: isDenied }] of later.entries()) {
          const which = line === 'both' ? [0, 1] : [line];
          facts.push(
            payment(
              billed,
              at + 1,
              '22',
              which.map((each) => [each, lines[each] ?? REFUSED] as const),
            ),
          );
          // Of both, one at least is paid or left to the patient: a denial of all has its own rules.
          for (const each of which)
            lines[each] = isDenied && line !== 'both' ? REFUSED : (anew[each] ?? REFUSED);
          const status = which.every((each) => isRefused(lines[each] ?? REFUSED)) ? '4' : '1';
          facts.push(
            payment(
              billed,
              at + 1,
              status,
              which.map((each) => [each, lines[each] ?? REFUSED] as const),
            ),
          );
        }
        const shuffled = events(...facts)
          .map((event) => ({ event, place: order.next().value }))
          .sort((a, b) => Number(a.place) - Number(b.place))
          .map(({ event }) => event);
        const sum = (of: (one: Decided) => number) =>
          lines.reduce((total, one, line) => total + ((billed.charges[line] ?? 0) / 10) * of(one), 0);
        const rest = ({ paid, patient }: Decided) => 10 - paid - patient;
        expect(foldClaim(CHARGE, shuffled).money).toMatchObject({
          paid: sum(({ paid }) => paid),
          patientResponsibility: sum(({ patient }) => patient),
          contractual: sum((one) => (isRefused(one) ? 0 : rest(one))),
          open: sum((one) => (isRefused(one) ? rest(one) : 0)),
        });
      }),
      { numRuns: 2_000 },
    );
  },
);
