/** Sections of the claim about providers, places and payers. */
import { addressFields, facilityFields, otherNumbers, practiceProvider, providerFields } from './blocks.ts';
import { choice, code, digits, text, under } from './make.ts';
import type { SectionSpec } from './spec.ts';

export const REFERRING: SectionSpec = {
  id: 'referring',
  name: 'Referring provider',
  words: 'box 17 DN ordering referral physician',
  paths: ['referringProvider'],
  fields: providerFields('referringProvider', 'referring'),
};

export const SUPERVISING: SectionSpec = {
  id: 'supervising',
  name: 'Supervising provider',
  words: 'box 17 DQ incident to',
  paths: ['supervisingProvider'],
  fields: [practiceProvider('supervisingProvider'), ...providerFields('supervisingProvider', 'supervising')],
};

export const PROVIDERS_AND_PLACES: readonly SectionSpec[] = [
  {
    id: 'primary-care',
    name: 'Primary care provider',
    words: 'P3 PCP box 17',
    paths: ['primaryCareProvider'],
    fields: providerFields('primaryCareProvider', 'referring'),
  },
  {
    id: 'rendering',
    name: 'Rendering provider by hand',
    words: 'box 24J 31 taxonomy organization number',
    isShownElsewhere: true,
    fields: providerFields('renderingProvider', 'rendering'),
  },
  {
    id: 'facility',
    name: 'Service facility',
    words: 'box 32 location where',
    isShownElsewhere: true,
    paths: ['serviceFacility'],
    fields: facilityFields('serviceFacility'),
  },
  {
    id: 'payer-details',
    name: 'Payer’s address and numbers',
    words: 'box 9 11c group name office FY NAIC NF legacy G2 location LU health plan identifier',
    fields: under('coverage', [
      text('groupName', 'Group or plan name'),
      ...addressFields('payerAddress'),
      otherNumbers('payerSecondaryIds', ['2U', 'EI', 'FY', 'NF'], 3, { label: 'Other numbers of the payer' }),
      otherNumbers('billingProviderIds', ['G2', 'LU'], 2, { label: 'The practice’s numbers at the payer' }),
      choice(
        'payerIdQualifier',
        'Payer ID is',
        { XV: 'National health plan ID' },
        { blank: 'The usual payer ID' },
      ),
      choice(
        'memberIdQualifier',
        'Member ID is',
        { II: 'Unique health ID' },
        { blank: 'The usual member ID' },
      ),
    ]),
  },
  {
    id: 'pay-to-address',
    name: 'Pay-to address',
    words: 'remit lockbox P.O. box 33 payment',
    paths: ['payToAddress'],
    fields: addressFields('payToAddress'),
  },
  {
    id: 'pay-to-plan',
    name: 'Pay-to plan',
    words: 'subrogation medicaid payer to payer',
    paths: ['payToPlan'],
    fields: [
      ...under('payToPlan', [
        text('name', 'Name'),
        choice('idQualifier', 'Kind of ID', { PI: 'Payer ID', XV: 'National health plan ID' }),
        code('id', 'ID'),
        digits('taxId', 'Tax ID'),
      ]),
      ...addressFields('payToPlan.address'),
      otherNumbers('payToPlan.secondaryIds', ['2U', 'FY', 'NF'], 1, { isRare: true }),
    ],
  },
];
