/** Reasons for which a payer refuses a question about benefits (AAA03), in our own words: what happened, what to correct, whether to ask again. */

/** Whether the question may be asked again: with something corrected, as it is after a while, or not at all. */
export type AskAgain = 'corrected' | 'later' | 'never';

export interface RejectionCause {
  readonly what: string;
  readonly advice: string;
  /** Paths of the inquiry that are most likely wrong, the likeliest first. */
  readonly fields: readonly string[];
  readonly again: AskAgain;
}

const cause = (
  what: string,
  advice: string,
  again: AskAgain,
  ...fields: readonly string[]
): RejectionCause => ({ what, advice, fields, again });

const PROVIDER =
  'Compare the NPI and name with what is on file at the payer, and whether the enrollment is done.';

export const REJECTION_CAUSES = {
  'payer-down': cause(
    'The payer can not answer now.',
    'Try again later, a few times a day at most. If it stays so, call the payer.',
    'later',
  ),
  'no-answer': cause(
    'The payer did not answer in time.',
    'Try again later, a few times a day at most. If it stays so, call the payer.',
    'later',
  ),
  'too-many': cause(
    'More was asked at once than the payer takes.',
    'Ask for fewer at a time, later.',
    'later',
  ),
  'no-access': cause(
    'The payer does not let this practice ask.',
    'Ask the payer or the clearinghouse for access to eligibility.',
    'never',
  ),
  'something-missing': cause(
    'Something that the payer needs is missing.',
    'Write member ID, name and birth date as they are on the card, and ask again.',
    'corrected',
    'subscriber.memberId',
    'subscriber.birthDate',
    'subscriber.lastName',
  ),
  'input-errors': cause(
    'Something in the question is not valid.',
    'Compare all of it with the card, and ask again.',
    'corrected',
  ),
  'payer-unknown': cause(
    'The payer is not known by this ID.',
    'Look up the payer ID for eligibility at the clearinghouse.',
    'corrected',
    'payer.id',
  ),
  provider: cause('The payer does not accept the provider’s NPI.', PROVIDER, 'corrected', 'provider.npi'),
  'provider-name': cause(
    'The payer does not accept the provider’s name.',
    PROVIDER,
    'corrected',
    'provider.organizationName',
    'provider.lastName',
  ),
  'provider-data': cause(
    'The payer wants more of the provider, or finds it wrong: specialty, phone, state or address.',
    'Call the payer and have its data of the provider brought up to date.',
    'corrected',
    'provider.npi',
  ),
  'provider-unknown': cause(
    'The provider is not on file at the payer.',
    PROVIDER,
    'corrected',
    'provider.npi',
  ),
  'provider-may-not-ask': cause(
    'The provider may not ask this payer about eligibility.',
    'Call the payer: the enrollment for eligibility may be missing.',
    'never',
    'provider.npi',
  ),
  'not-primary-care': cause(
    'The provider is not this patient’s primary care provider.',
    'Ask the patient or the payer who is, and whether a referral is needed.',
    'never',
  ),
  'provider-dates': cause(
    'The provider was not with this plan on that day.',
    'Check the day, and the enrollment at the payer.',
    'corrected',
    'serviceDate',
    'provider.npi',
  ),
  'provider-kind': cause(
    'Such a provider is not asked about this kind of service.',
    'Ask for another service type, such as the plan as a whole.',
    'corrected',
    'serviceTypes',
  ),
  'out-of-network': cause(
    'The provider is outside the plan’s network.',
    'Call the payer about benefits outside the network.',
    'never',
  ),
  service: cause(
    'The payer does not answer for this kind of service or procedure.',
    'Ask for the plan as a whole, or call the payer.',
    'corrected',
    'serviceTypes',
  ),
  date: cause(
    'The day asked about is missing or not accepted.',
    'Ask for the day of the visit.',
    'corrected',
    'serviceDate',
  ),
  'date-range': cause(
    'The payer does not answer for a day so far back or ahead.',
    'Ask for today, or call the payer.',
    'corrected',
    'serviceDate',
  ),
  'date-future': cause(
    'The payer does not answer for days to come.',
    'Ask for today now, and again on the day of the visit.',
    'corrected',
    'serviceDate',
  ),
  'birth-date': cause(
    'The birth date is missing, or not the one that the payer has.',
    'Compare it with the card and ask the patient.',
    'corrected',
    'dependent.birthDate',
    'subscriber.birthDate',
  ),
  death: cause(
    'The payer has a death before the day asked about.',
    'Check that it is the right patient; if so, the payer’s data are wrong: call.',
    'never',
  ),
  'patient-id': cause(
    'The patient’s ID is not accepted.',
    'Compare it with the card.',
    'corrected',
    'subscriber.memberId',
  ),
  'patient-name': cause(
    'The patient’s name is missing, or not the one that the payer has.',
    'Write it as it is on the card.',
    'corrected',
    'dependent.lastName',
    'dependent.firstName',
  ),
  sex: cause(
    'The sex is missing, or not the one that the payer has.',
    'Compare it with the card.',
    'corrected',
    'dependent.sex',
    'subscriber.sex',
  ),
  'patient-not-found': cause(
    'The payer does not find the patient.',
    'Compare name and birth date with the card, and that the payer is the right one.',
    'corrected',
    'dependent.lastName',
    'dependent.birthDate',
    'subscriber.memberId',
  ),
  'several-patients': cause(
    'The payer has several patients who fit.',
    'Add what tells them apart: the birth date, the first name, the suffix of the ID.',
    'corrected',
    'subscriber.memberId',
    'dependent.firstName',
  ),
  'member-id': cause(
    'The member ID is missing or not known there.',
    'Copy it from the card, with its letters, and check that the payer is the right one.',
    'corrected',
    'subscriber.memberId',
    'payer.id',
  ),
  'subscriber-name': cause(
    'The subscriber’s name is missing, or not the one that the payer has.',
    'Write it as it is on the card.',
    'corrected',
    'subscriber.lastName',
    'subscriber.firstName',
  ),
  'subscriber-not-found': cause(
    'The payer does not find the subscriber.',
    'Compare member ID, name and birth date with the card, and that the payer is the right one.',
    'corrected',
    'subscriber.memberId',
    'subscriber.birthDate',
    'subscriber.lastName',
    'payer.id',
  ),
  'dependent-not-found': cause(
    'The payer knows the subscriber, and not this patient.',
    'Compare the patient’s name and birth date with the card, and ask whether the patient is insured there.',
    'corrected',
    'dependent.firstName',
    'dependent.birthDate',
  ),
  'not-in-plan': cause(
    'The subscriber is not in the group or plan that was named.',
    'Copy the group number from the card, or leave it out.',
    'corrected',
    'subscriber.references',
  ),
  authorization: cause(
    'An authorization or referral number is missing or not accepted.',
    'Call the payer.',
    'never',
  ),
  review: cause('The payer decides this only after a medical review.', 'Call the payer.', 'never'),
} as const satisfies Record<string, RejectionCause>;

