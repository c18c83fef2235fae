/** What a payer decided on each line of a claim, as the next payer is told (2430). */
import {
  ADJUSTMENT_GROUPS,
  type Claim,
  type LineAdjudication,
  type OtherCoverage,
  type ServiceLine,
} from '../claim/index.ts';
import type { Adjustment, ClaimPaymentFact, LinePaymentFact } from '../lifecycle/index.ts';
import { matchLines } from '../matching/index.ts';
import { cents, sumCents } from '../values/index.ts';

/** Of each line of the claim. */
export type LineDecisions = readonly (readonly LineAdjudication[])[];

export const isByLine = (lines: LineDecisions): boolean =>
  lines.some((adjudications) => adjudications.length > 0);

interface Answer {
  readonly paid: LinePaymentFact;
  readonly on: ClaimPaymentFact;
}

/**
 * Each line with what all the payments that stand say of it: one decision for each code that the payer made of it, and on a line that was
 * bundled into another one, which that is.
 */
export function adjudicated(
  { claim, patientControlNumber }: { readonly claim: Claim; readonly patientControlNumber: string },
  payments: readonly ClaimPaymentFact[],
  payerId: string,
): LineDecisions {
  const of = new Map<number, Answer[]>();
  for (const payment of payments) {
    const { lines = [] } = payment;
    matchLines(patientControlNumber, claim.serviceLines, lines).forEach((match, at) => {
      const paid = lines[at];
      if (match.kind !== 'matched' || !paid) return;
      of.set(match.line, [...(of.get(match.line) ?? []), { paid, on: payment }]);
    });
  }
  const bundled = bundledInto(of);
  return claim.serviceLines.map((line, at) => {
    const answers = standingCodes(of.get(at) ?? []);
    return codesOf(answers).map((code) => ({
      ...adjudicationOf(
        payerId,
        line,
        answers.filter(({ paid }) => codeOf(paid) === code),
      ),
      ...bundled.get(at),
    }));
  });
}

const codesOf = (answers: readonly Answer[]): readonly string[] => [
  ...new Set(answers.map(({ paid }) => codeOf(paid))),
];
const codeOf = ({ procedureCode, modifiers }: LinePaymentFact): string =>
  [procedureCode, ...modifiers].join(' ');

/** Without a code that was taken back, as the line was decided anew under another one. */
function standingCodes(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter((one) => {
    const same = answers.filter(({ paid }) => codeOf(paid) === codeOf(one.paid));
    return same.every(({ paid }) => paid.charge >= 0) || !comesToNothing(same);
  });
}

const comesToNothing = (answers: readonly Answer[]): boolean =>
  sumCents(answers.map(({ paid }) => paid.charge)) === 0 &&
  sumCents(answers.map(({ paid }) => paid.paid)) === 0 &&
  merged(answers.flatMap(({ paid }) => paid.adjustments)).length === 0;

/**
 * Lines of which nothing is paid because they were made one with another that carries the payment, by their places from 0: where several
 * billed lines come back under one code, and one of them alone is paid.
 */
function bundledInto(
  answers: ReadonlyMap<number, readonly Answer[]>,
): ReadonlyMap<number, Pick<LineAdjudication, 'bundledLineNumber'>> {
  const lines = [...answers].map(([place, all]) => ({
    place,
    codes: codesOf(all),
    paid: sumCents(all.map((one) => one.paid.paid)),
    isRecoded: all.every((one) => one.paid.submittedProcedureCode !== undefined),
  }));
  const found = new Map<number, Pick<LineAdjudication, 'bundledLineNumber'>>();
  for (const { place, codes, paid, isRecoded } of lines) {
    const [code] = codes;
    if (!isRecoded || paid !== 0 || codes.length !== 1 || code === undefined) continue;
    const carriers = lines.filter(
      (other) => other.place !== place && other.codes.includes(code) && other.paid > 0,
    );
    const [into] = carriers;
    if (into && carriers.length === 1) found.set(place, { bundledLineNumber: into.place + 1 });
  }
  return found;
}

/** Of one code. */
function adjudicationOf(payerId: string, line: ServiceLine, answers: readonly Answer[]): LineAdjudication {
  const last = answers.at(-1) as Answer;
  const adjustments = merged(answers.flatMap(({ paid }) => paid.adjustments));
  const patients = sumCents(adjustments.flatMap(({ group, amount }) => (group === 'PR' ? amount : [])));
  return {
    payerId,
    paidAmount: sumCents(answers.map(({ paid }) => paid.paid)),
    ...(line.procedureCodeQualifier && { procedureCodeQualifier: line.procedureCodeQualifier }),
    procedureCode: last.paid.procedureCode,
    modifiers: [...last.paid.modifiers],
    paidUnits: last.paid.units ?? line.units,
    ...(adjustments.length > 0 && { adjustments }),
    adjudicationDate: last.on.paymentDate,
    ...(patients > 0 && { remainingPatientLiability: patients }),
  };
}

/** One adjustment a group and reason; what adds up to nothing is left out. */
export function merged(adjustments: readonly Adjustment[]): NonNullable<OtherCoverage['adjustments']> {
  const sums = new Map<
    string,
    { group: (typeof ADJUSTMENT_GROUPS)[number]; reason: string; amount: number }
  >();
  for (const { group, reason, amount } of adjustments) {
    const known = ADJUSTMENT_GROUPS.find((each) => each === group);
    if (!known) continue;
    const sum = sums.get(`${known}-${reason}`) ?? { group: known, reason, amount: 0 };
    sums.set(`${known}-${reason}`, { ...sum, amount: sum.amount + amount });
  }
  return [...sums.values()].flatMap((sum) => (sum.amount === 0 ? [] : { ...sum, amount: cents(sum.amount) }));
}
