/** What a payer said of a patient's coverage: of one kind of service first, all else folded; nothing added to it. */
import type { EligibilityCheck, PlanTold } from '@claimside/shared/api';
import {
  benefitSentences,
  dateWords,
  otherSentence,
  planWords,
  type ServiceBenefits,
  serviceName,
} from '@claimside/shared/benefits';
import { plansInOrder } from '@claimside/shared/patients';
import { Icon, TONE_ICONS, type Tone } from '../parts/index.ts';
import './told.css';

const STATE_TONES: Readonly<Record<ServiceBenefits['state'], Tone>> = {
  active: 'good',
  inactive: 'bad',
  'not-covered': 'bad',
  depends: 'warning',
  unknown: 'warning',
};

export function Told(props: { check: EligibilityCheck; serviceType: string }) {
  return (
    <>
      {plansInOrder(props.check).map(({ plan, name }) => (
        <Plan key={name} plan={plan} serviceType={props.serviceType} name={name} />
      ))}
    </>
  );
}

function Plan({ plan, serviceType, name }: { plan: PlanTold; serviceType: string; name: string }) {
  const { services, others, dates } = plan;
  const visit = services.find((each) => each.serviceType === serviceType) ?? services[0];
  if (!visit) return <State tone="warning">The payer says nothing of benefits.</State>;
  const rest = services.filter((each) => each !== visit);
  const [state = '', ...costs] = benefitSentences(visit);
  const named = services.flatMap(({ coverages }) => coverages.map((coverage) => planWords(coverage)));
  const planNames = [...new Set(named)].filter((words) => words !== '' && !state.includes(words));
  const folded = [
    ...rest.flatMap((each) => {
      const said = benefitSentences(each).filter(
        (sentence) => !costs.includes(sentence) && sentence !== state,
      );
      return said.map((sentence) => `${serviceName(each.serviceType)}: ${sentence}`);
    }),
    ...others.map((other) => otherSentence(other)),
  ];
  return (
    <div class="plan-told">
      {name && <p class="dim small">{name}</p>}
      <State tone={STATE_TONES[visit.state]}>{state}</State>
      {planNames.length > 0 && <p>{planNames.join('; ')}</p>}
      {dates.length > 0 && <p>{sentenceFrom(dates.map(dateWords).join(', '))}</p>}
      {costs.length > 0 && (
        <ul>
          {costs.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {folded.length > 0 && (
        <details class="small">
          <summary>All else that the payer says</summary>
          <ul>
            {[...new Set(folded)].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

export function State({ tone, children }: { tone: Tone; children: string }) {
  return (
    <p class={`coverage-state tone-${tone}`}>
      <Icon name={TONE_ICONS[tone]} />
      <span>{children}</span>
    </p>
  );
}

const sentenceFrom = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
