/** 837P subscriber level (2000B, 2010BA, 2010BB) and patient level (2000C, 2010CA). */
import { CLAIM_FILING, INSURANCE_TYPE, PAYER_RANK, RELATIONSHIP } from '@claimside/shared/codes';
import { flag, unless } from '../../guide/codecs.ts';
import { contactSegment } from '../../guide/contact.ts';
import { code, date, decimal, literal, text, unused, unusedTimes } from '../../guide/elements.ts';
import type { GuideItem } from '../../guide/rules.ts';
import { addressSegments, idPair, loop, nm1, ref, refs, segment } from '../../guide/segments.ts';
import { STATE_CODE, ZIP_CODE } from '../../guide/shapes.ts';
import { demographics } from '../../parts/demographics.ts';
import { levelSegment } from '../../parts/level-segment.ts';

/** Codes that 837P guides list; the shipped set is theirs. */
const codesOf = ({ codes }: { readonly codes: Readonly<Record<string, string>> }) => Object.keys(codes);
export const RANKS = codesOf(PAYER_RANK);
export const FILING = codesOf(CLAIM_FILING);
export const INSURANCE_TYPES = codesOf(INSURANCE_TYPE);
export const RELATIONSHIPS = codesOf(RELATIONSHIP);
const DEPENDENTS = RELATIONSHIPS.filter((each) => each !== '18');

const usPlace = { postalCode: ZIP_CODE, state: STATE_CODE };

/** PAT05 to PAT09 of the person at `prefix`. */
const patientFacts = (prefix: string) => [
  literal('D8', `${prefix}.dateOfDeath`),
  date('S', `${prefix}.dateOfDeath`),
  literal('01', `${prefix}.weightPounds`),
  decimal('S', 10, `${prefix}.weightPounds`),
  code('S', ['Y'], `${prefix}.isPregnant`, flag('Y')),
];

const propertyAndCasualty = (prefix: string) => [
  ref('Y4', 'property and casualty claim number', `${prefix}.propertyCasualtyClaimNumber`),
  contactSegment('property and casualty contact', {
    paths: {
      name: `${prefix}.contactName`,
      phone: `${prefix}.contactPhone`,
      extension: `${prefix}.contactPhoneExtension`,
    },
  }),
];

const SUBSCRIBER = loop(
  '2010BA',
  'subscriber',
  [
    nm1('IL', 'subscriber', {
      type: 'either',
      prefix: 'person',
      id: idPair(['MI', 'II'], 'coverage.memberId', { qualifier: 'coverage.memberIdQualifier' }),
    }),
    ...addressSegments('person.address', { usage: 'S', ...usPlace }),
    demographics('person'),
    ref('SY', 'social security number', 'person.socialSecurityNumber'),
    ...propertyAndCasualty('person'),
  ],
  { usage: 'R' },
);

const PAYER = loop(
  '2010BB',
  'payer',
  [
    nm1('PR', 'payer', {
      type: '2',
      organizationName: 'coverage.payerName',
      id: idPair(['PI', 'XV'], 'coverage.payerId', { qualifier: 'coverage.payerIdQualifier', usage: 'R' }),
    }),
    ...addressSegments('coverage.payerAddress', { usage: 'S', ...usPlace }),
    refs(['2U', 'EI', 'FY', 'NF'], 'secondary id of the payer', 'coverage.payerSecondaryIds', 3),
    refs(['G2', 'LU'], "billing provider's number at the payer", 'coverage.billingProviderIds', 2),
  ],
  { usage: 'R' },
);

/** 2000C with the claim below it. */
export const patientLevel = (claim: GuideItem) =>
  loop(
    '2000C',
    'patient level',
    [
      levelSegment('23', 'patient level'),
      segment(
        'PAT',
        'patient information',
        [code('R', DEPENDENTS, 'relationship'), ...unusedTimes(3), ...patientFacts('patient')],
        {
          usage: 'R',
          conditions: 'P0506 P0708',
        },
      ),
      loop(
        '2010CA',
        'patient',
        [
          nm1('QC', 'patient', { type: '1', prefix: 'patient' }),
          ...addressSegments('patient.address', usPlace),
          demographics('patient', { usage: 'R' }),
          ref('1W', 'member id of the patient, property and casualty', 'patient.propertyCasualtyMemberId'),
          ref('SY', 'social security number', 'patient.socialSecurityNumber'),
          ...propertyAndCasualty('patient'),
        ],
        { usage: 'R' },
      ),
      claim,
    ],
    { max: Number.POSITIVE_INFINITY, isLevel: true },
  );

/** 2000B with the one definition of 2300 under it and under 2000C. */
export const subscriberLevel = (claim: GuideItem, patient: GuideItem) =>
  loop(
    '2000B',
    'subscriber level',
    [
      levelSegment('22', 'subscriber level'),
      segment(
        'SBR',
        'subscriber information',
        [
          code('R', RANKS, 'coverage.rank', unless('P')),
          code('S', ['18'], 'relationship'),
          text('S', 50, 'coverage.groupNumber'),
          text('S', 60, 'coverage.groupName'),
          code('S', INSURANCE_TYPES, 'coverage.insuranceType'),
          unused,
          unused,
          unused,
          code('S', FILING, 'coverage.claimFilingIndicator'),
        ],
        { usage: 'R' },
      ),
      segment('PAT', 'patient information', [...unusedTimes(4), ...patientFacts('person')], {
        conditions: 'P0506 P0708',
      }),
      SUBSCRIBER,
      PAYER,
      claim,
      patient,
    ],
    { usage: 'R', max: Number.POSITIVE_INFINITY, isLevel: true },
  );
