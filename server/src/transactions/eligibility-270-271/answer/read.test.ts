/** What a 271 says at each of its levels, and what becomes of files that depart from the guide. */
import { describe, expect, test } from 'vitest';
import { answerFile, segmentLines } from '../../examples.ts';
import { leftOut, several, spoilt } from '../../parts/answers/testing.ts';
import { benefitsIn, eligibilityAnswersIn, rejectionsIn, traceNumbersIn } from './answer.ts';
import { readEligibilityResponseInterchanges, readEligibilityResponses } from './read.ts';
import { writeEligibilityResponseInterchanges } from './write.ts';

const file271 = (segments: string) =>
  answerFile({ group: 'HB', set: '271', version: '005010X279A1', setVersion: '005010X279A1' }, segments);

const BODY = `
  BHT*0022*11*E1*20261122*1530
  HL*1**20*1
  NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
  PER*IC*PROVIDER LINE*TE*8005550100*UR*WWW.EXAMPLE.ORG
  HL*2*1*21*1
  NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
  HL*3*2*22*0
  TRN*2*E1*9SAMPLE001
  TRN*1*P77*1123456789*DESK
  NM1*IL*1*TESTER*ANNA****MI*W000000001
  REF*6P*G1*SAMPLE EMPLOYER
  N3*1 MAIN ST
  N4*SPRINGFIELD*IL*62701
  PRV*PC*PXC*207Q00000X
  DMG*D8*19800102*F
  INS*Y*18*001*25
  HI*ABK:M5450
  DTP*346*D8*20260101
  MPI*C*AE*A**E1*D8*20200101
  EB*1*FAM*30*HM*GOLD 123 PLAN
  EB*B*IND*98^UC*HM*GOLD 123 PLAN*27*25*****Y
  HSD*VS*20***23
  REF*G1*A1
  DTP*348*RD8*20260101-20261231
  MSG*REFERRAL NEEDED
  III*ZZ*11
  LS*2120
  NM1*P3*1*HALVORSEN*INGRID****XX*1234567893
  N3*2 MAIN ST
  N4*SPRINGFIELD*IL*62701
  PER*IC**TE*2175550100
  PRV*PC*PXC*207Q00000X
  LE*2120
  EB*A*IND*98***27**.2****W*HC:99213:25*1:2
  EB*F*IND*33***23***VS*20
  AAA*Y**63*C
  HL*4*2*22*1
  NM1*IL*1*TESTER*CARL****MI*W000000002
  HL*5*4*23*0
  TRN*2*E2*9SAMPLE001
  NM1*03*1*TESTER*BEN
  AAA*N**67*C`;

test('a patient with benefits, and one who is not found', () => {
  const { responses, findings } = readEligibilityResponses(file271(BODY));
  expect(findings).toEqual([]);
  const answers = responses.flatMap(eligibilityAnswersIn);
  expect(answers.map(traceNumbersIn)).toEqual([['E1'], ['E2']]);
  const [first, second] = answers;
  expect(first?.source.party).toEqual({
    entity: 'PR',
    organizationName: 'SAMPLE HEALTH PLAN',
    id: '60054',
    contacts: [{ name: 'PROVIDER LINE', phone: '8005550100', url: 'WWW.EXAMPLE.ORG' }],
    rejections: [],
  });
  const { benefits = [], ...patient } = first?.subscriber ?? {};
  expect(patient).toEqual({
    traces: [
      { type: '2', number: 'E1', originator: '9SAMPLE001' },
      { type: '1', number: 'P77', originator: '1123456789', department: 'DESK' },
    ],
    lastName: 'TESTER',
    firstName: 'ANNA',
    memberId: 'W000000001',
    references: [{ qualifier: '6P', value: 'G1', description: 'SAMPLE EMPLOYER' }],
    address: { line1: '1 MAIN ST', city: 'SPRINGFIELD', state: 'IL', postalCode: '62701' },
    rejections: [],
    provider: { role: 'PC', id: '207Q00000X' },
    birthDate: '1980-01-02',
    sex: 'F',
    membership: { relationship: '18', maintenanceType: '001', maintenanceReason: '25' },
    diagnoses: [{ code: 'M5450' }],
    dates: [{ qualifier: '346', date: '2026-01-01' }],
    military: { status: 'C', employment: 'AE', branch: 'A', rank: 'E1', date: '2020-01-01' },
    dependents: [],
  });
  expect(benefits).toEqual([
    {
      information: '1',
      coverageLevel: 'FAM',
      serviceTypes: ['30'],
      insuranceType: 'HM',
      planDescription: 'GOLD 123 PLAN',
    },
    {
      information: 'B',
      coverageLevel: 'IND',
      serviceTypes: ['98', 'UC'],
      insuranceType: 'HM',
      planDescription: 'GOLD 123 PLAN',
      timePeriod: '27',
      amount: 2500,
      network: 'Y',
      deliveries: [{ quantityQualifier: 'VS', quantity: 20, timePeriod: '23' }],
      references: [{ qualifier: 'G1', value: 'A1' }],
      dates: [{ qualifier: '348', date: '2026-01-01', dateEnd: '2026-12-31' }],
      messages: ['REFERRAL NEEDED'],
      situations: [{ codeList: 'ZZ', code: '11' }],
      relatedParties: [
        {
          entity: 'P3',
          lastName: 'HALVORSEN',
          firstName: 'INGRID',
          id: '1234567893',
          address: { line1: '2 MAIN ST', city: 'SPRINGFIELD', state: 'IL', postalCode: '62701' },
          contacts: [{ phone: '2175550100' }],
          provider: { role: 'PC', id: '207Q00000X' },
        },
      ],
    },
    {
      information: 'A',
      coverageLevel: 'IND',
      serviceTypes: ['98'],
      timePeriod: '27',
      percent: 0.2,
      network: 'W',
      procedure: { code: '99213', modifiers: ['25'] },
      diagnosisPointers: [1, 2],
    },
    {
      information: 'F',
      coverageLevel: 'IND',
      serviceTypes: ['33'],
      timePeriod: '23',
      quantityQualifier: 'VS',
      quantity: 20,
      rejections: [{ isRequestValid: 'Y', reason: '63', followUp: 'C' }],
    },
  ]);
  expect(second && benefitsIn(second)).toEqual([]);
  expect(second?.subscriber?.memberId).toBe('W000000002');
  expect(
    answers.map((answer) => rejectionsIn(answer).map(({ level, rejection }) => [level, rejection.reason])),
  ).toEqual([[['benefit', '63']], [['dependent', '67']]]);
});

