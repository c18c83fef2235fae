/** Obviously invented claims of special kinds, complete and without a finding: one each of what not every practice bills. */
import type { Claim, ServiceLine } from '../claim/index.ts';
import { cents, type IsoDate } from '../values/index.ts';
import { exampleClaim } from './claim.ts';

const date = (text: string) => text as IsoDate;
const DAY = date('2026-11-16');

function line(procedureCode: string, charge: number, more: Partial<ServiceLine> = {}): ServiceLine {
  return {
    procedureCode,
    modifiers: [],
    chargeAmount: cents(charge),
    units: 1,
    diagnosisPointers: [1],
    serviceDate: DAY,
    ...more,
  };
}

const referringProvider = { lastName: 'Referrer', firstName: 'Rita', npi: '1987654328' };
const address = { line1: '7 Made Up Road', city: 'Springfield', state: 'IL', postalCode: '627050002' };

/** To Medicare, with the number on its specimen card. */
export const medicareClaim: Claim = {
  ...exampleClaim,
  referringProvider,
  coverage: {
    payerName: 'Medicare',
    payerId: 'MCRIL',
    memberId: '1EG4TE5MK73',
    claimFilingIndicator: 'MB',
  },
};

/** A child insured by a parent. */
export const dependentClaim: Claim = {
  ...exampleClaim,
  patient: { ...exampleClaim.patient, firstName: 'Milo', birthDate: date('2016-05-01'), sex: 'M' },
  relationshipToSubscriber: '19',
  subscriber: { lastName: 'Quintero', firstName: 'Marta', birthDate: date('1978-04-12'), sex: 'F' },
};

const decision = (paid: number, contract: number, patient: number, procedureCode: string) => ({
  payerId: '60054',
  paidAmount: cents(paid),
  procedureCode,
  modifiers: [],
  paidUnits: 1,
  adjustments: [
    { group: 'CO' as const, reason: '45', amount: cents(contract) },
    { group: 'PR' as const, reason: '2', amount: cents(patient) },
  ],
  adjudicationDate: date('2026-11-20'),
});

/** To the second payer, after the first has decided on each line. */
export const secondaryClaim: Claim = {
  ...exampleClaim,
  coverage: {
    ...exampleClaim.coverage,
    rank: 'S',
    payerName: 'Cigna',
    payerId: '62308',
    memberId: 'U987654321',
  },
  otherCoverages: [
    {
      rank: 'P',
      relationshipToSubscriber: '18',
      claimFilingIndicator: 'CI',
      paidAmount: cents(16_000),
      benefitsToProvider: 'Y',
      releaseOfInformation: 'Y',
      subscriber: { lastName: 'Quintero', firstName: 'Marta', memberId: 'W123456789' },
      payer: { name: 'Aetna', id: '60054' },
    },
  ],
  serviceLines: [
    line('99214', 18_500, { modifiers: ['25'], adjudications: [decision(11_000, 5_000, 2_500, '99214')] }),
    line('97110', 9_600, { modifiers: ['GP'], adjudications: [decision(5_000, 3_000, 1_600, '97110')] }),
  ],
};

/** Spinal treatment of a Medicare patient. */
export const chiropracticClaim: Claim = {
  ...medicareClaim,
  initialTreatmentDate: date('2026-11-02'),
  spinalManipulation: { natureOfCondition: 'A' },
  acuteManifestationDate: date('2026-10-30'),
  diagnoses: [{ code: 'M99.03' }, { code: 'M54.50' }],
  serviceLines: [line('98941', 6_000, { modifiers: ['AT'], diagnosisPointers: [1, 2] })],
};

/** A transport to a hospital, for Medicare. */
export const ambulanceClaim: Claim = {
  ...medicareClaim,
  placeOfService: '41',
  ambulancePickUp: exampleClaim.patient.address,
  ambulanceDropOff: { name: 'Imaginary Hospital', address },
  ambulance: { reason: 'A', miles: 6 },
  ambulanceConditions: [{ applies: true, codes: ['04', '06'] }],
  diagnoses: [{ code: 'R55' }],
  serviceLines: [
    line('A0429', 60_000, { modifiers: ['RH'] }),
    line('A0425', 9_000, { modifiers: ['RH'], units: 6 }),
  ],
};

/** Tests in the office and at another laboratory, for Medicare. */
export const laboratoryClaim: Claim = {
  ...medicareClaim,
  cliaNumber: '14D1234567',
  diagnoses: [{ code: 'E11.9' }],
  serviceLines: [
    line('81002', 1_200, { modifiers: ['QW'] }),
    line('83036', 3_500, { modifiers: ['90'], referringCliaNumber: '14D7654321' }),
  ],
};

/** An injection, for Medicaid. */
export const drugClaim: Claim = {
  ...exampleClaim,
  coverage: {
    payerName: 'Imaginary Medicaid',
    payerId: 'SKIL0',
    memberId: '123456789',
    claimFilingIndicator: 'MC',
  },
  diagnoses: [{ code: 'M17.11' }],
  serviceLines: [
    line('20610', 15_000, { modifiers: ['RT'] }),
    line('J1030', 1_500, { drug: { code: '00009307303', quantity: 1, unit: 'ML' } }),
  ],
};

/** Anesthesia for an operation in a hospital. */
export const anesthesiaClaim: Claim = {
  ...medicareClaim,
  placeOfService: '21',
  admissionDate: date('2026-11-15'),
  serviceFacility: { name: 'Imaginary Hospital', npi: '1003000126', address },
  diagnoses: [{ code: 'K35.80' }],
  serviceLines: [line('00840', 90_000, { modifiers: ['AA', 'P2'], units: 75, unitOfMeasure: 'MJ' })],
};

/** An injury at work, to a work comp insurer; the employer is the insured. */
export const workCompClaim: Claim = {
  ...exampleClaim,
  patient: { ...exampleClaim.patient, propertyCasualtyClaimNumber: 'WC-2026-77' },
  relationshipToSubscriber: '20',
  subscriber: { organizationName: 'Imaginary Foundry' },
  coverage: {
    payerName: 'State Fund',
    payerId: '35076',
    memberId: 'WC-2026-77',
    claimFilingIndicator: 'WC',
  },
  relatedCauses: ['EM'],
  accidentDate: date('2026-11-10'),
};

/** Rented equipment, with what goes with it. */
export const equipmentClaim: Claim = {
  ...medicareClaim,
  placeOfService: '12',
  diagnoses: [{ code: 'G47.33' }],
  serviceLines: [
    line('E0601', 12_000, {
      modifiers: ['RR', 'KX'],
      durableMedicalEquipment: {
        days: 30,
        rentalPrice: cents(12_000),
        purchasePrice: cents(90_000),
        rentalFrequency: '4',
      },
    }),
  ],
};

export const specialClaims: Readonly<Record<string, Claim>> = {
  medicareClaim,
  dependentClaim,
  secondaryClaim,
  chiropracticClaim,
  ambulanceClaim,
  laboratoryClaim,
  drugClaim,
  anesthesiaClaim,
  workCompClaim,
  equipmentClaim,
};
