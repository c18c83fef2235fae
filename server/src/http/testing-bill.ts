/** For tests: what a press on *Bill this visit* sends, of a patient who does not exist. */
import type { CreateClaimRequest } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { cents, type IsoDate } from '@claimside/shared/values';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';

/** An office visit that passes every edit, of a patient who does not exist. */
export const CLAIM: Claim = {
  billingProvider: EXAMPLE_PRACTICE.billingProvider,
  patient: {
    lastName: 'TESTER',
    firstName: 'ANNA',
    birthDate: '1980-02-03' as IsoDate,
    sex: 'F',
    address: { line1: '2 SAMPLE STREET', city: 'TESTVILLE', state: 'OR', postalCode: '97201' },
  },
  relationshipToSubscriber: '18',
  coverage: {
    payerName: 'EXAMPLE HEALTH PLAN',
    payerId: 'TEST1',
    memberId: 'TEST0001',
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
      chargeAmount: cents(18_500),
      units: 1,
      diagnosisPointers: [1],
      serviceDate: '2026-11-16' as IsoDate,
    },
  ],
};

/** A request to bill CLAIM; `visit` is two hex digits that tell visits apart: any but `01` is said to be another one. */
export function billing(visit = '01', claim: Claim = CLAIM): CreateClaimRequest {
  const secondVisitOfDay = visit === '01' ? {} : { secondVisitOfDay: true };
  return {
    claim,
    ehr: 'openemr',
    visitKey: visit.padStart(64, '0'),
    correctedFields: [],
    ...secondVisitOfDay,
  };
}

/** The header that POST /claims needs. */
export const keyed = (key: string) => ({ 'idempotency-key': key.padStart(24, 'k') });
