/** The parts of the practice's data that an admin types, each with its fields. */
import type {
  BillingProfile,
  PracticeLocation,
  PracticePayer,
  PracticeProvider,
  PracticeSettings,
} from '@claimside/shared/api';
import { CLAIM_FILING, PLACE_OF_SERVICE } from '@claimside/shared/codes';
import { ANY, chosen, DAYS, linesOf, NAMES, NPI, PAYER_ID, some, TAXONOMY } from '../form/kinds.ts';
import { type Choices, type FieldSpec, given, type Part, type Texts } from '../form/part.ts';
import { ADDRESS_FIELDS, addressFrom, addressTexts } from './address-fields.ts';
import { billingFields, billingFrom, billingTexts } from './billing-fields.ts';

const namesInEhr = (name: string, whose: string): FieldSpec => ({
  name,
  label: 'Names in the EHR',
  kind: NAMES,
  isOptional: true,
  isLong: true,
  hint: `As your EHR’s pages write ${whose}, one a line.`,
});

export const PRACTICE_PART: Part<PracticeSettings> = {
  what: 'practice',
  fields: (texts) => [
    { name: 'name', label: 'Practice', kind: some(60, 'Enter what the practice is called.') },
    ...billingFields(texts),
  ],
  begin: (item) => ({ name: item?.name ?? '', ...billingTexts(item?.billingProvider) }),
  make: (texts, before) => ({
    ...(before ?? { providers: [], locations: [], payers: [] }),
    name: texts.name ?? '',
    billingProvider: billingFrom(texts, before?.billingProvider),
  }),
};

const KINDS_OF_PROVIDER: Choices = [
  ['person', 'A person'],
  ['organization', 'An office with an NPI of its own'],
];

export const PROVIDER_PART: Part<PracticeProvider> = {
  what: 'provider',
  fields: ({ isA }) => [
    { name: 'isA', label: 'Who renders', kind: ANY, choices: KINDS_OF_PROVIDER },
    ...(isA === 'organization'
      ? [{ name: 'organizationName', label: 'Name', kind: some(60, 'Enter the name.') }]
      : [
          { name: 'lastName', label: 'Last name', kind: some(60, 'Enter the last name.') },
          { name: 'firstName', label: 'First name', kind: some(35, 'Enter the first name.') },
        ]),
    { name: 'npi', label: 'NPI', kind: NPI },
    { name: 'taxonomy', label: 'Taxonomy code', kind: TAXONOMY, isOptional: true },
    namesInEhr('ehrNames', 'the provider'),
  ],
  begin: (item) => ({
    isA: item?.organizationName ? 'organization' : 'person',
    organizationName: item?.organizationName ?? '',
    lastName: item?.lastName ?? '',
    firstName: item?.firstName ?? '',
    npi: item?.npi ?? '',
    taxonomy: item?.taxonomy ?? '',
    ehrNames: item?.ehrNames.join('\n') ?? '',
  }),
  make(texts, before) {
    const rest = {
      npi: texts.npi ?? '',
      ...given('taxonomy', texts.taxonomy),
      ...(before?.secondaryIds && { secondaryIds: before.secondaryIds }),
      ehrNames: linesOf(texts.ehrNames ?? ''),
    };
    const { organizationName = '', lastName = '', firstName = '' } = texts;
    if (texts.isA === 'organization') return { organizationName, ...rest };
    return {
      lastName,
      firstName,
      ...given('middleName', before?.middleName),
      ...given('suffix', before?.suffix),
      ...rest,
    };
  },
};

const PLACES: Choices = Object.entries(PLACE_OF_SERVICE.codes)
  .map(([code, words]) => [code, `${code} ${words}`] as const)
  .toSorted(([one], [other]) => one.localeCompare(other));

const FACILITY: readonly FieldSpec[] = [
  { name: 'facilityName', label: 'Facility', kind: some(60, 'Enter the facility’s name.') },
  { name: 'npi', label: 'Facility’s NPI', kind: NPI, isOptional: true, hint: 'Where it has one of its own.' },
  ...ADDRESS_FIELDS,
];

