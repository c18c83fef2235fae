/** The people of a 270 or 271 in words: who asks, who answers, who the patient is, and by which numbers. */
import { numberWords } from '@claimside/shared/benefits';
import { addressWords } from '@claimside/shared/claim';
import type {
  EligibilityAnswer,
  PatientInRequest,
} from '../../../../transactions/eligibility-270-271/index.ts';
import { nameOf } from './people.ts';
import { dated, nameOfParty } from './statuses.ts';
import { meaning } from './words.ts';

type Person = NonNullable<EligibilityAnswer['subscriber']> | PatientInRequest['subscriber'];
type Dependent = NonNullable<EligibilityAnswer['dependent']> | NonNullable<PatientInRequest['dependent']>;

/** `BEN TESTER, born 2015-03-04, male (M), child (19), insured by CARL TESTER, member W2`. */
export function patientWords(subscriber: Person | undefined, dependent?: Dependent): string {
  if (!subscriber) return 'nobody named';
  const insured = `${memberWords(subscriber)}${bornWords(subscriber)}`;
  return dependent ? `${nameOfParty(dependent)}${bornWords(dependent)}, insured by ${insured}` : insured;
}

/** `CARL TESTER, member W2`; the ID alone where no name is there. */
function memberWords(person: Person): string {
  const { memberId, memberIdQualifier } = person;
  if (memberId === undefined) return nameOfParty(person);
  const id = memberIdQualifier === undefined ? memberId : `${memberId} (${memberIdQualifier})`;
  return [nameOf(person), `member ${id}`].filter(Boolean).join(', ');
}

function bornWords({ birthDate, sex, membership }: Person | Dependent): string {
  const { relationship, birthSequence } = membership ?? {};
  const is = relationship === undefined || relationship === '18' ? undefined : relationship;
  return [
    dated(', born', birthDate),
    sex === undefined ? '' : `, ${meaning('sex', sex)}`,
    is === undefined ? '' : `, ${meaning('relationshipToSubscriber', is)}`,
    birthSequence === undefined ? '' : `, born as number ${birthSequence}`,
  ].join('');
}

type Facts = Partial<Pick<Person, 'references' | 'address' | 'provider' | 'diagnoses'>>;

/** What both say of a person or organization besides: numbers, address, provider, diagnoses. */
export function factsOf({ references = [], address, provider, diagnoses = [] }: Facts): string[] {
  return [
    ...references.map(numberWords),
    ...(address ? [`address ${addressWords(address)}`] : []),
    ...(provider ? [providerWords(provider)] : []),
    ...(diagnoses.length > 0
      ? [
          `diagnoses ${diagnoses.map(({ code, codeSet }) => [codeSet, code].filter(Boolean).join(' ')).join(', ')}`,
        ]
      : []),
  ];
}

function providerWords({ role, idQualifier, id }: NonNullable<Person['provider']>): string {
  return ['provider role', role, idQualifier, id].filter(Boolean).join(' ');
}

interface Organization {
  readonly entity: string;
  readonly organizationName?: string;
  readonly lastName?: string;
  readonly firstName?: string;
  readonly id?: string;
}

/** `the payer SAMPLE HEALTH PLAN (60054)`. */
export function answererWords(party: Organization | undefined): string {
  const role = party === undefined || party.entity === 'PR' ? 'the payer' : `the other party ${party.entity}`;
  return `${role} ${nameOfParty(party)}${party?.id === undefined ? '' : ` (${party.id})`}`;
}

/** `SAMPLE CLINIC 1234567893`. */
export function askerWords(party: Organization | undefined): string {
  return `${nameOfParty(party)}${party?.id === undefined ? '' : ` ${party.id}`}`;
}