export type RejectionCauseId = keyof typeof REJECTION_CAUSES;

const ROWS: readonly (readonly [RejectionCauseId, string])[] = [
  ['payer-down', '42'],
  ['no-answer', '80'],
  ['too-many', '04'],
  ['no-access', '41'],
  ['something-missing', '15'],
  ['input-errors', '33'],
  ['payer-unknown', '79 T4'],
  ['provider', '43'],
  ['provider-name', '44'],
  ['provider-data', '45 46 47 48 97'],
  ['provider-unknown', '51'],
  ['provider-may-not-ask', '50'],
  ['not-primary-care', '49'],
  ['provider-dates', '52'],
  ['provider-kind', '53'],
  ['out-of-network', '35'],
  ['service', '54 55 69 70 98 AF AG AO'],
  ['date', '56 57 60'],
  ['date-range', '62'],
  ['date-future', '63'],
  ['birth-date', '58 71'],
  ['death', '61'],
  ['patient-id', '64'],
  ['patient-name', '65'],
  ['sex', '66 74'],
  ['patient-not-found', '67'],
  ['several-patients', '68 76'],
  ['member-id', '72'],
  ['subscriber-name', '73'],
  ['subscriber-not-found', '75'],
  ['dependent-not-found', '77'],
  ['not-in-plan', '78'],
  ['authorization', 'AA AE CI IA MA'],
  ['review', 'E8'],
];
const BY_REASON: ReadonlyMap<string, RejectionCauseId> = new Map(
  ROWS.flatMap(([id, reasons]) => reasons.split(' ').map((reason) => [reason, id] as const)),
);

/** Undefined where we have no words for the code. */
export const causeOfRejection = (reason: string): RejectionCauseId | undefined =>
  BY_REASON.get(reason.toUpperCase());
