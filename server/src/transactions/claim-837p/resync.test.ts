import { expect, test } from 'vitest';
import { segmentLines } from '../examples.ts';
import { behind, type Change, changed, MIXED, replace, say, without } from './check/testing.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { readClaimFile, readClaimInterchanges } from './read.ts';

const FIRST = '2000A[1] > 2000B[1]';
const CHILD = '2000A[1] > 2000B[2] > 2000C[1]';
const SECONDARY = '2000A[1] > 2000B[3] > 2300[1]';

function findingsAfter(change: Change): string[] {
  return readClaimFile(changed(MIXED, change)).findings.map(
    ({ code, location, claim = '-' }) => `${code} ${location.segmentId} ${location.loop} ${claim}`,
  );
}

test('the file is good as it is', () => {
  expect(findingsAfter((lines) => lines)).toEqual([]);
});

test.each([
  ['the first HL', without('HL*1**20'), 'HL 2000A -'],
  ['the HL of a subscriber', without('HL*2'), 'HL 2000A[1] > 2000B -'],
  ['the HL of a subscriber behind another claim', without('HL*3'), 'HL 2000A[1] > 2000B -'],
  ['the HL of a patient', without('HL*4'), 'HL 2000A[1] > 2000B[2] > 2000C -'],
  ['the HL of the last subscriber', without('HL*6'), 'HL 2000A[1] > 2000B -'],
  ['BHT', without('BHT'), 'BHT  -'],
  ['the name of the submitter', without('NM1*41'), 'NM1 1000A -'],
  ['the name of the billing provider', without('NM1*85'), 'NM1 2000A[1] > 2010AA -'],
  ['the name of the subscriber', without('NM1*IL'), `NM1 ${FIRST} > 2010BA -`],
  ['the name of the payer', without('NM1*PR'), `NM1 ${FIRST} > 2010BB -`],
  ['the name of the patient', without('NM1*QC'), `NM1 ${CHILD} > 2010CA -`],
  ['the patient', without('PAT'), `PAT ${CHILD} -`],
  ['CLM', without('CLM'), `CLM ${FIRST} > 2300 -`],
  ['the CLM of a dependent', without('CLM', 2), `CLM ${CHILD} > 2300 -`],
  ['the first LX of a claim', without('LX'), `LX ${FIRST} > 2300[1] > 2400 C000000001`],
  ['the second LX of a claim', without('LX', 2), `LX ${FIRST} > 2300[1] > 2400 C000000001`],
  ['SV1', without('SV1'), `SV1 ${FIRST} > 2300[1] > 2400[1] C000000001`],
  ['the SBR of another payer', without('SBR', 4), `SBR ${SECONDARY} > 2320 C000000003`],
  [
    'the opening of a pay-to address',
    behind('REF*EI', ['N3*PO BOX 7', 'N4*PEORIA*IL*61601']),
    'NM1 2000A[1] > 2010AB -',
  ],
  ['SVD', without('SVD'), `SVD ${SECONDARY} > 2400[1] > 2430 C000000003`],
])('where %s is missing, that is the one finding', (_, change, place) => {
  expect(findingsAfter(change)).toEqual([`SEGMENT-MISSING ${place}`]);
});

