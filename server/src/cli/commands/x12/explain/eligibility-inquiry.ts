/** A 270 for people: whose benefits a payer is asked about, for which day, and which of them. */
import { dateWords, forService } from '@claimside/shared/benefits';
import { formatMoney } from '@claimside/shared/values';
import {
  type EligibilityQuestion,
  type EligibilityRequest,
  type PatientInRequest,
  patientsAskedIn,
} from '../../../../transactions/eligibility-270-271/index.ts';
import { answererWords, askerWords, factsOf, patientWords } from './eligibility-people.ts';
import { keptBelow } from './leftovers.ts';
import { dated } from './statuses.ts';
import { meaning } from './words.ts';

export function explainEligibilityRequests(requests: readonly EligibilityRequest[]): string[] {
  return requests.flatMap((request) => {
    const told = new Set<object>();
    return [
      `Inquiry ${request.referenceId ?? '(no number)'}${dated(' of', request.date)}${purposeWords(request)}`,
      ...patientsAskedIn(request).flatMap((asked) => explainPatient(asked, told)),
      ...levelsWithout(request, told),
      ...keptBelow('  ', request),
    ];
  });
}

function purposeWords({ purpose, type }: EligibilityRequest): string {
  const words =
    purpose === '01' ? ', takes an earlier one back' : purpose === undefined ? '' : `, purpose ${purpose}`;
  return `${words}${type === undefined ? '' : `, type ${type}`}`;
}

function explainPatient(
  { source, receiver, subscriber, dependent }: PatientInRequest,
  told: Set<object>,
): string[] {
  const once = (level: object, lines: () => string[]) => {
    if (told.has(level)) return [];
    told.add(level);
    return lines();
  };
  const patient = dependent ?? subscriber;
  const { traces, serviceDate, serviceDateEnd } = patient;
  const numbers = traces.map(
    ({ number, department }) => `, inquiry ${number}${department === undefined ? '' : ` (${department})`}`,
  );
  return [
    ...once(source, () => [`  To ${answererWords(source.party)}`, ...keptBelow('    ', source)]),
    ...once(receiver, () => [`  From ${askerWords(receiver.party)}`, ...receiverFacts(receiver)]),
    `  Patient ${patientWords(subscriber, dependent)}${dated(', for', serviceDate, serviceDateEnd)}${numbers.join('')}`,
    ...(dependent ? once(subscriber, () => subscriberLines(subscriber)) : []),
    ...factLine(factsAsked(patient)),
    ...keptBelow('    ', patient),
    ...patient.questions.map(questionLine),
  ];
}

type Patient = PatientInRequest['subscriber'] | NonNullable<PatientInRequest['dependent']>;

function factsAsked(patient: Patient): string[] {
  const { cardIssueDate: date } = patient;
  return [...factsOf(patient), ...(date === undefined ? [] : [dateWords({ qualifier: '102', date })])];
}

/** Above a dependent. */
function subscriberLines(subscriber: PatientInRequest['subscriber']): string[] {
  const day = dated('for', subscriber.serviceDate, subscriber.serviceDateEnd);
  return [
    ...factLine([...factsAsked(subscriber), ...(day === '' ? [] : [day])], 'Subscriber: '),
    ...keptBelow('    ', subscriber),
  ];
}

const factLine = (facts: readonly string[], who = '') =>
  facts.length === 0 ? [] : [`    ${who}${facts.join(', ')}`];

function receiverFacts({ party, ...receiver }: PatientInRequest['receiver']): string[] {
  return [...factLine(factsOf(party ?? {})), ...keptBelow('    ', receiver)];
}

function questionLine(question: EligibilityQuestion): string {
  const { serviceTypes, procedure, coverageLevel, diagnosisPointers, placeOfService } = question;
  const { spendDownAmount, spendDownBilled, referralNumber, priorAuthorizationNumber } = question;
  const services = serviceTypes.map((each) => `${forService(each)} (${each})`);
  const asked = [
    ...services,
    procedure &&
      `procedure ${[procedure.qualifier, procedure.code, ...(procedure.modifiers ?? [])].filter(Boolean).join(' ')}`,
    coverageLevel && 'for the family',
    diagnosisPointers && `for diagnosis ${diagnosisPointers.join(', ')}`,
    placeOfService && `place of service ${meaning('placeOfService', placeOfService)}`,
    spendDownAmount === undefined ? '' : `spend down ${formatMoney(spendDownAmount)}`,
    spendDownBilled === undefined ? '' : `${formatMoney(spendDownBilled)} billed of it`,
    referralNumber && `referral ${referralNumber}`,
    priorAuthorizationNumber && `authorization ${priorAuthorizationNumber}`,
    dated('on', question.serviceDate, question.serviceDateEnd),
  ].filter(Boolean);
  return `    Asks for ${asked.join(', ') || 'nothing'}`;
}

/** Levels below which nobody is asked about. */
function levelsWithout({ sources }: EligibilityRequest, told: ReadonlySet<object>): string[] {
  return sources.flatMap((source) => [
    ...(told.has(source) ? [] : [`  To ${answererWords(source.party)}`, ...keptBelow('    ', source)]),
    ...source.receivers.flatMap((receiver) =>
      told.has(receiver) ? [] : [`  From ${askerWords(receiver.party)}`, ...receiverFacts(receiver)],
    ),
  ]);
}
