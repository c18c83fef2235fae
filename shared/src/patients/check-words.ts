/** What came of asking a payer about a patient, in a word and in sentences: for rows of a list, and files. */
import { adviseRejections } from '../advice/index.ts';
import type { CheckInShort, EligibilityCheck, PlanTold } from '../api/index.ts';
import { benefitSentences } from '../benefits/index.ts';

export interface CheckWord {
  readonly label: string;
  readonly tone: 'neutral' | 'good' | 'warning' | 'bad';
}

const STATE: Readonly<Record<State, CheckWord>> = {
  active: { label: 'Active', tone: 'good' },
  inactive: { label: 'Not active', tone: 'bad' },
  'not-covered': { label: 'Not covered', tone: 'bad' },
  depends: { label: 'It depends', tone: 'warning' },
  unknown: { label: 'Not known', tone: 'warning' },
};

export function checkWord({ outcome, state }: Pick<CheckInShort, 'outcome' | 'state'>): CheckWord {
  switch (outcome) {
    case 'asking':
      return { label: 'Asking', tone: 'neutral' };
    case 'refused':
      return { label: 'Refused', tone: 'warning' };
    case 'no-answer':
      return { label: 'No answer', tone: 'warning' };
    case 'answered':
      return STATE[state ?? 'unknown'];
  }
}

type State = NonNullable<CheckInShort['state']>;

/** Of several plans the patient needs one that counts: the others say nothing against it. */
const BEST_FIRST: readonly State[] = ['active', 'depends', 'unknown', 'inactive', 'not-covered'];

const stateOfPlan = ({ services }: PlanTold): State | undefined =>
  (services.find(({ serviceType }) => serviceType === PLAN) ?? services[0])?.state;

/** Of the plan as a whole; of several, of the one that counts. */
export function stateOfCheck({ plans }: Pick<EligibilityCheck, 'plans'>): CheckInShort['state'] {
  const states = plans.map(stateOfPlan);
  return BEST_FIRST.find((state) => states.includes(state)) ?? null;
}

/** Those that count first; each with its name where there are several: `Plan 2 of 2, GOLD PLAN`. */
export function plansInOrder({ plans }: Pick<EligibilityCheck, 'plans'>): { plan: PlanTold; name: string }[] {
  const place = (plan: PlanTold) => BEST_FIRST.indexOf(stateOfPlan(plan) ?? 'unknown');
  return plans
    .map((plan, at) => ({ plan, name: plans.length > 1 ? nameOfPlan(plan, at, plans.length) : '' }))
    .toSorted((one, other) => place(one.plan) - place(other.plan));
}

function nameOfPlan({ services }: PlanTold, at: number, of: number): string {
  const coverages = services.flatMap((service) => service.coverages);
  const named = coverages.find(({ planName }) => planName !== undefined)?.planName;
  return [`Plan ${at + 1} of ${of}`, named].filter(Boolean).join(', ');
}

/** EQ01 of the plan as a whole. */
export const PLAN = '30';

/** What was asked for beside the plan as a whole. */
export const serviceOfCheck = ({ serviceTypes }: Pick<EligibilityCheck, 'serviceTypes'>): string =>
  serviceTypes.find((serviceType) => serviceType !== PLAN) ?? PLAN;

/** What is told of one kind of service; why the payer refuses, and what to do; or why no answer came. */
export function checkSentences(
  { outcome, plans, rejections, trouble }: EligibilityCheck,
  serviceType: string,
): string[] {
  switch (outcome) {
    case 'asking':
      return [];
    case 'refused':
      return adviseRejections(rejections).flatMap(({ what, advice }) => [what, advice]);
    case 'no-answer':
      return trouble ? [trouble.message, trouble.fix] : ['No answer came.'];
    case 'answered':
      return plansInOrder({ plans }).flatMap(({ plan: { services }, name }) => {
        const told = services.find((each) => each.serviceType === serviceType) ?? services[0];
        const [first = '', ...rest] = told ? benefitSentences(told) : ['The payer says nothing of benefits.'];
        return [name === '' ? first : `${name}: ${first}`, ...rest];
      });
  }
}
