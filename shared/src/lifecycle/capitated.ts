/** Whether what is open on a claim was refused as paid by a capitation (CO 24), and by no payer for anything else. */
import { sumCents } from '../values/index.ts';
import { isRefusedBy } from './buckets.ts';
import { CAPITATION, decisionsIn, isByContract } from './denial.ts';
import type { ClaimEvent } from './events.ts';
import type { ClaimMoney } from './money.ts';

/** All of what is open. Whether it is a capitation, or a plan that the patient is in should have been billed, a person knows. */
export function isOpenCapitated(
  events: readonly ClaimEvent[],
  { charge, open }: Pick<ClaimMoney, 'charge' | 'open'>,
): boolean {
  const refused = decisionsIn(events, charge).flatMap((payment) =>
    payment.adjustments.filter((each) => isRefusedBy(each, payment)),
  );
  const isCapitated = refused.some(({ reason }) => reason === CAPITATION);
  // Under a denial what the contract takes off is open, too.
  const isAll = refused.every((each) => each.reason === CAPITATION || isByContract(each));
  return isCapitated && isAll && open > 0 && open <= sumCents(refused.map(({ amount }) => amount));
}
