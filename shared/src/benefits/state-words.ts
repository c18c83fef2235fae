/** Whether there is a benefit, in a sentence: active, not active, not covered, depends, or not known and why. */
import { type AlreadyTold, detailWords, otherLevelWords, planWords } from './detail-words.ts';
import type { Coverage, ServiceBenefits } from './model.ts';
import { rejectionSentences } from './rejection-words.ts';
import type { SpokenService } from './service-words.ts';

const STATE = {
  active: 'Active',
  inactive: 'Not active',
  'not-covered': 'Not covered',
  unknown: 'Not known',
} as const;
const PENDING = ', while the payer looks into it';

export interface StateContext {
  /** Whether what is said of the plan as a whole is told here. */
  readonly withPlan: boolean;
  readonly told: AlreadyTold;
}

/** `Active: GOLD 123 PLAN (HMO).` */
export function stateSentence(
  benefits: ServiceBenefits,
  service: SpokenService,
  { withPlan, told }: StateContext,
): string {
  const { name, isPlan } = service;
  const { state, isOfPlanOnly, coverages } = benefits;
  if (state === 'unknown') return unknownSentence(benefits, service, told);
  if (state === 'depends')
    return `It depends: ${unique(coverages.map((each) => coverageWords(each, isPlan, told))).join('; ')}.`;
  const pending = coverages.some(({ isPending }) => isPending) ? PENDING : '';
  const subject = isOfPlanOnly ? `The plan is ${STATE[state].toLowerCase()}` : STATE[state];
  const details = withPlan || !isOfPlanOnly ? behindState(coverages, told) : '';
  const ofPlan = isOfPlanOnly ? ` Whether ${name} is covered the payer does not say.` : '';
  return `${subject}${pending}${details}.${ofPlan}`;
}

function unknownSentence(
  { unknownAs, coverages, rejections }: ServiceBenefits,
  { name, isPlan }: SpokenService,
  told: AlreadyTold,
): string {
  const said = detailsOf(coverages, told);
  const details = said.length === 0 ? '' : ` (${said.join('; ')})`;
  switch (unknownAs) {
    case 'refused':
      return [`Not known${details}.`, ...rejectionSentences(rejections)].join(' ');
    case 'payer-cannot-tell':
      return `Not known: the payer can not tell here${details}. Call the payer.`;
    default: {
      // A word about one procedure is none about the service.
      const only = coverages.map((each) => `, only: ${coverageWords(each, isPlan, told)}`).join('');
      return `Not known: the payer does not say whether ${name} is covered${only}. Call the payer, or ask for it by itself.`;
    }
  }
}

/** `: GOLD 123 PLAN`, ` for the family`, `, in network`. */
function behindState(coverages: readonly Coverage[], told: AlreadyTold): string {
  const [first, ...others] = detailsOf(coverages, told);
  if (first === undefined) return '';
  const hasPlan = coverages.some((each) => planWords(each, told) !== '');
  if (hasPlan || others.length > 0) return `: ${[first, ...others].join('; ')}`;
  return first.startsWith('for ') ? ` ${first}` : `, ${first}`;
}

function coverageWords(coverage: Coverage, isPlan: boolean, told: AlreadyTold): string {
  const ofPlan = coverage.scope === 'plan' && !isPlan ? 'the plan as a whole is ' : '';
  const detail = coverageDetail(coverage, told);
  return `${ofPlan}${STATE[coverage.state].toLowerCase()}${coverage.isPending ? PENDING : ''}${detail === '' ? '' : ` (${detail})`}`;
}

function detailsOf(coverages: readonly Coverage[], told: AlreadyTold): string[] {
  return unique(coverages.map((each) => coverageDetail(each, told)).filter((words) => words !== ''));
}

/** `GOLD 123 PLAN (HMO) for the family, in network`. */
function coverageDetail(coverage: Coverage, told: AlreadyTold): string {
  const { planName: _, insuranceType: __, ...detail } = coverage;
  const rest = `${otherLevelWords(coverage)}${detailWords(detail)}`;
  return `${planWords(coverage, told)}${rest}`.replace(/^[, ]+/, '');
}

const unique = (texts: readonly string[]) => [...new Set(texts)];
