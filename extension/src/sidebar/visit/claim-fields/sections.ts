/** Every section that is one step away, of the claim and of a line: those asked for most stand first. */
import { DRUG_UNIT } from '@claimside/shared/codes';
import { DRUG_CODES, LINE_NOTES, OTHER_PROCEDURE_CODES } from './choices.ts';
import {
  ATTACHMENTS,
  CORRECTION,
  NOTE,
  NUMBERS_AND_PAPERS,
  ONSET,
  PRIOR_AUTHORIZATION,
  REFERRAL_NUMBER,
} from './claim-what.ts';
import { PROVIDERS_AND_PLACES, REFERRING, SUPERVISING } from './claim-who.ts';
import { ACCIDENT, SITUATIONS, SPINAL } from './claim-why.ts';
import { LINE_ADJUDICATIONS, LINE_AUTHORIZATIONS } from './line-adjudications.ts';
import { CERTIFICATES, EQUIPMENT } from './line-equipment.ts';
import { LINE_PROVIDERS, ORDERING } from './line-who.ts';
import { choice, code, date, digits, flag, money, number, text, yesNo } from './make.ts';
import { OTHER_INSURANCE } from './other-insurance.ts';
import {
  ambulanceFields,
  attachments,
  contractFields,
  fileInformation,
  repricingFields,
} from './situations.ts';
import type { SectionSpec } from './spec.ts';

export const CLAIM_SECTIONS: readonly SectionSpec[] = [
  PRIOR_AUTHORIZATION,
  REFERRAL_NUMBER,
  REFERRING,
  SUPERVISING,
  OTHER_INSURANCE,
  ONSET,
  ACCIDENT,
  SPINAL,
  NOTE,
  ATTACHMENTS,
  CORRECTION,
  ...SITUATIONS,
  ...PROVIDERS_AND_PLACES,
  ...NUMBERS_AND_PAPERS,
];

export const LINE_SECTIONS: readonly SectionSpec[] = [
  {
    id: 'drug',
    name: 'Drug (NDC)',
    words: 'box 24 shaded N4 LIN CTP medication injection vaccine',
    paths: ['drug'],
    fields: [
      digits('drug.code', 'NDC', { width: 'full', help: '11 digits; hyphens may be left out.' }),
      number('drug.quantity', 'Quantity'),
      choice('drug.unit', 'Unit', DRUG_UNIT.codes, { before: ' ' }),
      code('drug.prescriptionNumber', 'Prescription number', { isRare: true }),
      code('drug.linkSequenceNumber', 'Links a compound', { isRare: true }),
      choice('drug.qualifier', 'Kind of code', DRUG_CODES, { blank: 'NDC', isRare: true }),
    ],
  },
  {
    id: 'description',
    name: 'Description',
    words: 'unlisted NOC not otherwise classified SV101-7 text',
    isShownElsewhere: true,
    fields: [text('description', 'Service in words', { help: 'Sent with the code; at most 80 characters.' })],
  },
  {
    id: 'note',
    name: 'Note',
    words: 'NTE comment third party',
    paths: ['note', 'thirdPartyNote'],
    fields: [
      choice('note.kind', 'Kind', LINE_NOTES, { width: 'full' }),
      text('note.text', 'Text', { help: 'At most 80 characters.' }),
      text('thirdPartyNote', 'Note for a third party', { isRare: true }),
    ],
  },
  LINE_ADJUDICATIONS,
  {
    id: 'minutes',
    name: 'Anesthesia minutes',
    words: 'anaesthesia time MJ obstetric units',
    fields: [
      choice('unitOfMeasure', 'Unit', { MJ: 'Minutes' }, { blank: 'Units' }),
      number('obstetricAdditionalUnits', 'Obstetric extra units', { isRare: true }),
    ],
  },
  {
    id: 'marks',
    name: 'Emergency, EPSDT, family planning',
    words: 'box 24C 24H EMG copay exempt',
    fields: [
      flag('isEmergency', 'Emergency', { width: 'half' }),
      flag('isEpsdt', 'Child screening (EPSDT)', { width: 'half' }),
      flag('isFamilyPlanning', 'Family planning', { width: 'half' }),
      flag('isCopayExempt', 'Exempt from copay', { width: 'half' }),
    ],
  },
  ORDERING,
  EQUIPMENT,
  {
    id: 'clia',
    name: 'CLIA number of this line',
    words: 'laboratory lab REF X4 F4 referring',
    fields: [code('cliaNumber', 'CLIA number'), code('referringCliaNumber', 'Referring CLIA number')],
  },
  {
    id: 'treatment-dates',
    name: 'Treatment dates of this line',
    words: 'therapy spinal initial x-ray last seen prescription shipped',
    fields: [
      date('initialTreatmentDate', 'Initial treatment'),
      date('lastXRayDate', 'Last x-ray'),
      date('lastSeenDate', 'Last seen by physician'),
      date('prescriptionDate', 'Prescribed'),
      date('shippedDate', 'Shipped'),
    ],
  },
  ...LINE_AUTHORIZATIONS,
  { id: 'attachments', name: 'Attachments', words: 'PWK report', fields: [attachments()] },
  ...LINE_PROVIDERS,
  ...CERTIFICATES,
  {
    id: 'ambulance',
    name: 'Ambulance of this line',
    words: 'transport miles pick up drop off patients',
    paths: [
      'ambulance',
      'ambulancePickUp',
      'ambulanceDropOff',
      'ambulanceConditions',
      'ambulancePatientCount',
    ],
    fields: [...ambulanceFields(), number('ambulancePatientCount', 'Patients carried')],
  },
  {
    id: 'hospice',
    name: 'Hospice employee',
    words: 'CRC 70',
    fields: [yesNo('isHospiceEmployee', 'Given by the hospice’s employee', { width: 'full' })],
  },
  {
    id: 'immunization',
    name: 'Immunization batch',
    words: 'vaccine lot REF BT',
    fields: [code('immunizationBatchNumber', 'Batch number', { width: 'full' })],
  },
  {
    id: 'mammography',
    name: 'Mammography certification of this line',
    words: 'FDA REF EW',
    fields: [code('mammographyCertificationNumber', 'Mammography certification', { width: 'full' })],
  },
  {
    id: 'tax-postage',
    name: 'Sales tax and postage',
    words: 'AMT T F4',
    fields: [money('salesTaxAmount', 'Sales tax'), money('postageAmount', 'Postage')],
  },
  {
    id: 'code-set',
    name: 'Other kind of procedure code',
    words: 'ABC HIEC jurisdiction qualifier',
    fields: [
      choice('procedureCodeQualifier', 'Kind of code', OTHER_PROCEDURE_CODES, {
        blank: 'CPT or HCPCS',
        width: 'full',
      }),
    ],
  },
  { id: 'contract', name: 'Contract', words: 'CN1', paths: ['contract'], fields: contractFields() },
  {
    id: 'repricing',
    name: 'Repricing',
    words: 'HCP',
    paths: ['repricing', 'repricedLineNumber', 'adjustedRepricedLineNumber'],
    fields: [
      ...repricingFields('line'),
      code('repricedLineNumber', 'Repriced line number'),
      code('adjustedRepricedLineNumber', 'Adjusted repriced number'),
    ],
  },
  { id: 'file-information', name: 'File information (K3)', words: 'state', fields: [fileInformation()] },
];
