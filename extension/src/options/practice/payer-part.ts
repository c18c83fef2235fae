/** An insurer of the practice's patients, and what is known of it. */
import type { PracticePayer } from '@claimside/shared/api';
import { CLAIM_FILING } from '@claimside/shared/codes';
import { ANY, chosen, DAYS, linesOf, MODIFIER, NAMES, PAYER_ID, PHONE, some } from '../form/kinds.ts';
import { type Choices, given, type Part } from '../form/part.ts';
import { addressFrom, addressTexts, POSTAL_FIELDS } from './address-fields.ts';
import { namesInEhr } from './names-in-ehr.ts';

/** A fact that may also be unknown. */
const known = (...more: Choices): Choices => [['', 'Not known'], ['yes', 'Yes'], ['no', 'No'], ...more];
const SECONDARY = known(['after-medicare', 'After Medicare alone']);

const WANTS = [
  ['needsReferringProvider', 'The referring provider'],
  ['needsBillingTaxonomy', 'The billing provider’s taxonomy code'],
  ['needsPriorAuthorization', 'A prior authorization'],
] as const satisfies readonly (readonly [keyof PracticePayer, string])[];

export const PAYER_PART: Part<PracticePayer> = {
  what: 'payer',
  fields: ({ post }) => [
    { name: 'name', label: 'Payer', kind: some(60, 'Enter the payer’s name.') },
    { name: 'payerId', label: 'Payer ID', kind: PAYER_ID },
    {
      name: 'claimFilingIndicator',
      label: 'Kind of insurance',
      kind: chosen('Choose the kind of insurance; claims name it (SBR09).'),
      choices: [
        ['', 'Choose'],
        ...Object.entries(CLAIM_FILING.codes).map(([code, words]) => [code, `${words} (${code})`] as const),
      ],
    },
    {
      name: 'timelyFilingDays',
      label: 'Timely filing, days',
      kind: DAYS,
      isOptional: true,
      hint: 'From the service to the last day for a first claim; the contract says it.',
    },
    {
      name: 'appealDays',
      label: 'Days to appeal',
      kind: DAYS,
      isOptional: true,
      hint: 'From its decision to the last day for an appeal.',
    },
    {
      name: 'takesSecondary',
      label: 'Takes secondary claims electronically',
      kind: ANY,
      choices: SECONDARY,
    },
    {
      name: 'enrollment',
      label: 'Enrollment for claims',
      kind: ANY,
      choices: [
        ['', 'As the clearinghouse’s list says'],
        ['missing', 'Needed before the first claim'],
      ],
      hint: 'How it stands is kept under Enrollments.',
    },
    {
      name: 'leaves',
      label: 'How its claims leave',
      kind: ANY,
      choices: [
        ['', 'Electronically'],
        ['paper', 'On paper: the clearinghouse prints and mails them'],
      ],
      hint: 'Office Ally prints only where the account has chosen it (Print Option form). On paper nobody says that a claim arrived: the payer is to be asked after 45 days.',
    },
    {
      name: 'accidentKind',
      label: 'Which claims it takes',
      kind: ANY,
      choices: [
        ['', 'Any'],
        ['work', 'Work accidents only'],
        ['auto', 'Auto accidents only'],
        ['work-and-auto', 'Work and auto accidents only'],
      ],
    },
    {
      name: 'telehealthModifier',
      label: 'Telehealth modifier',
      kind: MODIFIER,
      isOptional: true,
      hint: 'That it wants on every telehealth line, such as 95.',
    },
    {
      name: 'wants',
      label: 'It wants on every claim',
      kind: NAMES,
      isOptional: true,
      ticks: WANTS.map(([key, words]) => [key, words] as const),
    },
    {
      name: 'eligibilityId',
      label: 'ID for coverage checks',
      kind: PAYER_ID,
      isOptional: true,
      hint: 'Where the list has another one for eligibility.',
    },
    {
      name: 'claimStatusId',
      label: 'ID for asking about claims',
      kind: PAYER_ID,
      isOptional: true,
      hint: 'Where the list has another one for claim status.',
    },
    {
      name: 'phone',
      label: 'Phone for providers',
      kind: PHONE,
      isOptional: true,
      hint: 'Shown where a claim has to be asked about.',
    },
    {
      name: 'post',
      label: 'Address for claims and appeals',
      kind: ANY,
      choices: [
        ['', 'Not kept here'],
        ['kept', 'Kept here'],
      ],
      hint: 'Claims on paper and letters show it.',
    },
    ...(post === 'kept' ? POSTAL_FIELDS : []),
    namesInEhr('aliases', 'the payer'),
  ],
  begin: (item) => ({
    name: item?.name ?? '',
    payerId: item?.payerId ?? '',
    claimFilingIndicator: item?.claimFilingIndicator ?? '',
    timelyFilingDays: String(item?.timelyFilingDays ?? ''),
    appealDays: String(item?.appealDays ?? ''),
    takesSecondary: secondaryText(item?.takesSecondary),
    enrollment: item?.isEnrollmentMissing ? 'missing' : '',
    leaves: item?.isPaperOnly ? 'paper' : '',
    accidentKind: item?.accidentKind ?? '',
    telehealthModifier: item?.telehealthModifier ?? '',
    wants: WANTS.flatMap(([key]) => (item?.[key] ? [key] : [])).join('\n'),
    eligibilityId: item?.eligibilityId ?? '',
    claimStatusId: item?.claimStatusId ?? '',
    phone: item?.phone ?? '',
    post: item?.address ? 'kept' : '',
    ...addressTexts(item?.address),
    aliases: item?.aliases.join('\n') ?? '',
  }),
  make(texts, before) {
    const {
      timelyFilingDays: _filing,
      appealDays: _appeal,
      takesSecondary: _secondary,
      isEnrollmentMissing: _missing,
      isPaperOnly: _paper,
      accidentKind: _accident,
      telehealthModifier: _telehealth,
      needsReferringProvider: _referring,
      needsBillingTaxonomy: _taxonomy,
      needsPriorAuthorization: _authorization,
      eligibilityId: _eligibility,
      claimStatusId: _status,
      phone: _phone,
      address: _address,
      ...kept
    } = before ?? {};
    const { takesSecondary } = texts;
    return {
      ...kept,
      payerId: texts.payerId ?? '',
      name: texts.name ?? '',
      claimFilingIndicator: texts.claimFilingIndicator ?? '',
      aliases: linesOf(texts.aliases ?? ''),
      ...(texts.timelyFilingDays && { timelyFilingDays: Number(texts.timelyFilingDays) }),
      ...(texts.appealDays && { appealDays: Number(texts.appealDays) }),
      ...(takesSecondary && {
        takesSecondary: takesSecondary === 'after-medicare' ? takesSecondary : takesSecondary === 'yes',
      }),
      ...(texts.enrollment === 'missing' && { isEnrollmentMissing: true }),
      ...(texts.leaves === 'paper' && { isPaperOnly: true }),
      ...(texts.accidentKind && { accidentKind: texts.accidentKind as PracticePayer['accidentKind'] }),
      ...given('telehealthModifier', texts.telehealthModifier),
      ...Object.fromEntries(linesOf(texts.wants ?? '').map((key) => [key, true])),
      ...given('eligibilityId', texts.eligibilityId),
      ...given('claimStatusId', texts.claimStatusId),
      ...given('phone', texts.phone),
      ...(texts.post === 'kept' && { address: addressFrom(texts) }),
    };
  },
};

function secondaryText(takes: PracticePayer['takesSecondary']): string {
  if (takes === undefined || takes === 'after-medicare') return takes ?? '';
  return takes ? 'yes' : 'no';
}