const REFUSED = `
  BHT*0022*11*E1*20261122*1530
  HL*1**20*0
  AAA*Y**42*R
  NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
  AAA*Y**80*R`;

test('a request that is refused before a patient is looked at is an answer without one', () => {
  const { responses, findings } = readEligibilityResponses(file271(REFUSED));
  expect(findings).toEqual([]);
  const [answer] = responses.flatMap(eligibilityAnswersIn);
  expect(answer?.subscriber).toBeUndefined();
  expect(answer && rejectionsIn(answer).map(({ level, rejection }) => [level, rejection.reason])).toEqual([
    ['request', '42'],
    ['payer', '80'],
  ]);
  const provider = REFUSED.replace('HL*1**20*0\n  AAA*Y**42*R', 'HL*1**20*1').replace(
    'AAA*Y**80*R',
    'HL*2*1*21*0\n  NM1*1P*2*SAMPLE CLINIC*****XX*1234567893\n  AAA*N**51*C',
  );
  const [other] = readEligibilityResponses(file271(provider)).responses.flatMap(eligibilityAnswersIn);
  expect(other && rejectionsIn(other).map(({ level, rejection }) => [level, rejection.reason])).toEqual([
    ['receiver', '51'],
  ]);
});

test('a number behind the name only stands out of order, and makes no patient of its own', () => {
  const name = 'NM1*IL*1*TESTER*ANNA****MI*W000000001';
  const moved = BODY.replace('  TRN*2*E1*9SAMPLE001\n  TRN*1*P77*1123456789*DESK\n', '').replace(
    name,
    `${name}\n  TRN*2*E1*9SAMPLE001`,
  );
  const { responses, findings } = readEligibilityResponses(file271(moved));
  expect(findings.map(({ code, location }) => `${code} ${location.segmentId}`)).toEqual([
    'SEGMENT-ORDER TRN',
  ]);
  expect(responses.flatMap(eligibilityAnswersIn).map(traceNumbersIn)).toEqual([['E1'], ['E2']]);
});

test('what has no place is told, kept, and written back where it stood', () => {
  const bytes = file271(
    BODY.replace('REF*G1*A1', 'REF*G1*A1**2U:7\n  NTE*ADD*CALL US').replace('III*ZZ*11', 'III*ZZ*11****1'),
  );
  const { interchanges, findings } = readEligibilityResponseInterchanges(bytes);
  expect(findings.map(({ code, location }) => `${code} ${location.segmentId}`)).toEqual([
    'ELEMENT-EXTRA REF',
    'SEGMENT-UNKNOWN NTE',
    'ELEMENT-NOT-USED III',
  ]);
  // A share in its shortest form.
  const written = segmentLines(writeEligibilityResponseInterchanges(interchanges));
  expect(written).toEqual(segmentLines(bytes).map((line) => line.replace('**.2**', '**0.2**')));
});

test.each([
  ['a copay without an amount', 'PLAN*27*25*****Y', 'PLAN*27******Y', 'BENEFIT-VALUE EB'],
  ['a share of more than all', '**.2**', '**20**', 'BENEFIT-PERCENT EB08'],
  ['a related party without its bounds', '\n  LE*2120', '', 'RELATED-BOUNDS EB'],
  ['a person of whom nothing is said', '\n  AAA*N**67*C', '', 'ANSWER-EMPTY HL'],
])('%s is a warning', (_, from, to, found) => {
  const { findings } = readEligibilityResponses(file271(BODY.replace(from, to)));
  expect(
    findings.map(({ code, severity, location: { segmentId, element } }) => [
      severity,
      `${code} ${segmentId}${element === undefined ? '' : String(element).padStart(2, '0')}`,
    ]),
  ).toEqual([['warning', found]]);
});

describe('one fault is one finding', () => {
  const lines = segmentLines(file271(BODY));

  test('a segment that is left out', () => {
    const all = leftOut(lines, readEligibilityResponses);
    expect(all.length).toBeGreaterThan(30);
    // An insured person behind a benefit may be one whom the benefit depends on, so that a level is not told by a name.
    expect(several(all.filter(({ what }) => what !== 'without HL*4*2*22*1'))).toEqual([]);
  });

  test('an element that is empty', () => {
    expect(several(spoilt(lines, '', readEligibilityResponses))).toEqual([]);
  });

  test('an element that is nonsense, which is named by its place alone', () => {
    const all = spoilt(lines, 'QQ', readEligibilityResponses);
    expect(several(all)).toEqual([]);
    for (const { message, fix = '' } of all.flatMap(({ findings }) => findings))
      expect(`${message} ${fix}`).not.toMatch(/TESTER|W00000000|HALVORSEN/);
  });
});
