/** Sections of a line for equipment, certificates, tests and forms. */
import { EQUIPMENT_CONDITION } from '@claimside/shared/codes';
import {
  ANSWERS,
  CERTIFICATE_WAYS,
  CERTIFICATIONS,
  FORMS,
  MEASURED,
  MEASUREMENTS,
  RENTAL_FREQUENCIES,
} from './choices.ts';
import { choice, choices, code, date, list, money, number, text, under, yesNo } from './make.ts';
import type { SectionSpec } from './spec.ts';

export const EQUIPMENT: SectionSpec = {
  id: 'equipment',
  name: 'Equipment (DME)',
  words: 'durable medical rental purchase SV5 wheelchair oxygen',
  paths: ['durableMedicalEquipment'],
  fields: under('durableMedicalEquipment', [
    number('days', 'Days needed'),
    choice('rentalFrequency', 'Rental frequency', RENTAL_FREQUENCIES),
    money('rentalPrice', 'Rental price'),
    money('purchasePrice', 'Purchase price'),
  ]),
};

export const CERTIFICATES: readonly SectionSpec[] = [
  {
    id: 'certificate',
    name: 'Certificate of medical necessity',
    words: 'CMN DME oxygen CR3 PWK CRC 09 DIF recertification',
    fields: [
      choice('medicalNecessityCertificate', 'Way of sending', CERTIFICATE_WAYS, { width: 'full' }),
      choice('equipmentCertification.type', 'Certification', CERTIFICATIONS),
      number('equipmentCertification.months', 'Months needed'),
      date('therapyStartDate', 'Therapy began'),
      date('lastCertificationDate', 'Last certified'),
      date('certificationRevisionDate', 'Revised'),
      yesNo('equipmentConditions.applies', 'Conditions hold', { isRare: true }),
      choices('equipmentConditions.codes', 'Conditions', EQUIPMENT_CONDITION.codes, { isRare: true }),
    ],
  },
  {
    id: 'tests',
    name: 'Test results',
    words: 'MEA hemoglobin hematocrit creatinine epoetin height dialysis laboratory',
    fields: [
      date('hemoglobinTestDate', 'Hemoglobin tested'),
      date('serumCreatinineTestDate', 'Creatinine tested'),
      list('measurements', 'Results', {
        item: 'result',
        most: 5,
        fields: [
          choice('qualifier', 'Test', MEASUREMENTS, { width: 'third' }),
          choice('type', 'Kind', MEASURED, { width: 'third' }),
          number('value', 'Value', { width: 'third', before: ' ' }),
        ],
      }),
    ],
  },
  {
    id: 'forms',
    name: 'Form of the payer',
    words: 'LQ FRM CMN questions answers',
    fields: [
      list('forms', 'Forms', {
        opensWithRow: true,
        item: 'form',
        most: 99,
        fields: [
          choice('kind', 'Kind', FORMS),
          code('id', 'Form number'),
          list('answers', 'Answers', {
            item: 'answer',
            most: 99,
            fields: [
              code('question', 'Question'),
              choice('yesNo', 'Yes or no', ANSWERS),
              text('text', 'Words', { isRare: true }),
              date('date', 'Date', { isRare: true }),
              number('percent', 'Percent', { isRare: true }),
            ],
          }),
        ],
      }),
    ],
  },
];
