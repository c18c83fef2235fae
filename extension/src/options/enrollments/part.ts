/** An enrollment as a form shows it: what is asked follows from its kind and state. */
import {
  ENROLLMENT_KINDS,
  ENROLLMENT_STATES,
  Enrollment,
  EnrollmentKey,
  type PracticeSettings,
} from '@claimside/shared/api';
import { billingProvidersOf } from '@claimside/shared/capture';
import { billingName } from '@claimside/shared/claim';
import { isMedicare } from '@claimside/shared/edits';
import { KIND_WORDS, STATE_WORDS } from '@claimside/shared/enrollment';
import { ANY, DAY, type Kind, some } from '../form/kinds.ts';
import type { Choices, FieldSpec, Part, Texts } from '../form/part.ts';

/** `changedAt` of one that is stored. */
export type EnrollmentItem = Enrollment & { readonly changedAt?: string };

const LINES: Kind = {
  tidy: (typed) => typed.trim(),
  isRight: (text) => text.length <= 2_000,
  words: 'At most 2,000 characters.',
};

/** Of one that is told by its key already, or of one yet to be told. */
export const enrollmentPart = (key?: EnrollmentKey): Part<EnrollmentItem> => ({
  what: 'enrollment',
  fields: (texts, practice) => [
    ...(key ? [] : keyFields(practice)),
    {
      name: 'state',
      label: 'State',
      kind: ANY,
      choices: ENROLLMENT_STATES.map((one) => [one, STATE_WORDS[one]]),
    },
    ...dateFields(texts, practice),
    {
      name: 'remindOn',
      label: 'Look again on',
      kind: DAY,
      isOptional: true,
      isDate: true,
      hint: 'From that day on it is under what is to do.',
    },
    {
      name: 'contact',
      label: 'Contact at the payer',
      kind: some(200, 'Enter whom to ask.'),
      isOptional: true,
    },
    ...(texts.kind === 'credentialing' ? [CLAIMS_ADDRESS] : []),
    {
      name: 'documents',
      label: 'Where the papers lie',
      kind: some(500, 'Enter the folder or binder.'),
      isOptional: true,
    },
    { name: 'notes', label: 'Notes', kind: LINES, isOptional: true, isLong: true },
  ],
  begin: (item, practice) => {
    const of = item ?? key;
    return {
      kind: of?.kind ?? 'edi',
      payerId: of?.payerId ?? '',
      billingNpi: of?.billingNpi ?? practice?.billingProvider.npi ?? '',
      state: item?.state ?? 'needed',
      claims: item?.blocksClaims ? 'refused' : '',
      ...Object.fromEntries(OPTIONAL.map((name) => [name, item?.[name] ?? ''])),
    };
  },
  make({ claims, ...texts }, before) {
    const { blocksClaims, ...kept } = before ?? {};
    const isBlocking = claims === undefined ? blocksClaims : claims === 'refused';
    const typed = Object.entries(texts).map(([name, text]) => [name, text === '' ? undefined : text]);
    const made = { ...kept, ...key, ...Object.fromEntries(typed), ...(isBlocking && { blocksClaims: true }) };
    return { ...Enrollment.parse(made), ...(before?.changedAt && { changedAt: before.changedAt }) };
  },
});

const PAYER: Kind = {
  ...ANY,
  isRight: (text) => EnrollmentKey.shape.payerId.safeParse(text).success,
  words: 'Choose a payer; those under Practice are here.',
};

const OPTIONAL = [
  ...(['sentOn', 'expectedBy', 'answeredOn', 'toldOn', 'remindOn'] as const),
  ...(['contact', 'claimsAddress', 'documents', 'notes'] as const),
];

const CLAIMS_ADDRESS: FieldSpec = {
  name: 'claimsAddress',
  label: 'Claims address',
  kind: some(300, 'Enter where claims on paper go.'),
  isOptional: true,
};

function keyFields(practice: PracticeSettings | null): FieldSpec[] {
  const payers = (practice?.payers ?? []).map(
    ({ payerId, name }) => [payerId, `${name} ${payerId}`] as const,
  );
  const npis = (practice ? billingProvidersOf(practice) : []).map(
    (provider) => [provider.npi, `${provider.npi} ${billingName(provider)}`] as const,
  );
  return [
    {
      name: 'payerId',
      label: 'Payer',
      kind: PAYER,
      choices: [['', 'Choose'], ...payers],
    },
    {
      name: 'kind',
      label: 'Enrollment',
      kind: ANY,
      choices: ENROLLMENT_KINDS.map((one) => [one, KIND_WORDS[one]]),
    },
    { name: 'billingNpi', label: 'NPI used', kind: ANY, choices: [...new Map(npis)] },
  ];
}

const day = (name: string, label: string, more: Partial<FieldSpec> = {}): FieldSpec => ({
  name,
  label,
  kind: DAY,
  isDate: true,
  isOptional: true,
  ...more,
});

/** The form with its state asks only for what has happened by then. */
function dateFields({ state, kind, payerId }: Texts, practice: PracticeSettings | null): FieldSpec[] {
  const { isOptional: _, ...sentOn } = day('sentOn', 'Sent on');
  const payer = practice?.payers.find((each) => each.payerId === payerId);
  const isAnswered = state === 'approved' || state === 'refused';
  return [
    ...(state === 'sent' ? [sentOn] : isAnswered ? [day('sentOn', 'Sent on')] : []),
    ...(state === 'sent'
      ? [
          day('expectedBy', 'Answer expected by', {
            hint: 'Where the payer said a day; otherwise 45 days count.',
          }),
        ]
      : []),
    ...(isAnswered ? [day('answeredOn', state === 'approved' ? 'Approved on' : 'Refused on')] : []),
    ...(kind === 'edi' && state === 'approved' && isMedicare(payer)
      ? [
          day('toldOn', 'Office Ally told on', {
            hint: 'Call 360-975-7000, option 1, before the first Medicare claim.',
          }),
        ]
      : []),
    ...(kind === 'edi' && state !== 'not-needed'
      ? [{ name: 'claims', label: 'Claims before it is approved', kind: ANY, choices: BEFORE }]
      : []),
  ];
}

const BEFORE: Choices = [
  ['', 'Warn of them'],
  ['refused', 'Refuse them'],
];
