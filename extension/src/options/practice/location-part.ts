/** Where visits are. */
import type { PracticeLocation } from '@claimside/shared/api';
import { PLACE_OF_SERVICE } from '@claimside/shared/codes';
import { ANY, CLIA, linesOf, NPI, PHONE, some } from '../form/kinds.ts';
import { type Choices, type FieldSpec, given, type Part } from '../form/part.ts';
import { ADDRESS_FIELDS, addressFrom, addressTexts } from './address-fields.ts';
import { namesInEhr } from './names-in-ehr.ts';

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
    {
      name: 'phone',
      label: 'Phone',
      kind: PHONE,
      isOptional: true,
      isFirst: true,
      hint: 'On papers for patients; the practice’s own, if left empty.',
    },
    {
      name: 'cliaNumber',
      label: 'CLIA number',
      kind: CLIA,
      isOptional: true,
      hint: 'Laboratory tests done here are billed with it.',
    },
    {
      name: 'hours',
      label: 'Hours',
      kind: some(200, 'Enter when it is open.'),
      isOptional: true,
      hint: 'Statements tell patients when to call.',
    },
  ],
  begin: (item) => ({
    name: item?.name ?? '',
    placeOfService: item?.placeOfService ?? '11',
    facilityNames: item?.facilityNames.join('\n') ?? '',
    where: item?.serviceFacility ? 'elsewhere' : 'billing',
    facilityName: item?.serviceFacility?.name ?? '',
    npi: item?.serviceFacility?.npi ?? '',
    phone: item?.phone ?? '',
    cliaNumber: item?.cliaNumber ?? '',
    hours: item?.hours ?? '',
    ...addressTexts(item?.serviceFacility?.address),
  }),
  make(texts, before) {
    const { npi: _npi, ...kept } = before?.serviceFacility ?? {};
    return {
      name: texts.name ?? '',
      facilityNames: linesOf(texts.facilityNames ?? ''),
      placeOfService: texts.placeOfService ?? '',
      ...given('phone', texts.phone),
      ...given('cliaNumber', texts.cliaNumber),
      ...given('hours', texts.hours),
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
