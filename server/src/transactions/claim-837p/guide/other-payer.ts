/** 837P other subscriber (2320) with everything below it (2330A to 2330G). */
import { flag } from '../../guide/codecs.ts';
import { amount, code, decimal, literal, text, unused } from '../../guide/elements.ts';
import { item } from '../../guide/fields.ts';
import type { LoopRule } from '../../guide/rules.ts';
import { addressSegments, amt, dtp, idPair, loop, nm1, ref, refs, segment } from '../../guide/segments.ts';
import { STATE_CODE, ZIP_CODE } from '../../guide/shapes.ts';
import { adjustmentSegment } from '../../parts/adjustments.ts';
import { FILING, INSURANCE_TYPES, RANKS, RELATIONSHIPS } from './subscriber.ts';

export const ADJUSTMENTS = adjustmentSegment(['CO', 'CR', 'OA', 'PI', 'PR'], 5);

const anyAddress = { usage: 'S', postalCode: ZIP_CODE, state: STATE_CODE } as const;

const OTHER_SUBSCRIBER = loop(
  '2330A',
  'other subscriber',
  [
    nm1('IL', 'other subscriber', {
      type: 'either',
      id: idPair(['MI', 'II'], 'memberId', { qualifier: 'memberIdQualifier', usage: 'R' }),
    }),
    ...addressSegments('address', anyAddress),
    ref('SY', 'social security number', 'socialSecurityNumber'),
  ],
  { usage: 'R', object: 'subscriber' },
);

const OTHER_PAYER = loop(
  '2330B',
  'other payer',
  [
    nm1('PR', 'other payer', {
      type: '2',
      organizationName: 'name',
      id: idPair(['PI', 'XV'], 'id', { qualifier: 'idQualifier', usage: 'R' }),
    }),
    ...addressSegments('address', anyAddress),
    dtp('573', 'adjudication date', 'adjudicationDate'),
    refs(['2U', 'EI', 'FY', 'NF'], 'secondary id of the other payer', 'secondaryIds', 2),
    ref('G1', 'prior authorization number at the other payer', 'priorAuthorizationNumber'),
    ref('9F', 'referral number at the other payer', 'referralNumber'),
    segment(
      'REF',
      'claim adjustment indicator',
      [literal('T4'), code('R', ['Y'], 'isClaimAdjustment', flag('Y'))],
      {
        qualifiedBy: { element: 1 },
      },
    ),
    ref('F8', 'claim control number of the other payer', 'payerClaimControlNumber'),
  ],
  { usage: 'R', object: 'payer' },
);

/** REF01 by NM101. */
const PROVIDER_IDS_AT_PAYER = {
  DN: ['0B', '1G', 'G2'],
  P3: ['0B', '1G', 'G2'],
  '82': ['0B', '1G', 'G2', 'LU'],
  '77': ['0B', 'G2', 'LU'],
  DQ: ['0B', '1G', 'G2', 'LU'],
  '85': ['G2', 'LU'],
} as const;

/** NM1 with 01 and 02 only, and the provider's numbers at that payer. */
function atPayer(
  id: string,
  entity: keyof typeof PROVIDER_IDS_AT_PAYER,
  name: string,
  object: string,
  type: '1' | '2' | 'either',
): LoopRule {
  const numbers = refs(
    PROVIDER_IDS_AT_PAYER[entity],
    `numbers of the ${name} at the other payer`,
    'ids',
    entity === '85' ? 2 : 3,
  );
  return loop(
    id,
    `${name} at the other payer`,
    [
      nm1(entity, name, { type, nameUsage: 'N', organizationFlag: 'isOrganization' }),
      { ...numbers, usage: 'R' },
    ],
    { object },
  );
}

export const OTHER_PAYER_LOOP = loop(
  '2320',
  'other subscriber information',
  [
    segment(
      'SBR',
      'other subscriber information',
      [
        code('R', RANKS, 'rank'),
        code('R', RELATIONSHIPS, 'relationshipToSubscriber'),
        text('S', 50, 'groupNumber'),
        text('S', 60, 'groupName'),
        code('S', INSURANCE_TYPES, 'insuranceType'),
        unused,
        unused,
        unused,
        code('S', FILING, 'claimFilingIndicator'),
      ],
      { usage: 'R' },
    ),
    ADJUSTMENTS,
    amt('D', 'amount paid by the other payer', 'paidAmount'),
    amt('A8', 'non-covered amount', 'nonCoveredAmount'),
    amt('EAF', 'remaining patient liability', 'remainingPatientLiability'),
    segment(
      'OI',
      'coverage information',
      [
        unused,
        unused,
        code('R', ['N', 'W', 'Y'], 'benefitsToProvider'),
        code('S', ['P'], 'isPatientSignatureByProvider', flag('P')),
        unused,
        code('R', ['I', 'Y'], 'releaseOfInformation'),
      ],
      { usage: 'R' },
    ),
    segment(
      'MOA',
      'outpatient adjudication',
      [
        decimal('S', 10, 'reimbursementRate'),
        amount('S', 'hcpcsPayableAmount'),
        ...Array.from({ length: 5 }, (_, index) => text('S', 50, item('remarkCodes', index))),
        amount('S', 'endStageRenalDiseaseAmount'),
        amount('S', 'professionalComponentAmount'),
      ],
      { object: 'outpatientAdjudication' },
    ),
    OTHER_SUBSCRIBER,
    OTHER_PAYER,
    atPayer('2330C', 'DN', 'referring provider', 'referringProvider', '1'),
    atPayer('2330C', 'P3', 'primary care provider', 'primaryCareProvider', '1'),
    atPayer('2330D', '82', 'rendering provider', 'renderingProvider', 'either'),
    atPayer('2330E', '77', 'service facility', 'serviceFacility', '2'),
    atPayer('2330F', 'DQ', 'supervising provider', 'supervisingProvider', '1'),
    atPayer('2330G', '85', 'billing provider', 'billingProvider', 'either'),
  ],
  { max: 10, list: 'otherCoverages' },
);
