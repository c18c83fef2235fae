/** A 271 for people: is the patient covered, for what, what of it does the patient pay, and what to do where the payer refuses. */
import {
  type AlreadyTold,
  benefitSentences,
  contactWords,
  dateWords,
  otherSentence,
  planWords,
  rejectionSentences,
  type ServiceBenefits,
  serviceName,
} from '@claimside/shared/benefits';
import {
  benefitsIn,
  benefitsOf,
  type EligibilityAnswer,
  type EligibilityResponse,
  eligibilityAnswersIn,
  othersIn,
  patientOf,
  rejectionsIn,
} from '../../../../transactions/eligibility-270-271/index.ts';
import { answererWords, askerWords, factsOf, patientWords } from './eligibility-people.ts';
import { keptBelow } from './leftovers.ts';
import { dated } from './statuses.ts';

export function explainEligibilityResponses(responses: readonly EligibilityResponse[]): string[] {
  return responses.flatMap((response) => {
    const told = new Set<object>();
    return [
      ...(response.sources.length === 0 ? [`${nameOfAnswer(response)}: nobody answers in it.`] : []),
      ...eligibilityAnswersIn(response).flatMap((answer) => explainAnswer(answer, told)),
      ...keptBelow('  ', response),
    ];
  });
}

/** `told`: levels above that an answer before this one has told of. */
function explainAnswer(answer: EligibilityAnswer, told: Set<object>): string[] {
  const { source, receiver, subscriber, dependent } = answer;
  const once = (level: object | undefined, lines: () => string[]) => {
    if (level === undefined || told.has(level)) return [];
    told.add(level);
    return lines();
  };
  const patient = patientOf(answer);
  return [
    ...once(source, () => [headline(answer), ...keptBelow('  ', source)]),
    ...once(receiver, () => [`  To ${askerWords(receiver?.party)}`, ...receiverFacts(receiver)]),
    ...(patient ? [`  Patient ${patientWords(subscriber, dependent)}${tracesOf(patient)}`] : []),
    ...(dependent
      ? once(subscriber, () => [
          ...personLines(subscriber, 'Subscriber: '),
          ...keptBelow('    ', subscriber ?? {}),
        ])
      : []),
    ...personLines(patient),
    ...refusals(answer),
    ...silence(answer),
    ...planLine(answer),
    ...serviceLines(answer),
    ...othersIn(answer).map((other) => `    ${otherSentence(other, onlyPlan(answer))}`),
    ...(patient ? keptBelow('    ', patient) : []),
  ];
}

function headline({ response, source }: EligibilityAnswer): string {
  const contacts = (source.party?.contacts ?? []).map(contactWords);
  const questions = contacts.length === 0 ? '' : `; questions to ${contacts.join('; ')}`;
  return `${nameOfAnswer(response)} of ${answererWords(source.party)}${questions}`;
}

/** `Answer E1 of 2026-11-22`. */
function nameOfAnswer({ referenceId, purpose, date }: EligibilityResponse): string {
  const number = referenceId === undefined ? '' : ` ${referenceId}`;
  const cancels = purpose === '06' ? ', which confirms that the question was taken back,' : '';
  return `Answer${number}${dated(' of', date)}${cancels}`;
}

function receiverFacts(receiver: EligibilityAnswer['receiver']): string[] {
  return [
    ...factsOf(receiver?.party ?? {}).map((fact) => `    ${fact}`),
    ...keptBelow('    ', receiver ?? {}),
  ];
}

type Patient = NonNullable<ReturnType<typeof patientOf>>;

function tracesOf({ traces }: Patient): string {
  return traces
    .map(({ type, number, department }) => {
      const what = type === '1' ? "payer's number" : 'inquiry';
      return `, ${what} ${number}${department === undefined ? '' : ` (${department})`}`;
    })
    .join('');
}

function personLines(person: Patient | undefined, who = ''): string[] {
  if (!person) return [];
  const { membership, military, dates = [] } = person;
  const isOther = membership?.maintenanceType !== undefined || membership?.maintenanceReason !== undefined;
  const facts = [...factsOf(person), ...dates.map(dateWords), ...(military ? [militaryWords(military)] : [])];
  return [
    ...(isOther
      ? ['    The payer knows this person by other data than were sent: compare name, ID and birth date.']
      : []),
    ...(facts.length === 0 ? [] : [`    ${who}${facts.join(', ')}`]),
  ];
}

function militaryWords(military: NonNullable<Patient['military']>): string {
  const { status, employment, branch, rank, description, date, dateEnd } = military;
  const codes = [status, employment, branch, rank].filter(Boolean).join(' ');
  return `military service ${codes}${description === undefined ? '' : ` ${description}`}${dated(',', date, dateEnd)}`;
}

/** Of all but single benefits, which are told with those. */
function refusals(answer: EligibilityAnswer): string[] {
  const rejections = rejectionsIn(answer).flatMap(({ level, rejection }) =>
    level === 'benefit' ? [] : [rejection],
  );
  return rejectionSentences(rejections).map((sentence) => `    ${sentence}`);
}

function silence(answer: EligibilityAnswer): string[] {
  const isSilent = patientOf(answer) && benefitsIn(answer).length + rejectionsIn(answer).length === 0;
  return isSilent ? ['    The payer says nothing of benefits.'] : [];
}

/** The plan, where the answer names but one: then no benefit need name it again. */
function onlyPlan(answer: EligibilityAnswer): AlreadyTold {
  const [name, ...names] = unique(benefitsIn(answer).map(({ planDescription }) => planDescription));
  const [kind, ...kinds] = unique(benefitsIn(answer).map(({ insuranceType }) => insuranceType));
  return {
    ...(name !== undefined && names.length === 0 && { planName: name }),
    ...(kind !== undefined && kinds.length === 0 && { insuranceType: kind }),
  };
}

const unique = (texts: readonly (string | undefined)[]) => [
  ...new Set(texts.flatMap((text) => (text === undefined ? [] : [text]))),
];

function planLine(answer: EligibilityAnswer): string[] {
  const words = planWords(onlyPlan(answer));
  return words === '' ? [] : [`    Plan: ${words}`];
}

/** What is the same of several kinds of service is told once, and what is said of the plan stands with the plan. */
function serviceLines(answer: EligibilityAnswer): string[] {
  const groups = new Map<string, ServiceBenefits[]>();
  const ofBenefits = rejectionsIn(answer).filter(({ level }) => level === 'benefit');
  const isOwn = ({ reason, followUp }: ServiceBenefits['rejections'][number]) =>
    ofBenefits.some(({ rejection }) => rejection.reason === reason && rejection.followUp === followUp);
  const told = onlyPlan(answer);
  const sentences = (benefits: ServiceBenefits, name?: string) =>
    benefitSentences(benefits, {
      withPlan: benefits.serviceType === '30',
      told,
      ...(name !== undefined && { name }),
    }).join(' ');
  for (const all of benefitsOf(answer)) {
    const benefits = { ...all, rejections: all.rejections.filter(isOwn) };
    const key = sentences(benefits, '');
    groups.set(key, [...(groups.get(key) ?? []), benefits]);
  }
  return [...groups.values()].map((group) => {
    const [first, ...others] = group;
    const codes = group.map(({ serviceType }) => serviceType).join(', ');
    if (!first || others.length === 0) return `    ${codes}: ${first ? sentences(first) : ''}`;
    const names = group.map(({ serviceType }) => serviceName(serviceType).toLowerCase()).join(', ');
    return `    ${codes} (${names}): ${sentences(first, 'each of these')}`;
  });
}
