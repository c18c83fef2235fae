/** What a 270 asks at each of its levels, and what becomes of files that depart from the guide. */
import type { IsoDate } from '@claimside/shared/values';
import { describe, expect, test } from 'vitest';
import { answerFile, exampleInterchange, segmentLines } from '../../examples.ts';
import { leftOut, several, spoilt } from '../../parts/answers/testing.ts';
import { type EligibilityInquiry, inquiryOf } from './inquiry.ts';
import { patientsAskedIn, readEligibilityRequestInterchanges, readEligibilityRequests } from './read.ts';
import { writeEligibilityInquiries, writeEligibilityRequestInterchanges } from './write.ts';

const file270 = (segments: string) =>
  answerFile({ group: 'HS', set: '270', version: '005010X279A1', setVersion: '005010X279A1' }, segments);

const BODY = `
  BHT*0022*13*E1*20261122*1530
  HL*1**20*1
  NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
  HL*2*1*21*1
  NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
  REF*EO*477563928
  N3*1 MAIN ST
  N4*SPRINGFIELD*IL*62701
  PRV*PE*PXC*207Q00000X
  HL*3*2*22*0
  TRN*1*E1*9SAMPLE001*DESK
  NM1*IL*1*TESTER*ANNA****MI*W000000001
  REF*6P*G1
  DMG*D8*19800102*F
  HI*ABK:M5450
  DTP*291*RD8*20261116-20261130
  EQ*98^30
  III*ZZ*11
  REF*9F*R1
  EQ**HC:99213:25*FAM**1
  HL*4*2*22*1
  NM1*IL*1******MI*W000000002
  HL*5*4*23*0
  TRN*1*E2*9SAMPLE001
  NM1*03*1*TESTER*BEN
  DMG*D8*20150304*M
  INS*N*19***************2
  DTP*291*D8*20261116
  EQ*30`;

test('a subscriber and a dependent, with all that the payer may find them by and what is asked of each', () => {
  const { requests, findings } = readEligibilityRequests(file270(BODY));
  expect(findings).toEqual([]);
  const [first, second] = requests.flatMap(patientsAskedIn);
  expect(first?.source.party).toEqual({ entity: 'PR', organizationName: 'SAMPLE HEALTH PLAN', id: '60054' });
  expect(first?.receiver.party).toEqual({
    entity: '1P',
    organizationName: 'SAMPLE CLINIC',
    id: '1234567893',
    references: [{ qualifier: 'EO', value: '477563928' }],
    address: { line1: '1 MAIN ST', city: 'SPRINGFIELD', state: 'IL', postalCode: '62701' },
    provider: { role: 'PE', id: '207Q00000X' },
  });
  expect(first?.subscriber).toEqual({
    traces: [{ number: 'E1', originator: '9SAMPLE001', department: 'DESK' }],
    lastName: 'TESTER',
    firstName: 'ANNA',
    memberId: 'W000000001',
    references: [{ qualifier: '6P', value: 'G1' }],
    birthDate: '1980-01-02',
    sex: 'F',
    diagnoses: [{ code: 'M5450' }],
    serviceDate: '2026-11-16',
    serviceDateEnd: '2026-11-30',
    questions: [
      { serviceTypes: ['98', '30'], placeOfService: '11', referralNumber: 'R1' },
      {
        serviceTypes: [],
        procedure: { code: '99213', modifiers: ['25'] },
        coverageLevel: 'FAM',
        diagnosisPointers: [1],
      },
    ],
    dependents: [],
  });
  expect(second?.subscriber.memberId).toBe('W000000002');
  expect(second?.dependent).toEqual({
    traces: [{ number: 'E2', originator: '9SAMPLE001' }],
    lastName: 'TESTER',
    firstName: 'BEN',
    birthDate: '2015-03-04',
    sex: 'M',
    membership: { relationship: '19', birthSequence: 2 },
    serviceDate: '2026-11-16',
    questions: [{ serviceTypes: ['30'] }],
  });
});

const inquiry: EligibilityInquiry = {
  traceNumber: 'E2',
  traceOriginator: '9SAMPLE001',
  payer: { organizationName: 'Sample Health Plan', id: '60054' },
  provider: { lastName: 'Halvorsen', firstName: 'Ingrid', npi: '1234567893' },
  subscriber: { memberId: 'W000000002' },
  dependent: { lastName: 'Tester', firstName: 'Ben', birthDate: '2015-03-04' as IsoDate, relationship: '19' },
  serviceDate: '2026-11-16' as IsoDate,
  serviceTypes: ['98', '30'],
};

