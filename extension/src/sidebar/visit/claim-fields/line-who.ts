/** Sections of a line about providers and places: only those that differ from the claim's. */
import { addressFields, contactFields, facilityFields, practiceProvider, providerFields } from './blocks.ts';
import { money, rare, text } from './make.ts';
import type { SectionSpec } from './spec.ts';

export const ORDERING: SectionSpec = {
  id: 'ordering',
  name: 'Ordering provider',
  words: 'box 17 DK DME laboratory imaging',
  paths: ['orderingProvider'],
  fields: [
    practiceProvider('orderingProvider'),
    ...providerFields('orderingProvider', 'ordering', { isAtLine: true }),
    ...rare([...addressFields('orderingProvider.address'), ...contactFields('orderingProvider.contact')]),
  ],
};

export const LINE_PROVIDERS: readonly SectionSpec[] = [
  {
    id: 'rendering',
    name: 'Rendering provider of this line',
    words: 'box 24J taxonomy',
    paths: ['renderingProvider'],
    fields: [
      practiceProvider('renderingProvider'),
      ...providerFields('renderingProvider', 'rendering', { isAtLine: true }),
    ],
  },
  {
    id: 'supervising',
    name: 'Supervising provider of this line',
    words: 'DQ',
    paths: ['supervisingProvider'],
    fields: [
      practiceProvider('supervisingProvider'),
      ...providerFields('supervisingProvider', 'supervising', { isAtLine: true }),
    ],
  },
  {
    id: 'referring',
    name: 'Referring provider of this line',
    words: 'DN',
    paths: ['referringProvider'],
    fields: providerFields('referringProvider', 'referring', { isAtLine: true }),
  },
  {
    id: 'primary-care',
    name: 'Primary care provider of this line',
    words: 'P3 PCP',
    paths: ['primaryCareProvider'],
    fields: providerFields('primaryCareProvider', 'referring', { isAtLine: true }),
  },
  {
    id: 'facility',
    name: 'Service facility of this line',
    words: 'box 32 location where',
    paths: ['serviceFacility'],
    fields: facilityFields('serviceFacility', { isAtLine: true }),
  },
  {
    id: 'purchased',
    name: 'Purchased service',
    words: 'box 20 outside lab PS1 anti-markup',
    paths: ['purchasedService', 'purchasedServiceProvider'],
    fields: [
      text('purchasedService.providerId', 'Seller’s ID', { width: 'half' }),
      money('purchasedService.chargeAmount', 'Its price'),
      ...providerFields('purchasedServiceProvider', 'purchased', { isAtLine: true }),
    ],
  },
];
