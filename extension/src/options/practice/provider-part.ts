/** Who renders. */
import type { PracticeProvider } from '@claimside/shared/api';
import { ANY, linesOf, NPI, some, TAXONOMY } from '../form/kinds.ts';
import { type Choices, given, type Part } from '../form/part.ts';
import { namesInEhr } from './names-in-ehr.ts';

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
    {
      name: 'credentials',
      label: 'Credentials',
      kind: some(20, 'Enter what stands behind the name, such as DC.'),
      isOptional: true,
      hint: 'Such as MD or LCSW: papers for patients show it.',
    },
    { name: 'npi', label: 'NPI', kind: NPI },
    { name: 'taxonomy', label: 'Taxonomy code', kind: TAXONOMY, isOptional: true },
    namesInEhr('ehrNames', 'the provider'),
  ],
  begin: (item) => ({
    isA: item?.organizationName ? 'organization' : 'person',
    organizationName: item?.organizationName ?? '',
    lastName: item?.lastName ?? '',
    firstName: item?.firstName ?? '',
    credentials: item?.credentials ?? '',
    npi: item?.npi ?? '',
    taxonomy: item?.taxonomy ?? '',
    ehrNames: item?.ehrNames.join('\n') ?? '',
  }),
  make(texts, before) {
    const rest = {
      npi: texts.npi ?? '',
      ...given('taxonomy', texts.taxonomy),
      ...(before?.secondaryIds && { secondaryIds: before.secondaryIds }),
      ...given('credentials', texts.credentials),
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

export const providerName = (provider: PracticeProvider): string =>
  provider.organizationName ?? [provider.lastName, provider.firstName].filter(Boolean).join(', ');
