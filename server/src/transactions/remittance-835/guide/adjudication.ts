/** 835 what else the payer says of how it decided a claim: MIA inpatient, MOA outpatient. */
import { amount, decimal, openCode, type Place } from '../../guide/elements.ts';
import { item } from '../../guide/fields.ts';
import { segment } from '../../guide/segments.ts';

const money = (place: Place) => amount('S', place);
const remark = (index: number) => openCode('S', 1, 50, item('remarkCodes', index));

export const INPATIENT = segment(
  'MIA',
  'inpatient adjudication',
  [
    decimal('R', 15, 'coveredDays'),
    money('operatingOutlierAmount'),
    decimal('S', 15, 'lifetimePsychiatricDays'),
    money('drgAmount'),
    remark(0),
    money('disproportionateShareAmount'),
    money('medicareSecondaryPassThroughAmount'),
    money('capitalAmount'),
    money('capitalFederalSpecificDrgAmount'),
    money('capitalHospitalSpecificDrgAmount'),
    money('capitalDisproportionateShareDrgAmount'),
    money('oldCapitalAmount'),
    money('capitalIndirectMedicalEducationAmount'),
    money('operatingHospitalSpecificDrgAmount'),
    decimal('S', 15, 'costReportDays'),
    money('operatingFederalSpecificDrgAmount'),
    money('capitalOutlierAmount'),
    money('indirectTeachingAmount'),
    money('nonpayableProfessionalAmount'),
    ...[1, 2, 3, 4].map(remark),
    money('capitalExceptionAmount'),
  ],
  { object: 'inpatient' },
);

export const OUTPATIENT = segment(
  'MOA',
  'outpatient adjudication',
  [
    decimal('S', 10, 'reimbursementRate'),
    money('hcpcsPayableAmount'),
    ...[0, 1, 2, 3, 4].map(remark),
    money('esrdPaymentAmount'),
    money('nonpayableProfessionalAmount'),
  ],
  { object: 'outpatient' },
);
