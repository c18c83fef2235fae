/** What an answer says of each kind of service, for people: covered or not, and what the patient pays. Nothing is guessed. */
import type { OtherBenefit, ServiceBenefits } from '@claimside/shared/benefits';
import { benefitsIn, type EligibilityAnswer, rejectionsIn } from '../answer/answer.ts';
import type { Benefit } from '../answer/model.ts';
import { costsOf } from './costs.ts';
import { coveragesOf, isCoverage, stateOf } from './coverage.ts';
import { WHOLE_PLAN } from './detail.ts';

export interface BenefitsAsked {
  /** EQ01 codes; all that the answer names when left out, the plan as a whole first. */
  readonly serviceTypes?: readonly string[];
}

/** EB01. */
const COPAY = 'B';
const COINSURANCE = 'A';
const DEDUCTIBLE = 'C';
const OUT_OF_POCKET = 'G';
const LIMIT = 'F';
const COSTS = new Set([COPAY, COINSURANCE, DEDUCTIBLE, OUT_OF_POCKET, LIMIT]);

/**
 * One for each kind of service. What is said of the plan as a whole (30), or of no service by name, stands beside what is
 * said of the service, marked as such; what is said of other services does not. Where the payer gave several of a kind, each
 * is kept with what tells it from the others.
 */
export function benefitsOf(
  answer: EligibilityAnswer,
  { serviceTypes }: BenefitsAsked = {},
): ServiceBenefits[] {
  return (serviceTypes ?? serviceTypesIn(answer)).map((serviceType) => serviceBenefits(answer, serviceType));
}

/** Those that the answer names, in their order, the plan as a whole first. */
export function serviceTypesIn(answer: EligibilityAnswer): string[] {
  const named = new Set(benefitsIn(answer).flatMap((benefit) => benefit.serviceTypes));
  const isAboutNone = benefitsIn(answer).some(isOfNoService);
  const others = [...named].filter((each) => each !== WHOLE_PLAN);
  return named.has(WHOLE_PLAN) || isAboutNone ? [WHOLE_PLAN, ...others] : others;
}

function serviceBenefits(answer: EligibilityAnswer, serviceType: string): ServiceBenefits {
  const own = benefitsIn(answer).filter((benefit) => benefit.serviceTypes.includes(serviceType));
  const around = benefitsIn(answer).filter(
    (benefit) =>
      !own.includes(benefit) && (benefit.serviceTypes.includes(WHOLE_PLAN) || isOfNoService(benefit)),
  );
  const all = [...own, ...around];
  const costs = (information: string) =>
    costsOf(
      all.filter((benefit) => benefit.information === information),
      serviceType,
    );
  const rejections = rejectionsIn(answer)
    .filter(({ benefit }) => benefit === undefined || all.includes(benefit))
    .map(({ rejection: { reason, followUp } }) => ({ reason, followUp }));
  const coverages = coveragesOf(all, serviceType);
  return {
    serviceType,
    ...stateOf(coverages, serviceType, rejections.length > 0),
    coverages,
    copays: costs(COPAY),
    coinsurances: costs(COINSURANCE),
    deductibles: costs(DEDUCTIBLE),
    outOfPocket: costs(OUT_OF_POCKET),
    limits: costs(LIMIT),
    others: all.filter(isOther).map((benefit) => otherOf(benefit, serviceType)),
    rejections,
  };
}

/** A benefit of one procedure names no service, and is not of the plan. */
const isOfNoService = ({ serviceTypes, procedure }: Benefit) =>
  serviceTypes.length === 0 && procedure === undefined;

const isOfProcedure = ({ serviceTypes, procedure }: Benefit) =>
  serviceTypes.length === 0 && procedure !== undefined;

/** A coverage has no place for amounts. */
const saysMore = (benefit: Benefit) =>
  isCoverage(benefit) &&
  [benefit.amount, benefit.percent, benefit.quantity, benefit.timePeriod].some((each) => each !== undefined);

const isOther = (benefit: Benefit) => !isCoverage(benefit) && !COSTS.has(benefit.information);

/** All that no kind of service has told: other insurances, providers, notes, benefits of one procedure. */
export function othersIn(answer: EligibilityAnswer): OtherBenefit[] {
  return benefitsIn(answer)
    .filter((benefit) => isOther(benefit) || isOfProcedure(benefit) || saysMore(benefit))
    .map((benefit) => otherOf(benefit, WHOLE_PLAN));
}

function otherOf(benefit: Benefit, serviceType: string): OtherBenefit {
  const { information, serviceTypes } = benefit;
  const [cost = { scope: 'unsaid' as const }] = costsOf([benefit], serviceType);
  return { ...cost, information, serviceTypes };
}
