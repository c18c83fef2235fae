/** What a press on *Bill this visit* sends: an office visit of a patient who does not exist, another one for each number. */
import type { CreateClaimRequest } from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { EXAMPLE_PRACTICE } from '../../src/practice/index.ts';

export function exampleBill(number: number, memberId: string, serviceDate: IsoDate): CreateClaimRequest {
  return {
    claim: {
      billingProvider: EXAMPLE_PRACTICE.billingProvider,
      patient: {
        lastName: `SIMULATED${letters(number)}`,
        firstName: 'ANNA',
        birthDate: '1980-02-03' as IsoDate,
        sex: 'F',
        address: { line1: '2 SAMPLE STREET', city: 'TESTVILLE', state: 'OR', postalCode: '97201' },
      },
      relationshipToSubscriber: '18',
      coverage: {
        payerName: 'EXAMPLE HEALTH PLAN',
        payerId: 'TEST1',
        memberId,
        claimFilingIndicator: 'CI',
      },
      placeOfService: '11',
      frequency: '1',
      providerSignatureOnFile: true,
      assignmentOfBenefits: 'A',
      benefitsToProvider: 'Y',
      releaseOfInformation: 'Y',
      diagnoses: [{ code: 'M54.50' }],
      serviceLines: [
        {
          procedureCode: '99214',
          modifiers: ['25'],
          chargeAmount: cents(18_500 + number),
          units: 1,
          diagnosisPointers: [1],
          serviceDate,
        },
      ],
    },
    ehr: 'manual',
    visitKey: String(number).padStart(64, '0'),
    correctedFields: [],
  };
}

/** A name has no digits. */
function letters(number: number): string {
  return String(number).replaceAll(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)));
}
