/** What a claim says that the patient paid at the visit (AMT*F5), against what is known to be paid on its account. */
import { type Cents, cents, sumCents } from '../values/index.ts';
import { isAtVisit } from './posted.ts';
import type { StandingAct } from './written-down.ts';

/**
 * By how much it says more than counts as paid at the visit; below zero, less. The claim speaks of all that the patient has paid by then
 * (TR3 837P, AMT*F5), so what it adds may have been written down before, as paid by card or in cash: that is the same money.
 * `paid`: what stands of the account's payments.
 */
export function saidAtVisit(said: Cents, paid: readonly StandingAct[]): Cents {
  const counted = paidAtVisit(paid);
  const otherwise = cents(sumOf(paid) - counted);
  return cents(Math.min(said, Math.max(counted, said - otherwise)) - counted);
}

/** What stands of it. */
const paidAtVisit = (paid: readonly StandingAct[]): Cents =>
  sumOf(paid.filter(({ fact }) => isAtVisit(fact)));

const sumOf = (paid: readonly StandingAct[]): Cents =>
  sumCents(paid.flatMap(({ fact, left }) => (fact.type === 'patient-paid' ? left : [])));

/** What a correction begins with: what was said, as far as it still counts; what was taken back since is no longer said. */
export function stillSaidAtVisit(said: Cents | undefined, paid: readonly StandingAct[]): Cents | undefined {
  const still = Math.min(Math.max(said ?? 0, paidAtVisit(paid)), sumOf(paid));
  return still === 0 ? undefined : cents(still);
}