test('an inquiry is written level by level, service types beside one another', () => {
  const bytes = writeEligibilityInquiries({ ...exampleInterchange, groupControlNumber: 101 }, [inquiry]);
  expect(segmentLines(bytes).slice(1, -1)).toEqual([
    'GS*HS*330897513*123456789*20261122*1530*101*X*005010X279A1',
    'ST*270*0001*005010X279A1',
    'BHT*0022*13*E2*20261122*1530',
    'HL*1**20*1',
    'NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054',
    'HL*2*1*21*1',
    'NM1*1P*1*HALVORSEN*INGRID****XX*1234567893',
    'HL*3*2*22*1',
    'NM1*IL*1******MI*W000000002',
    'HL*4*3*23*0',
    'TRN*1*E2*9SAMPLE001',
    'NM1*03*1*TESTER*BEN',
    'DMG*D8*20150304',
    'INS*N*19',
    'DTP*291*D8*20261116',
    'EQ*98^30',
    'SE*16*0001',
    'GE*1*101',
  ]);
});

test('an inquiry that says more than one of ours is not taken for one', () => {
  const [first, second] = readEligibilityRequests(file270(BODY)).requests.flatMap(patientsAskedIn);
  expect(first && inquiryOf(first)).toBeUndefined();
  expect(second && inquiryOf(second)).toBeUndefined();
  const own = readEligibilityRequests(writeEligibilityInquiries(exampleInterchange, [inquiry]));
  expect(own.requests.flatMap(patientsAskedIn).map(inquiryOf)).toMatchObject([
    { traceNumber: 'E2', serviceTypes: ['98', '30'], dependent: { lastName: 'TESTER', relationship: '19' } },
  ]);
});

test('what has no place is told, kept, and written back where it stood', () => {
  const bytes = file270(BODY.replace('REF*6P*G1', 'REF*6P*G1**2U:7\n  MSG*CALL US'));
  const { interchanges, findings } = readEligibilityRequestInterchanges(bytes);
  expect(findings.map(({ code, location }) => `${code} ${location.segmentId}`)).toEqual([
    'ELEMENT-EXTRA REF',
    'SEGMENT-UNKNOWN MSG',
  ]);
  expect(segmentLines(writeEligibilityRequestInterchanges(interchanges))).toEqual(segmentLines(bytes));
});

test.each([
  ['a patient about whom nothing is asked', '\n  EQ*30', '', 'error QUESTION-MISSING HL'],
  ['a number that stands twice', 'TRN*1*E2', 'TRN*1*E1', 'error TRACE-REPEATED TRN'],
  ['an inquiry without a number', '\n  TRN*1*E2*9SAMPLE001', '', 'warning TRACE-MISSING HL'],
  ['a patient without anything to be found by', '****MI*W000000001', '', 'warning PATIENT-SEARCH HL'],
  ['an NPI with a wrong check digit', '1234567893', '1234567890', 'error NPI-CHECK NM1'],
  ['one service type of several that is too long', '98^30', '98^300', 'error ELEMENT-LONG EQ'],
])('%s is told', (_, from, to, found) => {
  const body = BODY.replace(from, to).replace(
    'DMG*D8*19800102*F',
    from.includes('MI*W') ? 'DMG***F' : 'DMG*D8*19800102*F',
  );
  const { findings } = readEligibilityRequests(file270(body));
  expect(findings.map(({ code, severity, location }) => `${severity} ${code} ${location.segmentId}`)).toEqual(
    [found],
  );
});

describe('one fault is one finding', () => {
  const lines = segmentLines(file270(BODY));

  test('a segment that is left out', () => {
    const all = leftOut(lines, readEligibilityRequests);
    expect(all.length).toBeGreaterThan(20);
    expect(several(all)).toEqual([]);
  });

  test('an element that is empty', () => {
    expect(several(spoilt(lines, '', readEligibilityRequests))).toEqual([]);
  });

  test('an element that is nonsense, which is named by its place alone', () => {
    const all = spoilt(lines, 'QQ', readEligibilityRequests);
    expect(several(all)).toEqual([]);
    for (const { message, fix = '' } of all.flatMap(({ findings }) => findings))
      expect(`${message} ${fix}`).not.toMatch(/TESTER|W00000000/);
  });
});