test.each([
  ['an unknown segment', behind('HI', 'ZZZ*1'), `SEGMENT-UNKNOWN ZZZ ${FIRST} > 2300[1] C000000001`],
  [
    'a known one where it does not belong',
    behind('LX*1', 'DMG*D8*19990101*F'),
    `SEGMENT-UNEXPECTED DMG ${FIRST} > 2300[1] > 2400[1] C000000001`,
  ],
  [
    'what would open a subscriber if more of one followed',
    behind('DTP*472', 'SBR*P*18*******CI'),
    `SEGMENT-UNEXPECTED SBR ${FIRST} > 2300[1] > 2400[1] C000000001`,
  ],
  [
    'the diagnoses a second time',
    behind('HI', 'HI*ABK:I10'),
    `SEGMENT-REPEATED HI ${FIRST} > 2300[1] C000000001`,
  ],
  [
    'an unknown qualifier',
    say('REF*6R', '6R', 'QQ'),
    `ELEMENT-CODE REF ${FIRST} > 2300[1] > 2400[1] C000000001`,
  ],
  [
    'a provider of an unknown kind',
    say('NM1*82', '*82*', '*QQ*'),
    `ELEMENT-CODE NM1 ${FIRST} > 2300[1] C000000001`,
  ],
  [
    'what is left of a facility without its opening',
    behind('PRV*PE', ['N3*1 ROAD', 'N4*PEORIA*IL*616010001', 'REF*G2*1']),
    `SEGMENT-UNEXPECTED N3 ${FIRST} > 2300[1] > 2310B C000000001`,
  ],
  [
    'what is left of an ordering provider without its opening',
    behind('REF*6R', ['N3*1 ROAD', 'N4*PEORIA*IL*61601', 'PER*IC**TE*2175550100']),
    `SEGMENT-UNEXPECTED N3 ${FIRST} > 2300[1] > 2400[1] C000000001`,
  ],
  ['a level of an unknown kind', say('HL*5', '*22*', '*QQ*'), 'ELEMENT-CODE HL 2000A[1] > 2000B[2] -'],
])('%s is one finding, and reading goes on behind it', (_, change, expected) => {
  expect(findingsAfter(change)).toEqual([expected]);
});

test('a claim broken in the middle ends at the next level, and the claims behind it are whole', () => {
  const broken: Change = (lines) => [
    ...lines.slice(0, lines.indexOf('LX*1') + 1),
    ...lines.slice(lines.findIndex((line) => line.startsWith('HL*3'))),
  ];
  expect(findingsAfter(broken)).toEqual([`SEGMENT-MISSING SV1 ${FIRST} > 2300[1] > 2400[1] C000000001`]);
});

test('the claim of a subscriber without HL is read with its own subscriber', () => {
  const { claims } = readClaimFile(changed(MIXED, without('HL*5')));
  expect(claims.map(({ claim }) => claim.coverage?.payerName)).toEqual([
    'AETNA',
    'AETNA',
    'CIGNA',
    'MEDICARE',
  ]);
  expect(claims.map(({ claim }) => claim.otherCoverages?.length ?? 0)).toEqual([0, 0, 1, 0]);
});

test('a line without LX is a line', () => {
  const { claims } = readClaimFile(changed(MIXED, without('LX', 2)));
  expect(claims[0]?.claim.serviceLines?.map(({ procedureCode }) => procedureCode)).toEqual([
    '99214',
    '97110',
  ]);
});

test('a claim without CLM is a claim without number, and what else it says is read', () => {
  const before = readClaimFile(changed(MIXED, (lines) => lines)).claims;
  const after = readClaimFile(changed(MIXED, without('CLM', 2))).claims;
  expect(after.map(({ patientControlNumber }) => patientControlNumber)).toEqual([
    'C000000001',
    '',
    'C000000003',
    'C000000004',
  ]);
  const { serviceLines, diagnoses, patient } = before[1]?.claim ?? {};
  expect(after[1]?.claim).toMatchObject({ serviceLines, diagnoses, patient });
  expect(after.toSpliced(1, 1).map(({ claim }) => claim)).toEqual(
    before.toSpliced(1, 1).map(({ claim }) => claim),
  );
});

test('a claim without CLM is written again with one that says its total', () => {
  const { interchanges } = readClaimInterchanges(changed(MIXED, without('CLM', 2)));
  const again = segmentLines(writeClaimInterchanges(interchanges));
  const said = (line: string) => !/^(ISA|GS|ST|SE|GE|IEA)\*/.test(line);
  const expected = replace('CLM', 'CLM**281', 2)(MIXED).filter(said);
  expect(again.filter(said)).toEqual(expected);
});
