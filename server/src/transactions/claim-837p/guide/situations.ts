/** Segments that stand at claim and line alike: PWK, CN1, CR1, CRC, K3, NTE, HCP. */
import { either, unless } from '../../guide/codecs.ts';
import {
  amount,
  code,
  date,
  decimal,
  literal,
  openCode,
  text,
  unused,
  unusedTimes,
} from '../../guide/elements.ts';
import { item } from '../../guide/fields.ts';
import type { ElementRule, SegmentRule } from '../../guide/rules.ts';
import { segment } from '../../guide/segments.ts';
import { dayOfEach } from './codecs.ts';

export const YES_NO = either('Y', 'N');

/** DTP that may stand twice, under either of two qualifiers. */
export const dayOfTwo = (name: string, fields: Readonly<Record<string, string>>): SegmentRule =>
  segment('DTP', name, [code('R', Object.keys(fields)), literal('D8'), date('R')], {
    max: 2,
    codec: dayOfEach(fields),
    qualifiedBy: { element: 1 },
  });

export const attachments = segment(
  'PWK',
  'attachment',
  [
    openCode('R', 2, 2, 'reportType'),
    code('R', ['AA', 'BM', 'EL', 'EM', 'FT', 'FX'], 'transmission'),
    unused,
    unused,
    literal('AC', 'controlNumber'),
    text('S', 80, 'controlNumber', { min: 2 }),
    ...unusedTimes(3),
  ],
  { max: 10, list: 'attachments', conditions: 'P0506' },
);

export const contract = segment(
  'CN1',
  'contract',
  [
    code('R', ['02', '03', '04', '05', '06', '09'], 'type'),
    amount('S', 'amount'),
    decimal('S', 6, 'percentage'),
    text('S', 50, 'code'),
    decimal('S', 6, 'termsDiscountPercentage'),
    text('S', 30, 'version'),
  ],
  { object: 'contract' },
);

export const ambulanceTransport = segment(
  'CR1',
  'ambulance transport',
  [
    literal('LB', 'patientWeightPounds'),
    decimal('S', 10, 'patientWeightPounds'),
    unused,
    code('R', ['A', 'B', 'C', 'D', 'E'], 'reason'),
    literal('DH'),
    decimal('R', 15, 'miles'),
    unused,
    unused,
    text('S', 80, 'roundTripPurpose'),
    text('S', 80, 'stretcherPurpose'),
  ],
  { object: 'ambulance', conditions: 'P0102 P0506' },
);

/** CRC03 to CRC07: one condition required. */
export const conditionCodes = (from: 0 | 1 = 0): ElementRule[] =>
  Array.from({ length: 5 }, (_, index) => openCode(index === from ? 'R' : 'S', 2, 3, item('codes', index)));

/** CRC under one category, whether its conditions apply, and which. */
export function conditions(
  category: string,
  name: string,
  options: { readonly max?: number; readonly list?: string; readonly object?: string },
): SegmentRule {
  return segment(
    'CRC',
    name,
    [literal(category), code('R', ['N', 'Y'], 'applies', YES_NO), ...conditionCodes()],
    {
      ...options,
      qualifiedBy: { element: 1 },
    },
  );
}

export const fixedFormats = segment('K3', 'file information', [text('R', 80, ''), unused, unused], {
  max: 10,
  values: 'fixedFormats',
});

export function note(kinds: readonly string[]): SegmentRule {
  return segment('NTE', 'note', [code('R', kinds, 'kind'), text('R', 80, 'text')], {
    object: 'note',
    qualifiedBy: { element: 1 },
  });
}

const repricingStart = [
  openCode('R', 2, 2, 'methodology'),
  amount('R', 'allowedAmount'),
  amount('S', 'savingAmount'),
  text('S', 50, 'repricingOrganizationId'),
  decimal('S', 9, 'perDiemOrFlatRate'),
  text('S', 50, 'ambulatoryPatientGroup'),
  amount('S', 'ambulatoryPatientGroupAmount'),
  unused,
];
const repricingEnd = [
  openCode('S', 2, 2, 'rejectReason'),
  openCode('S', 1, 2, 'policyCompliance'),
  openCode('S', 1, 2, 'exceptionCode'),
];

export const claimRepricing = segment(
  'HCP',
  'repricing',
  [...repricingStart, ...unusedTimes(4), ...repricingEnd],
  {
    object: 'repricing',
  },
);

export const lineRepricing = segment(
  'HCP',
  'repricing',
  [
    ...repricingStart,
    code('S', ['ER', 'HC', 'IV', 'WK'], 'approvedProcedureQualifier'),
    text('S', 48, 'approvedProcedureCode'),
    code('S', ['MJ', 'UN'], 'approvedUnit'),
    decimal('S', 15, 'approvedUnits'),
    ...repricingEnd,
  ],
  { object: 'repricing', conditions: 'P0910 P1112' },
);

/** SV101 and SVD03: the code, its modifiers and its description. */
export const procedureComponents = (modifiers = 4) => [
  code('R', ['ER', 'HC', 'IV', 'WK'], 'procedureCodeQualifier', unless('HC')),
  text('R', 48, 'procedureCode'),
  ...Array.from({ length: modifiers }, (_, index) => text('S', 2, item('modifiers', index), { min: 2 })),
  text('S', 80, 'description'),
  unused,
];
