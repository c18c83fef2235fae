/** For tests: claims and what a payer answers to their lines, with the truth of which answers which. */
import fc from 'fast-check';
import { cents, type IsoDate } from '../values/index.ts';
import { type AnsweredLine, type BilledLine, lineControlNumber } from './lines.ts';

export interface AnsweredClaim {
  readonly claimNumber: string;
  readonly billed: readonly BilledLine[];
  readonly answered: readonly AnsweredLine[];
  /** Of each answered line the place of the one it answers. */
  readonly truth: readonly number[];
  /** Every line is answered. */
  readonly isWhole: boolean;
}

const CODES = ['99213', '99214', '97110', '97112', '97140', '97530', 'J1030', '20610'];
const modifiers = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  { weight: 5, arbitrary: fc.subarray(['25', '59', 'GP', 'RT'], { minLength: 1, maxLength: 2 }) },
);
const serviceDate = fc.constantFrom('2026-11-16', '2026-11-18').map((day) => day as IsoDate);

/** Of few codes and charges, so that lines are much alike: that is where a match goes wrong. */
const alikeLines = fc.array(
  fc.record<BilledLine>({
    procedureCode: fc.constantFrom(...CODES),
    modifiers,
    chargeAmount: fc.constantFrom(4_800, 9_600, 14_000, 18_500).map(cents),
    serviceDate,
  }),
  { minLength: 1, maxLength: 8 },
);

/** As visits are: each code once, at the practice's fee; one visit in twenty has a code twice. */
const usualLines = fc
  .tuple(
    fc.shuffledSubarray(CODES, { minLength: 1 }),
    fc.array(modifiers, { minLength: 9, maxLength: 9 }),
    fc.nat(19),
  )
  .map(([codes, ofLines, chance]) => {
    const [first] = codes;
    const all = first !== undefined && chance === 0 ? [...codes, first] : codes;
    return all.map(
      (procedureCode, at): BilledLine => ({
        procedureCode,
        modifiers: ofLines[at] ?? [],
        chargeAmount: cents(4_800 + 1_000 * CODES.indexOf(procedureCode)),
        serviceDate: '2026-11-16' as IsoDate,
      }),
    );
  });

/** What the payer does to one line. */
const habit = fc.record({
  drops: fc.constantFrom('nothing', 'nothing', 'first', 'all'),
  codes: fc.constantFrom('as billed', 'as billed', 'as billed', 'another', 'split'),
  isLeftOut: fc.integer({ min: 0, max: 19 }).map((chance) => chance === 0),
});

export const alikeClaim = answeredClaim(alikeLines);
export const usualClaim = answeredClaim(usualLines);

function answeredClaim(claimLines: fc.Arbitrary<BilledLine[]>): fc.Arbitrary<AnsweredClaim> {
  return fc
    .record({
      lines: claimLines,
      habits: fc.array(habit, { minLength: 9, maxLength: 9 }),
      numbersLines: fc.boolean(),
      namesDays: fc.boolean(),
      isReversal: fc.constantFrom(false, false, false, true),
      order: fc.array(fc.nat(), { minLength: 18, maxLength: 18 }),
    })
    .map(({ lines, habits, order, ...payer }) => {
      const said = lines.flatMap((one, at) =>
        answersTo(one, at, habits[at], payer).map((answer, part) => ({
          answer,
          at,
          rank: order[at + part * 9] ?? 0,
        })),
      );
      said.sort((a, b) => a.rank - b.rank);
      return {
        claimNumber: CLAIM,
        billed: lines,
        answered: said.map(({ answer }) => answer),
        truth: said.map(({ at }) => at),
        isWhole: new Set(said.map(({ at }) => at)).size === lines.length,
      };
    });
}

const CLAIM = 'C23456789B';

function answersTo(
  billed: BilledLine,
  at: number,
  habit: { drops: string; codes: string; isLeftOut: boolean } | undefined,
  payer: { numbersLines: boolean; namesDays: boolean; isReversal: boolean },
): AnsweredLine[] {
  if (!habit || habit.isLeftOut) return [];
  const modifiers =
    { nothing: billed.modifiers, first: billed.modifiers.slice(1), all: [] }[habit.drops] ?? [];
  const charge = cents(payer.isReversal ? -billed.chargeAmount : billed.chargeAmount);
  const known = {
    ...(payer.numbersLines && { lineControlNumber: lineControlNumber(CLAIM, at + 1) }),
    ...(payer.namesDays && { serviceDate: billed.serviceDate }),
  };
  if (habit.codes === 'as billed')
    return [{ ...known, procedureCode: billed.procedureCode, modifiers, charge }];
  const recoded = {
    ...known,
    procedureCode: 'G0283',
    modifiers: [],
    submittedProcedureCode: billed.procedureCode,
    ...(modifiers.length > 0 && { submittedModifiers: modifiers }),
  };
  if (habit.codes === 'another') return [{ ...recoded, charge }];
  return [
    { ...recoded, charge },
    { ...recoded, procedureCode: 'G0281', charge: cents(0) },
  ];
}
