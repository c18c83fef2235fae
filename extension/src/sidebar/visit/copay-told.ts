/** The copay that the payer asks for a visit, where it says one and no other. */
import type { EligibilityCheck, PracticeSettings } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import { type Cents, daysBetween, type IsoDate, isIsoDate } from '@claimside/shared/values';
import { askedOtherwise, dayAsked, serviceTypeIn } from './coverage-check/question.ts';

/**
 * Undefined where the answer is of another coverage or time, of several plans, of another kind of service, or says
 * several amounts: a person reads those in the answer. What holds out of network alone is left out. `today`: the day of a visit
 * that has none yet.
 */
export function copayTold(
  check: EligibilityCheck,
  draft: ClaimDraft,
  practice: PracticeSettings | null,
  today: IsoDate,
): Cents | undefined {
  if (check.outcome !== 'answered' || check.plans.length !== 1) return undefined;
  if (askedOtherwise(check, draft) !== undefined) return undefined;
  if (!isOfThatDay(check.serviceDate, dayAsked(draft, today))) return undefined;
  const serviceType = serviceTypeIn(draft, practice);
  const service = check.plans[0]?.services.find((each) => each.serviceType === serviceType);
  if (service?.state !== 'active') return undefined;
  const amounts = service.copays.flatMap(({ network, amount }) => (network === 'out' ? [] : [amount]));
  const [amount, ...others] = new Set(amounts);
  return others.length === 0 ? amount : undefined;
}

/** Coverage is asked anew each month, and what a plan asks for changes with the year. */
const MOST_DAYS = 30;

/** What was asked for the day of the visit, or for one not long before it in its year. */
function isOfThatDay(asked: string, visit: IsoDate): boolean {
  if (!isIsoDate(asked)) return false;
  const days = daysBetween(asked, visit);
  return days >= 0 && days <= MOST_DAYS && asked.slice(0, 4) === visit.slice(0, 4);
}
