/** For tests: claims of an invented person, and the 837P that holds them. */
import { type Claim, ClaimSchema } from '@claimside/shared/claim';
import type { IsoDate } from '@claimside/shared/values';
import { type ClaimFileEnvelope, writeClaimFile } from '../transactions/claim-837p/index.ts';

/** A claim of $433.50 in two lines, for an invented person; the member id chooses the scenario. */
export function aClaim(memberId: string, changes: Partial<Claim> = {}): Claim {
  return ClaimSchema.parse({
    billingProvider: {
      npi: '1234567893',
      name: { kind: 'organization', organizationName: 'SAMPLE CLINIC' },
      taxIdKind: 'EI',
      taxId: '123456789',
      address: { line1: '1 TEST STREET', city: 'SAMPLETOWN', state: 'CA', postalCode: '900010001' },
      contactName: 'BILLING TESTER',
      contactPhone: '5555550100',
    },
    patient: {
      lastName: 'TESTER',
      firstName: 'ANNA',
      birthDate: '1980-01-02',
      sex: 'F',
      address: { line1: '2 TEST STREET', city: 'SAMPLETOWN', state: 'CA', postalCode: '90001' },
    },
    relationshipToSubscriber: '18',
    coverage: { payerName: 'SAMPLE HEALTH PLAN', payerId: '60054', memberId, claimFilingIndicator: 'CI' },
    placeOfService: '11',
    frequency: '1',
    providerSignatureOnFile: true,
    assignmentOfBenefits: 'A',
    benefitsToProvider: 'Y',
    releaseOfInformation: 'Y',
    diagnoses: [{ code: 'M5450' }],
    serviceLines: [
      {
        procedureCode: '99214',
        modifiers: ['25'],
        chargeAmount: 32_501,
        units: 1,
        diagnosisPointers: [1],
        serviceDate: '2026-11-16',
      },
      {
        procedureCode: '97110',
        modifiers: ['GP'],
        chargeAmount: 10_849,
        units: 2,
        diagnosisPointers: [1],
        serviceDate: '2026-11-16',
      },
    ],
    ...changes,
  });
}

/** An 837P as Office Ally wants it; `C0000001`, `C0000002` ... are the claims' own numbers. */
export function a837p(claims: readonly Claim[], envelope: Partial<ClaimFileEnvelope> = {}): Uint8Array {
  const defaults: ClaimFileEnvelope = {
    interchangeSender: { qualifier: 'ZZ', id: '123456789' },
    interchangeReceiver: { qualifier: 'ZZ', id: '330897513' },
    applicationSender: '123456789',
    applicationReceiver: '330897513',
    usageIndicator: 'P',
    acknowledgementRequested: '0',
    interchangeControlNumber: 101,
    groupControlNumber: 101,
    transactionSetControlNumber: 1,
    batchReference: 'BATCH101',
    date: '2026-11-22' as IsoDate,
    time: '1530',
    submitter: {
      name: 'SAMPLE CLINIC',
      id: '123456789',
      contactName: 'BILLING TESTER',
      contactPhone: '5555550100',
    },
    receiver: { name: 'OFFICE ALLY', id: '330897513' },
  };
  const numbered = claims.map((claim, place) => ({
    patientControlNumber: `C${String(place + 1).padStart(7, '0')}`,
    claim,
  }));
  return writeClaimFile({ ...defaults, ...envelope }, numbered).bytes;
}
