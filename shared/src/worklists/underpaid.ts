/** Whether a payer allowed less than its contract says, line by line. */
import type { Claim } from '../claim/index.ts';
import type { LinePaymentFact } from '../lifecycle/index.ts';
import { matchLines } from '../matching/index.ts';
import { type Cents, cents, sumCents } from '../values/index.ts';

/** What the payer allows for one unit, by `procedureKey`. */
export type ContractRates = Readonly<Record<string, Cents | number>>;

/** The procedure as contracts name it: `99214`, or `99214-25` with its modifiers in order. */
export function procedureKey(procedure: {
  readonly procedureCode: string;
  readonly modifiers: readonly string[];
}): string {
  return [procedure.procedureCode, ...[...procedure.modifiers].sort()].join('-');
}

/** Its number (CLM01) and its lines, which answers are matched with. */
export interface BilledClaim extends Pick<Claim, 'serviceLines'> {
  readonly patientControlNumber: string;
}

/**
 * How much less was allowed than the contract says, in all; zero where it was kept, or nothing is known. No more than the charge
 * is owed by any contract. A line of which nothing was allowed was refused, not underpaid. `payments` are the lines of each payment
 * of one payer. Answers of which nobody can tell which line they are about are looked at together with all lines of their procedure.
 */
export function shortfall(
  { patientControlNumber, serviceLines }: BilledClaim,
  payments: readonly (readonly LinePaymentFact[])[],
  rates: ContractRates,
): Cents {
  const answers = payments.flatMap((lines) => {
    const matches = matchLines(patientControlNumber, serviceLines, lines);
    return lines.map((line, at) => ({ line, match: matches[at] }));
  });
  const keyOf = ({ line, match }: (typeof answers)[number]) => {
    const billed = match?.kind === 'matched' ? serviceLines[match.line] : undefined;
    return procedureKey(billed ?? line);
  };
  const together = new Set(answers.flatMap((one) => (one.match?.kind === 'matched' ? [] : keyOf(one))));
  const placeOf = (place: number, key: string) => (together.has(key) ? key : `${place}`);
  const allowed = sumBy(answers, (one) => {
    const key = keyOf(one);
    const place = one.match?.kind === 'matched' ? placeOf(one.match.line, key) : key;
    return [place, allowedOf(one.line)];
  });
  const places = serviceLines.map((line, place) => ({ line, place: placeOf(place, procedureKey(line)) }));
  const charged = sumBy(places, ({ line, place }) => [place, line.chargeAmount]);
  const units = sumBy(places, ({ line, place }) => [
    place,
    line.unitOfMeasure === undefined ? line.units : 0,
  ]);
  let short = 0;
  for (const [place, { line }] of new Map(places.map((one) => [one.place, one]))) {
    const rate = rates[procedureKey(line)] ?? rates[line.procedureCode];
    const sum = allowed.get(place) ?? 0;
    if (rate === undefined || sum <= 0) continue;
    const owed = Math.min(Math.round(rate * (units.get(place) ?? 0)), charged.get(place) ?? 0);
    short += Math.max(owed - sum, 0);
  }
  return cents(short);
}

/** CO reasons by which less is paid of what was allowed, or more: sequestration (253), and Medicare's incentives. */
const OF_PAYMENT: readonly string[] = ['253', '144', '237'];

/** AMT*B6, else what was paid, what the patient is to pay, and what was kept back of it by law. */
function allowedOf({ allowed, paid, adjustments }: LinePaymentFact): number {
  const rest = adjustments.flatMap(({ group, reason, amount }) =>
    group === 'PR' || (group === 'CO' && OF_PAYMENT.includes(reason)) ? amount : [],
  );
  return allowed ?? sumCents([paid, ...rest]);
}

function sumBy<T>(all: readonly T[], of: (one: T) => readonly [string, number]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const one of all) {
    const [key, amount] = of(one);
    sums.set(key, (sums.get(key) ?? 0) + amount);
  }
  return sums;
}
