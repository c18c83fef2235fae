/** Whether a payer allowed less than its contract says, line by line. */
import type { Claim } from '../claim/index.ts';
import type { LinePaymentFact } from '../lifecycle/index.ts';
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

/**
 * How much less was allowed than the contract says, in all; zero where it was kept, or nothing is known. No more than the charge
 * is owed by any contract. A line of which nothing was allowed was refused, not underpaid.
 */
export function shortfall(
  claim: Pick<Claim, 'serviceLines'>,
  paid: readonly LinePaymentFact[],
  rates: ContractRates,
): Cents {
  const allowed = sumBy(paid, allowedOf);
  const charged = sumBy(claim.serviceLines, ({ chargeAmount }) => chargeAmount);
  const units = sumBy(claim.serviceLines, (line) => (line.unitOfMeasure === undefined ? line.units : 0));
  let short = 0;
  for (const [key, sum] of allowed) {
    const rate = rates[key] ?? rates[key.slice(0, 5)];
    if (rate === undefined || sum <= 0) continue;
    const owed = Math.min(Math.round(rate * (units.get(key) ?? 0)), charged.get(key) ?? 0);
    short += Math.max(owed - sum, 0);
  }
  return cents(short);
}

/** AMT*B6, else what was paid and what the patient is to pay. */
function allowedOf({ allowed, paid, adjustments }: LinePaymentFact): number {
  const ofPatient = adjustments.flatMap(({ group, amount }) => (group === 'PR' ? amount : []));
  return allowed ?? sumCents([paid, ...ofPatient]);
}

function sumBy<T extends Parameters<typeof procedureKey>[0]>(
  lines: readonly T[],
  of: (line: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const line of lines) sums.set(procedureKey(line), (sums.get(procedureKey(line)) ?? 0) + of(line));
  return sums;
}
