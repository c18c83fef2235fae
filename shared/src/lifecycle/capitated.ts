/** Whether what is open on a claim was refused as paid by a capitation (CO 24), and by no payer for anything else. */
import { sumCents } from '../values/index.ts';
import { CAPITATION, decisionsIn, isPaidElsewhere } from './denial.ts';
import type { ClaimEvent } from './events.ts';
import type { ClaimMoney } from './money.ts';

/** All of what is open. Whether it is a capitation, or a plan that the patient is in should have been billed, a person knows. */
export function isOpenCapitated(
  events: readonly ClaimEvent[],
  { charge, open }: Pick<ClaimMoney, 'charge' | 'open'>,
): boolean {
  const decisions = decisionsIn(events, charge);
  if (open <= 0 || decisions.length === 0) return false;
  if (decisions.every(isPaidElsewhere)) return true;
  const capitated = decisions
    .flatMap(({ adjustments }) => adjustments)
    .filter(({ group, reason }) => group !== 'PR' && reason === CAPITATION);
  return sumCents(capitated.map(({ amount }) => amount)) === open;
}
