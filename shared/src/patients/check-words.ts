/** What came of asking a payer about a patient, in a word and in sentences: for rows of a list, and files. */
import { adviseRejections } from '../advice/index.ts';
import type { CheckInShort, EligibilityCheck } from '../api/index.ts';
import { benefitSentences } from '../benefits/index.ts';

export interface CheckWord {
  readonly label: string;
  readonly tone: 'neutral' | 'good' | 'warning' | 'bad';
}

const STATE: Readonly<Record<NonNullable<CheckInShort['state']>, CheckWord>> = {
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

/** Of the plan as a whole. */
export function stateOfCheck({ plans }: Pick<EligibilityCheck, 'plans'>): CheckInShort['state'] {
  const services = plans.flatMap((plan) => plan.services);
  return (services.find(({ serviceType }) => serviceType === PLAN) ?? services[0])?.state ?? null;
}

/** EQ01 of the plan as a whole. */
export const PLAN = '30';

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
      return plans.flatMap(({ services }) => {
        const told = services.find((each) => each.serviceType === serviceType) ?? services[0];
        return told ? benefitSentences(told) : ['The payer says nothing of benefits.'];
      });
  }
}
