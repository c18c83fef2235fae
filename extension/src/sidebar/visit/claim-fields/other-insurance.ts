/** Other insurances of the patient: who they are, and what they paid if they were asked before. */
import {
  ADJUSTMENT_GROUP,
  CLAIM_FILING_INDICATORS,
  INSURANCE_TYPE,
  PAYER_RANK,
  RELATIONSHIPS,
} from '@claimside/shared/codes';
import { coverageBalance } from './balance.ts';
import { SELF } from './basics.ts';
import { addressFields, nameFields, otherNumbers } from './blocks.ts';
import { BENEFITS, RELEASE } from './choices.ts';
import {
  choice,
  code,
  codes,
  date,
  digits,
  flag,
  list,
  money,
  number,
  signedMoney,
  text,
  under,
} from './make.ts';
import type { FieldSpec, ListField, SectionSpec } from './spec.ts';
import { lower } from './words.ts';

/** What a payer took off (CAS). */
export const adjustments = (): ListField =>
  list('adjustments', 'Adjustments', {
    item: 'adjustment',
    most: 30,
    fields: [
      choice('group', 'Group', ADJUSTMENT_GROUP.codes, { width: 'third', showsCode: true }),
      code('reason', 'Reason', { width: 'sixth', before: ' ' }),
      signedMoney('amount', 'Amount', { width: 'third', before: ' ' }),
      number('quantity', 'Units', { width: 'sixth' }),
    ],
  });

/** Medicare as a later payer has to be told why; other payers are not. */
const isMedicare = (filing: string | undefined): boolean => filing === 'MA' || filing === 'MB';

const mayBeOrganization = (path: string, label: string): FieldSpec =>
  flag(`${path}.isOrganization`, `${label}: an organization`, { isRare: true });

const MORE_FOR_ONE: readonly SectionSpec[] = [
  {
    id: 'answer',
    name: 'More of its answer',
    words: 'non-covered remaining patient liability claim number ICN',
    fields: [
      code('payer.payerClaimControlNumber', 'Its claim number', { width: 'full' }),
      money('remainingPatientLiability', 'Patient still owes'),
      money('nonCoveredAmount', 'Not covered'),
      flag('payer.isClaimAdjustment', 'Its answer was an adjustment'),
    ],
  },
  {
    id: 'medicare-answer',
    name: 'Medicare’s remarks (MOA)',
    words: 'RARC remark codes outpatient adjudication ESRD',
    paths: ['outpatientAdjudication'],
    fields: under('outpatientAdjudication', [
      codes('remarkCodes', 'Remark codes'),
      money('hcpcsPayableAmount', 'Payable by HCPCS'),
      number('reimbursementRate', 'Rate, 0 to 1'),
      money('endStageRenalDiseaseAmount', 'Kidney failure amount'),
      money('professionalComponentAmount', 'Professional component'),
    ]),
  },
  {
    id: 'group',
    name: 'Group or plan',
    words: 'box 9 group number name medigap',
    fields: [
      text('groupNumber', 'Group number', { width: 'half' }),
      text('groupName', 'Group or plan name', { width: 'half' }),
      choice('insuranceType', 'Why Medicare is not primary', INSURANCE_TYPE.codes, { width: 'full' }),
    ],
  },
  {
    id: 'insured-address',
    name: 'Insured’s address and numbers',
    words: 'SSN social security health id',
    fields: [
      ...addressFields('subscriber.address'),
      digits('subscriber.socialSecurityNumber', 'Social Security number', { isRare: true }),
      choice(
        'subscriber.memberIdQualifier',
        'Member ID is',
        { II: 'Unique health ID' },
        {
          blank: 'The usual member ID',
          isRare: true,
        },
      ),
    ],
  },
  {
    id: 'payer-address',
    name: 'Payer’s address and numbers',
    words: 'office NAIC',
    fields: [
      ...addressFields('payer.address'),
      otherNumbers('payer.secondaryIds', ['2U', 'EI', 'FY', 'NF'], 2, {
        label: 'Other numbers of the payer',
      }),
      choice(
        'payer.idQualifier',
        'Payer ID is',
        { XV: 'National health plan ID' },
        {
          blank: 'The usual payer ID',
          isRare: true,
        },
      ),
    ],
  },
  {
    id: 'authorization',
    name: 'Its authorization and referral',
    words: 'prior auth G1 9F',
    fields: [
      code('payer.priorAuthorizationNumber', 'Prior authorization'),
      code('payer.referralNumber', 'Referral number'),
    ],
  },
  {
    id: 'signatures',
    name: 'Signatures',
    words: 'benefits release box 13',
    usual: { benefitsToProvider: 'Y', releaseOfInformation: 'Y' },
    fields: [
      choice('benefitsToProvider', 'Benefits to the practice', BENEFITS),
      choice('releaseOfInformation', 'Release of information', RELEASE),
      flag('isPatientSignatureByProvider', 'The provider signed for the patient'),
    ],
  },
  {
    id: 'provider-numbers',
    name: 'Providers’ numbers at this payer',
    words: 'legacy G2',
    fields: [
      mayBeOrganization('billingProvider', 'Billing provider'),
      otherNumbers('billingProvider.ids', ['G2', 'LU'], 2, { label: 'Billing provider' }),
      mayBeOrganization('renderingProvider', 'Rendering provider'),
      otherNumbers('renderingProvider.ids', ['0B', '1G', 'G2', 'LU'], 3, { label: 'Rendering provider' }),
      otherNumbers('referringProvider.ids', ['0B', '1G', 'G2'], 3, { label: 'Referring provider' }),
      otherNumbers('primaryCareProvider.ids', ['0B', '1G', 'G2'], 3, { label: 'Primary care provider' }),
      otherNumbers('supervisingProvider.ids', ['0B', '1G', 'G2', 'LU'], 3, { label: 'Supervising provider' }),
      otherNumbers('serviceFacility.ids', ['0B', 'G2', 'LU'], 3, { label: 'Service facility' }),
    ],
  },
];

