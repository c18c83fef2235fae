/** The copay that the payer asks for a visit, where it says one and no other. */
import type { EligibilityCheck, PracticeSettings } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import type { Cents } from '@claimside/shared/values';
import { askedOtherwise, serviceTypeIn } from './coverage-check/question.ts';

/**
 * Undefined where the answer is of another coverage or day's patient, of several plans, of another kind of service, or says
 * several amounts: a person reads those in the answer. What holds out of network alone is left out.
 */
export function copayTold(
  check: EligibilityCheck,
  draft: ClaimDraft,
  practice: PracticeSettings | null,
): Cents | undefined {
  if (check.outcome !== 'answered' || check.plans.length !== 1) return undefined;
  if (askedOtherwise(check, draft) !== undefined) return undefined;
  const serviceType = serviceTypeIn(draft, practice);
  const service = check.plans[0]?.services.find((each) => each.serviceType === serviceType);
  if (service?.state !== 'active') return undefined;
  const amounts = service.copays.flatMap(({ network, amount }) => (network === 'out' ? [] : [amount]));
  const [amount, ...others] = new Set(amounts);
  return others.length === 0 ? amount : undefined;
}
