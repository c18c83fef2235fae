/** An obviously invented office visit, complete and valid: the start of many tests and of the practice example. */

import type { Claim } from '../claim/index.ts';
import { cents, type IsoDate } from '../values/index.ts';

const date = (text: string) => text as IsoDate;

export const exampleClaim: Claim = {
  billingProvider: {
    npi: '1234567893',
    taxonomy: '208D00000X',
    name: { kind: 'organization', organizationName: 'Sample Clinic' },
    taxIdKind: 'EI',
    taxId: '123456789',
    address: { line1: '1 Example Street', city: 'Springfield', state: 'IL', postalCode: '627010001' },
    contactName: 'Billing Office',
    contactPhone: '2175550100',
  },
  renderingProvider: {
    lastName: 'Halvorsen',
    firstName: 'Ingrid',
    npi: '1245319599',
    taxonomy: '207Q00000X',
  },
  patient: {
    lastName: 'Quintero',
    firstName: 'Marta',
    birthDate: date('1978-04-12'),
    sex: 'F',
    address: { line1: '12 Invented Lane', city: 'Springfield', state: 'IL', postalCode: '62704' },
  },
  relationshipToSubscriber: '18',
  coverage: { payerName: 'Aetna', payerId: '60054', memberId: 'W123456789', claimFilingIndicator: 'CI' },
  placeOfService: '11',
  frequency: '1',
  providerSignatureOnFile: true,
  assignmentOfBenefits: 'A',
  benefitsToProvider: 'Y',
  releaseOfInformation: 'Y',
  diagnoses: [{ code: 'M54.50' }, { code: 'I10' }, { code: 'E11.9' }],
  serviceLines: [
    {
      procedureCode: '99214',
      modifiers: ['25'],
      chargeAmount: cents(18500),
      units: 1,
      diagnosisPointers: [2, 3],
      serviceDate: date('2026-11-16'),
    },
    {
      procedureCode: '97110',
      modifiers: ['GP'],
      chargeAmount: cents(9600),
      units: 2,
      diagnosisPointers: [1],
      serviceDate: date('2026-11-16'),
    },
  ],
};
