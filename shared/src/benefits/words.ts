/** What a payer tells of one kind of service, in sentences for the front desk. */
import {
  chargeSentence,
  limitSentence,
  periodWords,
  soFarWords,
  totalSentence,
  valueWords,
} from './cost-words.ts';
import { type AlreadyTold, detailWords, levelWords, planWords } from './detail-words.ts';
import { INFORMATION, labelOf } from './labels.ts';
import type { Coverage, OtherBenefit, PatientCost, ServiceBenefits } from './model.ts';
import { rejectionSentences } from './rejection-words.ts';
import { forService, spokenService } from './service-words.ts';
import { stateSentence } from './state-words.ts';

export interface SentenceOptions {
  /** Without it, what is said of the plan as a whole is left out where another place tells it. */
  readonly withPlan?: boolean;
  /** The plan, where another place names it. */
  readonly told?: AlreadyTold;
  /** `each of these`, where the same is told of several kinds of service at once. */
  readonly name?: string;
}

/**
 * `Active: GOLD 123 PLAN. Copay $25.00 for an office visit, in network. Deductible: …`; the refusals behind it. Several of a
 * kind are told one by one, each with what tells it from the others.
 */
export function benefitSentences(
  benefits: ServiceBenefits,
  { withPlan = true, told: toldBefore, name }: SentenceOptions = {},
): string[] {
  const { serviceType, copays, coinsurances, deductibles, outOfPocket, limits, rejections } = benefits;
  const service = spokenService(serviceType, name);
  const told = toldBefore ?? planOf(benefits.coverages);
  const isWanted = ({ scope }: PatientCost) => withPlan || scope === 'service';
  return [
    stateSentence(benefits, service, { withPlan, told: toldBefore ?? {} }),
    ...copays.filter(isWanted).map((cost) => chargeSentence('Copay', cost, service, told)),
    ...coinsurances.filter(isWanted).map((cost) => chargeSentence('Coinsurance', cost, service, told)),
    ...deductibles.filter(isWanted).map((cost) => totalSentence('Deductible', cost, service, told)),
    ...outOfPocket
      .filter(isWanted)
      .map((cost) => totalSentence('Out-of-pocket maximum', cost, service, told)),
    ...limits.filter(isWanted).map((limit) => limitSentence(limit, service, told)),
    ...(benefits.unknownAs === 'refused' ? [] : rejectionSentences(rejections)),
  ];
}

/** The plan that all coverages name alike: it need not be said again. */
function planOf(coverages: readonly Coverage[]): AlreadyTold {
  const [first, ...others] = coverages;
  if (!first || others.some((each) => planWords(each) !== planWords(first))) return {};
  const { planName, insuranceType } = first;
  return {
    ...(planName !== undefined && { planName }),
    ...(insuranceType !== undefined && { insuranceType }),
  };
}

/** `Another insurance: earlier payer MEDICARE, plan number 012345679C1.` */
export function otherSentence(other: OtherBenefit, told: AlreadyTold = {}): string {
  const { information, serviceTypes } = other;
  const what = labelOf(INFORMATION, information) ?? `Benefit information ${information || '(none)'}`;
  const services = serviceTypes.length === 0 ? '' : ` for ${serviceTypes.map(forService).join(', ')}`;
  const rest = `${levelWords(other)}${periodWords(other.period)}${soFarWords(other)}${detailWords(other, told)}`;
  const whole = `${valueWords(other)}${rest}`.replace(/^[, ]+/, '');
  // Who it is may say what the word before it has said.
  const said = whole.toLowerCase().startsWith(`${what.toLowerCase()} `)
    ? whole.slice(what.length + 1)
    : whole;
  return `${what}${services}${said === '' ? '' : `: ${said}`}.`;
}
