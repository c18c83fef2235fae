/** 835 groups of claims (2000): LX, and the summaries of TS3 and TS2. */
import { amount, count, date, decimal, type Place, text, unused, unusedTimes } from '../../guide/elements.ts';
import { segment } from '../../guide/segments.ts';

export const GROUP_NUMBER = segment('LX', 'group of claims', [{ ...text('R', 6, 'number'), type: 'N0' }], {
  usage: 'R',
});

const money = (place: Place) => amount('S', place);

export const SUMMARY = segment(
  'TS3',
  'summary of a provider’s claims',
  [
    text('R', 50, 'providerId'),
    text('R', 2, 'facilityType'),
    date('R', 'fiscalPeriodEnd'),
    count('R', 15, 'claimCount'),
    amount('R', 'totalCharge'),
    ...unusedTimes(7),
    money('medicareSecondaryPayerAmount'),
    unused,
    money('nonLaboratoryCharge'),
    unused,
    money('hcpcsReportableCharge'),
    money('hcpcsPayableAmount'),
    unused,
    money('professionalComponentAmount'),
    money('medicareSecondaryPatientLiability'),
    money('patientReimbursement'),
    count('S', 15, 'periodicInterimPaymentClaimCount'),
    money('periodicInterimPaymentAdjustment'),
  ],
  { object: 'summary' },
);

export const SUPPLEMENTAL_SUMMARY = segment(
  'TS2',
  'summary of a provider’s inpatient claims',
  [
    money('drgAmount'),
    money('federalSpecificAmount'),
    money('hospitalSpecificAmount'),
    money('disproportionateShareAmount'),
    money('capitalAmount'),
    money('indirectMedicalEducationAmount'),
    decimal('S', 15, 'outlierDayCount'),
    money('dayOutlierAmount'),
    money('costOutlierAmount'),
    decimal('S', 15, 'averageLengthOfStay'),
    decimal('S', 15, 'dischargeCount'),
    decimal('S', 15, 'costReportDayCount'),
    decimal('S', 15, 'coveredDayCount'),
    decimal('S', 15, 'noncoveredDayCount'),
    money('medicareSecondaryPassThroughAmount'),
    decimal('S', 15, 'averageDrgWeight'),
    money('capitalFederalSpecificAmount'),
    money('capitalHospitalSpecificAmount'),
    money('medicareSecondaryDrgAmount'),
  ],
  { object: 'supplementalSummary' },
);
