/** Sections of the claim about the patient's situation: accident, illness, treatment, programs. */
import {
  COUNTRY,
  EPSDT_CONDITION,
  PATIENT_CONDITION,
  RELATED_CAUSE,
  SPECIAL_PROGRAM,
  STATE,
  VISION_CONDITION,
} from '@claimside/shared/codes';
import { propertyCasualtyFields } from './blocks.ts';
import { EYEWEAR } from './choices.ts';
import { choice, choices, code, codes, date, flag, list, number, text, under, yesNo } from './make.ts';
import { ambulanceFields } from './situations.ts';
import type { SectionSpec } from './spec.ts';

const { US: _, ...OTHER_COUNTRIES } = COUNTRY.codes;

export const ACCIDENT: SectionSpec = {
  id: 'accident',
  name: 'Accident',
  words: 'box 10 15 auto car work employment related injury',
  fields: [
    choices('relatedCauses', 'Related to', RELATED_CAUSE.codes),
    date('accidentDate', 'Date'),
    choice('autoAccidentState', 'State, if by car', STATE.codes),
    choice('autoAccidentCountry', 'Country, if abroad', OTHER_COUNTRIES, { isRare: true }),
  ],
};

export const SPINAL: SectionSpec = {
  id: 'spinal',
  name: 'Spinal treatment',
  words: 'chiropractic chiropractor manipulation adjustment CMT box 14 15 initial treatment x-ray CR2',
  paths: ['spinalManipulation', 'initialTreatmentDate', 'acuteManifestationDate', 'lastXRayDate'],
  fields: [
    date('initialTreatmentDate', 'Initial treatment'),
    choice('spinalManipulation.natureOfCondition', 'Condition', PATIENT_CONDITION.codes),
    date('acuteManifestationDate', 'Acute since'),
    date('lastXRayDate', 'Last x-ray'),
    text('spinalManipulation.description1', 'Description'),
    text('spinalManipulation.description2', 'Description, continued', { isRare: true }),
  ],
};

export const SITUATIONS: readonly SectionSpec[] = [
  {
    id: 'property-casualty',
    name: 'Work comp or auto claim',
    words: 'property casualty P&C Y4 adjuster injury liability',
    fields: [
      ...under('patient', propertyCasualtyFields()),
      code('patient.propertyCasualtyMemberId', 'Patient’s own member ID', { isRare: true }),
      date('firstContactDate', 'First contact'),
    ],
  },
  {
    id: 'property-casualty-insured',
    name: 'Work comp or auto claim: the insured',
    words: 'property casualty P&C Y4 employer',
    fields: under('subscriber', propertyCasualtyFields()),
  },
  {
    id: 'pregnancy',
    name: 'Pregnancy',
    words: 'box 14 LMP menstrual maternity',
    fields: [
      flag('patient.isPregnant', 'The patient is pregnant'),
      date('lastMenstrualPeriodDate', 'Last menstrual period'),
    ],
  },
  {
    id: 'disability',
    name: 'Disability and time off work',
    words: 'box 16 unable to work return',
    fields: [
      date('disabilityStartDate', 'Disabled from'),
      date('disabilityEndDate', 'Disabled to'),
      date('lastWorkedDate', 'Last worked'),
      date('returnToWorkDate', 'Back to work'),
    ],
  },
  {
    id: 'hospital',
    name: 'Hospital stay',
    words: 'box 18 inpatient admission discharge',
    fields: [date('admissionDate', 'Admitted'), date('dischargeDate', 'Discharged')],
  },
  {
    id: 'last-seen',
    name: 'Last seen by the physician',
    words: 'box 19 foot care podiatry therapy date last seen',
    fields: [date('lastSeenDate', 'Last seen by the physician')],
  },
  {
    id: 'shared-care',
    name: 'Shared post-operative care',
    words: 'box 19 assumed relinquished care modifier 54 55',
    fields: [date('careAssumedDate', 'Taken over'), date('careRelinquishedDate', 'Handed over')],
  },
  {
    id: 'ambulance',
    name: 'Ambulance',
    words: 'transport miles pick up drop off CR1',
    paths: ['ambulance', 'ambulancePickUp', 'ambulanceDropOff', 'ambulanceConditions'],
    fields: ambulanceFields(),
  },
  {
    id: 'vision',
    name: 'Vision or hearing',
    words: 'glasses lenses contact frames prescription CRC',
    fields: [
      date('hearingVisionPrescriptionDate', 'Prescribed'),
      list('visionConditions', 'Replacement', {
        item: 'replacement',
        most: 3,
        fields: [
          choice('category', 'Item', EYEWEAR),
          yesNo('applies', 'Needed'),
          choices('codes', 'Reasons', VISION_CONDITION.codes),
        ],
        start: () => ({ applies: true }),
      }),
    ],
  },
  {
    id: 'epsdt',
    name: 'Child screening (EPSDT) referral',
    words: 'box 24H early periodic screening CRC ZZ',
    paths: ['epsdtReferral'],
    fields: [
      yesNo('epsdtReferral.applies', 'Referral given', { width: 'full' }),
      choices('epsdtReferral.codes', 'Referral', EPSDT_CONDITION.codes),
    ],
  },
  {
    id: 'homebound',
    name: 'Homebound patient',
    words: 'CRC 75 laboratory home',
    fields: [flag('isHomebound', 'The patient cannot leave home')],
  },
  {
    id: 'anesthesia',
    name: 'Surgery under anesthesia',
    words: 'anaesthesia surgical procedure BP BO',
    fields: [codes('anesthesiaProcedures', 'Surgery, one or two codes')],
  },
  {
    id: 'condition-codes',
    name: 'Condition codes',
    words: 'box 10d BG',
    fields: [codes('conditionCodes', 'Condition codes')],
  },
  {
    id: 'special-program',
    name: 'Special program',
    words: 'CLM12 second opinion federal children',
    fields: [choice('specialProgram', 'Special program', SPECIAL_PROGRAM.codes, { width: 'full' })],
  },
  {
    id: 'death',
    name: 'Patient’s date of death',
    words: 'deceased died PAT06',
    fields: [date('patient.dateOfDeath', 'Date of death')],
  },
  {
    id: 'weight',
    name: 'Patient’s weight',
    words: 'pounds dialysis equipment PAT08',
    fields: [number('patient.weightPounds', 'Weight, pounds')],
  },
];
