import type { Claim } from '@claimside/shared/claim';
import { exampleClaim } from '@claimside/shared/examples';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { exampleClaimFileEnvelope, segmentLines } from '../examples.ts';
import { writeClaimFile } from './write.ts';

const day = (text: string) => text as IsoDate;
const { billingProvider } = exampleClaim;

const fullVisit: Claim = {
  ...exampleClaim,
  serviceFacility: {
    name: 'Invented Surgery Center',
    npi: '1999999984',
    address: {
      line1: '9 Other Road',
      line2: 'Suite 2',
      city: 'Springfield',
      state: 'IL',
      postalCode: '627020002',
    },
  },
  referringProvider: { lastName: 'Sampleton', firstName: 'Rae', suffix: 'Jr', npi: '1003000126' },
  coverage: { ...exampleClaim.coverage, groupNumber: 'G-100', groupName: 'Left out beside a number' },
  frequency: '7',
  payerClaimControlNumber: 'P0000000001',
  priorAuthorizationNumber: 'AUTH 77',
  onsetDate: day('2026-11-01'),
  patientPaidAmount: cents(2050),
  serviceLines: [
    {
      procedureCode: '99214',
      modifiers: ['25', 'GT', '59', 'XU'],
      chargeAmount: cents(18500),
      units: 1,
      diagnosisPointers: [2, 3],
      serviceDate: day('2026-11-16'),
      placeOfService: '02',
    },
    {
      procedureCode: '97110',
      modifiers: [],
      chargeAmount: cents(9605),
      units: 2.5,
      diagnosisPointers: [1],
      serviceDate: day('2026-11-16'),
      serviceDateEnd: day('2026-11-18'),
    },
  ],
};

test('an office visit of a subscriber, with everything that an office visit may have, is written segment by segment', () => {
  const { bytes, positions } = writeClaimFile(exampleClaimFileEnvelope, [
    { patientControlNumber: 'C000000001', claim: fullVisit },
  ]);
  expect(segmentLines(bytes)).toEqual([
    'ISA*00*          *00*          *ZZ*123456789      *ZZ*330897513      *261122*1530*^*00501*000000101*0*P*:',
    'GS*HC*123456789*330897513*20261122*1530*101*X*005010X222A1',
    'ST*837*0001*005010X222A1',
    'BHT*0019*00*B000000101*20261122*1530*CH',
    'NM1*41*2*SAMPLE CLINIC*****46*123456789',
    'PER*IC*BILLING OFFICE*TE*2175550100',
    'NM1*40*2*OFFICE ALLY*****46*330897513',
    'HL*1**20*1',
    'PRV*BI*PXC*208D00000X',
    'NM1*85*2*SAMPLE CLINIC*****XX*1234567893',
    'N3*1 EXAMPLE STREET',
    'N4*SPRINGFIELD*IL*627010001',
    'REF*EI*123456789',
    'HL*2*1*22*0',
    'SBR*P*18*G-100******CI',
    'NM1*IL*1*QUINTERO*MARTA****MI*W123456789',
    'N3*12 INVENTED LANE',
    'N4*SPRINGFIELD*IL*62704',
    'DMG*D8*19780412*F',
    'NM1*PR*2*AETNA*****PI*60054',
    'CLM*C000000001*281.05***11:B:7*Y*A*Y*Y',
    'DTP*431*D8*20261101',
    'AMT*F5*20.5',
    'REF*G1*AUTH 77',
    'REF*F8*P0000000001',
    'HI*ABK:M5450*ABF:I10*ABF:E119',
    'NM1*DN*1*SAMPLETON*RAE***JR*XX*1003000126',
    'NM1*82*1*HALVORSEN*INGRID****XX*1245319599',
    'PRV*PE*PXC*207Q00000X',
    'NM1*77*2*INVENTED SURGERY CENTER*****XX*1999999984',
    'N3*9 OTHER ROAD*SUITE 2',
    'N4*SPRINGFIELD*IL*627020002',
    'LX*1',
    'SV1*HC:99214:25:GT:59:XU*185*UN*1*02**2:3',
    'DTP*472*D8*20261116',
    'REF*6R*C000000001L1',
    'LX*2',
    'SV1*HC:97110*96.05*UN*2.5***1',
    'DTP*472*RD8*20261116-20261118',
    'REF*6R*C000000001L2',
    'SE*39*0001',
    'GE*1*101',
    'IEA*1*000000101',
  ]);
  expect(positions).toEqual([
    {
      patientControlNumber: 'C000000001',
      transactionSetControlNumber: '0001',
      firstOrdinal: 12,
      lastOrdinal: 38,
    },
  ]);
});