const ONE: readonly FieldSpec[] = [
  {
    kind: 'payer',
    path: 'payer.id',
    label: 'Payer, from the practice’s list',
    fills: {
      payerId: 'payer.id',
      name: 'payer.name',
      claimFilingIndicator: 'claimFilingIndicator',
      address: 'payer.address',
      payerNumbers: 'payer.secondaryIds',
    },
  },
  text('payer.name', 'Payer name', { width: 'half' }),
  code('payer.id', 'Payer ID', { before: ' ' }),
  choice('claimFilingIndicator', 'Kind of insurance', CLAIM_FILING_INDICATORS),
  choice('rank', 'Order', PAYER_RANK.codes),
  code('subscriber.memberId', 'Member ID'),
  choice('relationshipToSubscriber', 'Relationship', RELATIONSHIPS, {
    also: (draft, _base, value) =>
      value === SELF
        ? Object.fromEntries(patientAsInsured(draft).map(([at, part]) => [`subscriber.${at}`, part]))
        : {},
  }),
  ...under('subscriber', [
    ...nameFields().map((field) => ({ ...field, label: `Insured ${lower(field.label)}` })),
    text('organizationName', 'Employer as insured', { isRare: true }),
  ]),
  signedMoney('paidAmount', 'Amount paid', { help: 'Also 0, once it has answered.' }),
  date('payer.adjudicationDate', 'Date of its answer', { help: 'Here or at the lines, not both.' }),
  adjustments(),
];

/** Self: the insured person is the patient. */
function patientAsInsured({
  patient = {},
}: Parameters<NonNullable<ListField['start']>>[0]): [string, unknown][] {
  const parts = ['lastName', 'firstName', 'middleName', 'suffix'] as const;
  return parts.map((part): [string, unknown] => [part, patient[part]]);
}

export const OTHER_INSURANCE: SectionSpec = {
  id: 'other-insurance',
  name: 'Other insurance',
  words: 'box 9 11d secondary tertiary primary coordination of benefits COB crossover medigap EOB paid',
  paths: ['coverage.rank', 'coverage.insuranceType', 'otherCoverages'],
  fields: [
    choice('coverage.rank', 'Order of this claim’s payer', PAYER_RANK.codes, {
      blank: 'Primary',
      width: 'full',
    }),
    choice('coverage.insuranceType', 'Why Medicare is not primary', INSURANCE_TYPE.codes, {
      width: 'full',
      onlyIf: ({ coverage }) => isMedicare(coverage?.claimFilingIndicator),
    }),
    list('otherCoverages', 'Insurances', {
      opensWithRow: true,
      item: 'insurance',
      most: 10,
      fields: ONE,
      more: MORE_FOR_ONE,
      knownBy: ['payer.name', 'rank', 'paidAmount'],
      start: ({ benefitsToProvider = 'Y', releaseOfInformation = 'Y' }) => ({
        benefitsToProvider,
        releaseOfInformation,
      }),
      note: coverageBalance,
    }),
  ],
};
