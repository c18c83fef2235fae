/** Sections of the claim about its numbers, papers, money and how it is sent. */
import { CLAIM_FREQUENCY, DELAY_REASON } from '@claimside/shared/codes';
import { ASSIGNMENT, BENEFITS, CLAIM_NOTES, RELEASE } from './choices.ts';
import { choice, code, date, digits, flag, money, text, yesNo } from './make.ts';
import { attachments, contractFields, fileInformation, repricingFields } from './situations.ts';
import type { FieldSpec, SectionSpec } from './spec.ts';

/** A section of one field, named like it. */
const single = (id: string, field: FieldSpec, words: string, name = field.label): SectionSpec => ({
  id,
  name,
  words,
  fields: [{ ...field, width: 'full' }],
});

/** In sight on every visit: a front desk takes money at each. */
export const PATIENT_PAID = single(
  'patient-paid',
  money('patientPaidAmount', 'Patient paid'),
  'box 29 copay copayment amount paid AMT F5',
);
export const PRIOR_AUTHORIZATION = single(
  'prior-authorization',
  code('priorAuthorizationNumber', 'Prior authorization'),
  'box 23 prior auth approval precertification REF G1',
);
export const REFERRAL_NUMBER = single(
  'referral-number',
  code('referralNumber', 'Referral number'),
  'box 23 REF 9F',
);
export const ONSET = single('onset', date('onsetDate', 'Onset of illness'), 'box 14 431 symptoms began');

export const NOTE: SectionSpec = {
  id: 'note',
  name: 'Note',
  words: 'box 19 NTE comment remark narrative',
  paths: ['note'],
  fields: [
    choice('note.kind', 'Kind', CLAIM_NOTES, { width: 'full' }),
    text('note.text', 'Text', { help: 'At most 80 characters.' }),
  ],
};

export const ATTACHMENTS: SectionSpec = {
  id: 'attachments',
  name: 'Attachments',
  words: 'PWK paperwork report operative notes fax mail',
  fields: [attachments()],
};

export const CORRECTION: SectionSpec = {
  id: 'correction',
  name: 'Replace or take back a paid claim',
  words: 'box 22 resubmission frequency 7 8 replacement void corrected REF F8 ICN DCN original reference',
  usual: { frequency: '1' },
  fields: [
    choice('frequency', 'Kind of submission', CLAIM_FREQUENCY.codes, { width: 'full' }),
    code('payerClaimControlNumber', 'Payer’s number of the earlier claim', { width: 'full' }),
  ],
};

export const NUMBERS_AND_PAPERS: readonly SectionSpec[] = [
  {
    id: 'signatures',
    name: 'Signatures and assignment',
    words: 'box 12 13 27 31 benefits release of information accept assignment SOF',
    usual: {
      providerSignatureOnFile: true,
      assignmentOfBenefits: 'A',
      benefitsToProvider: 'Y',
      releaseOfInformation: 'Y',
    },
    fields: [
      choice('assignmentOfBenefits', 'Assignment', ASSIGNMENT),
      choice('benefitsToProvider', 'Benefits to the practice', BENEFITS),
      choice('releaseOfInformation', 'Release of information', RELEASE),
      yesNo('providerSignatureOnFile', 'Provider signed'),
      flag('isPatientSignatureByProvider', 'The provider signed for the patient'),
    ],
  },
  single(
    'delay',
    choice('delayReason', 'Why the claim is late', DELAY_REASON.codes),
    'delay reason timely filing CLM20',
  ),
  single('clia', code('cliaNumber', 'CLIA number'), 'box 23 laboratory lab REF X4'),
  single('medical-record', text('medicalRecordNumber', 'Medical record number'), 'chart number MRN REF EA'),
  single(
    'mammography',
    code('mammographyCertificationNumber', 'Mammography certification'),
    'FDA REF EW box 32',
  ),
  single(
    'investigational-device',
    code('investigationalDeviceNumber', 'Investigational device number'),
    'IDE trial study box 23 REF LX',
  ),
  single(
    'demonstration',
    text('demonstrationProject', 'Demonstration project'),
    'clinical trial project REF P4 box 19',
  ),
  single(
    'care-plan-oversight',
    digits('carePlanOversightNpi', 'NPI of the agency'),
    'home health hospice agency REF 1J box 23',
    'Care plan oversight',
  ),
  single(
    'authorization-exception',
    code('serviceAuthorizationException', 'Exception to authorization'),
    'medicaid emergency REF 4N',
  ),
  single(
    'medicare-4081',
    yesNo('isMedicareSection4081', 'Medicare section 4081'),
    'Medigap crossover REF F5',
  ),
  { id: 'contract', name: 'Contract', words: 'CN1 capitated', paths: ['contract'], fields: contractFields() },
  {
    id: 'repricing',
    name: 'Repricing',
    words: 'HCP repriced network savings allowed',
    paths: ['repricing', 'repricedClaimNumber', 'adjustedRepricedClaimNumber', 'repricerReceivedDate'],
    fields: [
      ...repricingFields('claim'),
      code('repricedClaimNumber', 'Repriced claim number'),
      code('adjustedRepricedClaimNumber', 'Adjusted repriced number'),
      date('repricerReceivedDate', 'Received by the repricer'),
    ],
  },
  {
    id: 'file-information',
    name: 'File information (K3)',
    words: 'state required data',
    fields: [fileInformation()],
  },
  single(
    'clearinghouse-trace',
    code('clearinghouseTraceNumber', 'Clearinghouse trace number'),
    'REF D9 value added network',
  ),
];