test('a dependent stands below the subscriber, with a billing provider who is a person and has a contact of their own', () => {
  const claim: Claim = {
    ...exampleClaim,
    billingProvider: {
      ...billingProvider,
      name: { kind: 'person', lastName: 'Tester', firstName: 'Otto', middleName: 'Q' },
      taxIdKind: 'SY',
      contactName: 'Front Desk',
    },
    relationshipToSubscriber: '19',
    subscriber: { ...exampleClaim.patient, firstName: 'Zoë-Ann', birthDate: day('1950-02-03') },
    coverage: { ...exampleClaim.coverage, groupName: 'Sample: Group*' },
    diagnoses: [{ code: 'I10' }],
    serviceLines: exampleClaim.serviceLines.slice(0, 1),
  };
  const { bytes } = writeClaimFile(exampleClaimFileEnvelope, [{ patientControlNumber: 'C000000002', claim }]);
  expect(segmentLines(bytes).slice(7, -3)).toEqual([
    'HL*1**20*1',
    'PRV*BI*PXC*208D00000X',
    'NM1*85*1*TESTER*OTTO*Q***XX*1234567893',
    'N3*1 EXAMPLE STREET',
    'N4*SPRINGFIELD*IL*627010001',
    'REF*SY*123456789',
    'PER*IC*FRONT DESK*TE*2175550100',
    'HL*2*1*22*1',
    'SBR*P***SAMPLE GROUP*****CI',
    'NM1*IL*1*QUINTERO*ZOE-ANN****MI*W123456789',
    'N3*12 INVENTED LANE',
    'N4*SPRINGFIELD*IL*62704',
    'DMG*D8*19500203*F',
    'NM1*PR*2*AETNA*****PI*60054',
    'HL*3*2*23*0',
    'PAT*19',
    'NM1*QC*1*QUINTERO*MARTA',
    'N3*12 INVENTED LANE',
    'N4*SPRINGFIELD*IL*62704',
    'DMG*D8*19780412*F',
    'CLM*C000000002*185***11:B:1*Y*A*Y*Y',
    'HI*ABK:I10',
    'NM1*82*1*HALVORSEN*INGRID****XX*1245319599',
    'PRV*PE*PXC*207Q00000X',
    'LX*1',
    'SV1*HC:99214:25*185*UN*1***2:3',
    'DTP*472*D8*20261116',
    'REF*6R*C000000002L1',
  ]);
});

test('claims of one billing provider share its level, and levels are numbered through', () => {
  const other: Claim = { ...exampleClaim, billingProvider: { ...billingProvider, npi: '1003000126' } };
  const claims = [exampleClaim, other, exampleClaim].map((claim, index) => ({
    patientControlNumber: `C${index}`,
    claim,
  }));
  const { bytes, positions } = writeClaimFile(exampleClaimFileEnvelope, claims);
  const levels = segmentLines(bytes).filter((line) => line.startsWith('HL*'));
  expect(levels).toEqual(['HL*1**20*1', 'HL*2*1*22*0', 'HL*3*1*22*0', 'HL*4**20*1', 'HL*5*4*22*0']);
  expect(positions.map(({ patientControlNumber }) => patientControlNumber)).toEqual(['C0', 'C2', 'C1']);
});

test('a billing contact with four numbers takes two PER', () => {
  const claim: Claim = {
    ...exampleClaim,
    billingProvider: {
      ...billingProvider,
      contactName: 'Front Desk',
      contactPhone: '2175550109',
      contactPhoneExtension: '12',
      contactFax: '2175550108',
      contactEmail: 'DESK.EXAMPLE',
    },
  };
  const { bytes } = writeClaimFile(exampleClaimFileEnvelope, [{ patientControlNumber: 'C1', claim }]);
  expect(segmentLines(bytes).filter((line) => line.startsWith('PER'))).toEqual([
    'PER*IC*BILLING OFFICE*TE*2175550100',
    'PER*IC*FRONT DESK*TE*2175550109*EX*12*FX*2175550108',
    'PER*IC**EM*DESK.EXAMPLE',
  ]);
});

test('a rendering provider or facility that equals the billing provider is not repeated', () => {
  const claim: Claim = {
    ...exampleClaim,
    renderingProvider: { lastName: 'Tester', firstName: 'Otto', npi: billingProvider.npi },
    serviceFacility: { name: 'Same House', address: { ...billingProvider.address, city: 'SPRINGFIELD' } },
  };
  const { bytes } = writeClaimFile(exampleClaimFileEnvelope, [{ patientControlNumber: 'C1', claim }]);
  expect(segmentLines(bytes).filter((line) => /^NM1\*(82|77)/.test(line))).toEqual([]);
});

test('an onset on the day of service is not written', () => {
  const claim: Claim = { ...exampleClaim, onsetDate: day('2026-11-16') };
  const { bytes } = writeClaimFile(exampleClaimFileEnvelope, [{ patientControlNumber: 'C1', claim }]);
  expect(segmentLines(bytes).filter((line) => line.startsWith('DTP*431'))).toEqual([]);
});

test('the ISA is 106 characters long whatever is put into it', () => {
  const { bytes } = writeClaimFile(
    {
      ...exampleClaimFileEnvelope,
      interchangeSender: { qualifier: '30', id: 'FAR TOO LONG A SUBMITTER ID' },
    },
    [],
  );
  expect(`${segmentLines(bytes)[0]}~`).toHaveLength(106);
});

test('the words that a claim has for a service stand with its code, as seventh part of SV101', () => {
  const [line] = exampleClaim.serviceLines;
  if (!line) throw new Error('no line');
  const unlisted = {
    ...line,
    procedureCode: '97039',
    modifiers: ['GP'],
    description: 'Invented warmth, 15 min',
  };
  const { bytes } = writeClaimFile(exampleClaimFileEnvelope, [
    { patientControlNumber: 'C000000001', claim: { ...exampleClaim, serviceLines: [unlisted] } },
  ]);
  expect(segmentLines(bytes).find((segment) => segment.startsWith('SV1'))).toMatch(
    /^SV1\*HC:97039:GP::::INVENTED WARMTH, 15 MIN\*/,
  );
});