export const LOCATION_PART: Part<PracticeLocation> = {
  what: 'location',
  fields: ({ where }) => [
    { name: 'name', label: 'Name', kind: some(60, 'Enter what people here call it.') },
    { name: 'placeOfService', label: 'Place of service', kind: ANY, choices: PLACES },
    namesInEhr('facilityNames', 'the location'),
    {
      name: 'where',
      label: 'Where it is',
      kind: ANY,
      choices: [
        ['billing', 'At the billing address'],
        ['elsewhere', 'Elsewhere: claims name the facility'],
      ],
    },
    ...(where === 'elsewhere' ? FACILITY : []),
  ],
  begin: (item) => ({
    name: item?.name ?? '',
    placeOfService: item?.placeOfService ?? '11',
    facilityNames: item?.facilityNames.join('\n') ?? '',
    where: item?.serviceFacility ? 'elsewhere' : 'billing',
    facilityName: item?.serviceFacility?.name ?? '',
    npi: item?.serviceFacility?.npi ?? '',
    ...addressTexts(item?.serviceFacility?.address),
  }),
  make(texts, before) {
    const { npi: _npi, ...kept } = before?.serviceFacility ?? {};
    return {
      name: texts.name ?? '',
      facilityNames: linesOf(texts.facilityNames ?? ''),
      placeOfService: texts.placeOfService ?? '',
      ...(texts.where === 'elsewhere' && {
        serviceFacility: {
          ...kept,
          name: texts.facilityName ?? '',
          ...given('npi', texts.npi),
          address: addressFrom(texts),
        },
      }),
    };
  },
};

/** A fact that may also be unknown. */
const known = (...more: Choices): Choices => [['', 'Not known'], ['yes', 'Yes'], ['no', 'No'], ...more];
const SECONDARY = known(['after-medicare', 'After Medicare alone']);

export const PAYER_PART: Part<PracticePayer> = {
  what: 'payer',
  fields: () => [
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
    aliases: item?.aliases.join('\n') ?? '',
  }),
  make(texts, before) {
    const {
      timelyFilingDays: _filing,
      appealDays: _appeal,
      takesSecondary: _secondary,
      isEnrollmentMissing: _missing,
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
    };
  },
};

function secondaryText(takes: PracticePayer['takesSecondary']): string {
  if (takes === undefined || takes === 'after-medicare') return takes ?? '';
  return takes ? 'yes' : 'no';
}

const ticks = (name: string, label: string, choices: Choices): FieldSpec => ({
  name,
  label,
  kind: NAMES,
  isOptional: true,
  ticks: choices,
});

export const PROFILE_PART: Part<BillingProfile> = {
  what: 'billing profile',
  fields: (texts: Texts, practice) => [
    { name: 'profile', label: 'Name', kind: some(60, 'Enter what people here call it.') },
    ...billingFields(texts),
    ticks(
      'payerIds',
      'For these payers; for all, if none is ticked',
      uniqueBy(practice?.payers.map(({ payerId, name }) => [payerId, `${name} ${payerId}`] as const) ?? []),
    ),
    ticks(
      'locations',
      'For these locations; for all, if none is ticked',
      practice?.locations.map(({ name }) => [name, name] as const) ?? [],
    ),
    ticks(
      'renderingNpis',
      'For these providers; for all, if none is ticked',
      practice?.providers.flatMap((provider) =>
        provider.npi ? [[provider.npi, `${providerName(provider)} ${provider.npi}`] as const] : [],
      ) ?? [],
    ),
  ],
  begin: (item, practice) => ({
    profile: item?.name ?? '',
    ...billingTexts(item?.billingProvider ?? beginning(practice)),
    payerIds: item?.payerIds.join('\n') ?? '',
    locations: item?.locations.join('\n') ?? '',
    renderingNpis: item?.renderingNpis.join('\n') ?? '',
  }),
  make: (texts, before) => ({
    name: texts.profile ?? '',
    billingProvider: billingFrom(texts, before?.billingProvider),
    payerIds: linesOf(texts.payerIds ?? ''),
    locations: linesOf(texts.locations ?? ''),
    renderingNpis: linesOf(texts.renderingNpis ?? ''),
  }),
};

/** A further one differs by its NPI, mostly; the rest is as the practice has it. */
function beginning(practice: PracticeSettings | null) {
  return practice ? { ...practice.billingProvider, npi: '' } : undefined;
}

const uniqueBy = (choices: Choices): Choices => [
  ...new Map(choices.map((choice) => [choice[0], choice])).values(),
];

export const providerName = (provider: PracticeProvider): string =>
  provider.organizationName ?? [provider.lastName, provider.firstName].filter(Boolean).join(', ');
