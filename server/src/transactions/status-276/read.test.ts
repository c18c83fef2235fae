/** What a 276 asks at each of its levels, and what becomes of files that depart from the guide. */
import { describe, expect, test } from 'vitest';
import { answerFile, segmentLines } from '../examples.ts';
import { leftOut, several, spoilt } from '../parts/answers/testing.ts';
import { claimsAskedIn, readClaimStatusRequestInterchanges, readClaimStatusRequests } from './read.ts';
import { writeClaimStatusRequestInterchanges } from './write.ts';

const file276 = (segments: string) =>
  answerFile({ group: 'HR', set: '276', version: '005010X212', setVersion: '005010X212' }, segments);

const BODY = `
  BHT*0010*13*Q1*20261122*1530
  HL*1**20*1
  NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
  HL*2*1*21*1
  NM1*41*2*SAMPLE CLINIC*****46*123456789
  HL*3*2*19*1
  NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
  HL*4*3*22*0
  DMG*D8*19800102*F
  NM1*IL*1*TESTER*ANNA****MI*W000000001
  TRN*1*Q1
  REF*1K*P0000000001
  REF*EJ*C000000001
  AMT*T3*185
  DTP*472*D8*20261116
  SVC*HC:99213:25*185*****1
  REF*FJ*C000000001L1
  DTP*472*D8*20261116
  HL*5*3*22*1
  NM1*IL*1*TESTER*CARL****MI*W000000002
  HL*6*5*23
  DMG*D8*20150304
  NM1*QC*1*TESTER*BEN
  TRN*1*Q2
  REF*EJ*C000000002
  AMT*T3*96
  DTP*472*RD8*20261116-20261118`;

test('a claim of a subscriber and one of a dependent, with all that the payer may find them by', () => {
  const { requests, findings } = readClaimStatusRequests(file276(BODY));
  expect(findings).toEqual([]);
  const asked = requests.flatMap(claimsAskedIn);
  expect(
    asked.map(({ source, provider, subscriber, dependent }) => [
      source.party?.id,
      provider.party?.id,
      subscriber.party?.memberId,
      (dependent ?? subscriber).birthDate,
    ]),
  ).toEqual([
    ['60054', '1234567893', 'W000000001', '1980-01-02'],
    ['60054', '1234567893', 'W000000002', '2015-03-04'],
  ]);
  expect(asked.map(({ claim }) => claim)).toEqual([
    {
      traceNumber: 'Q1',
      payerClaimControlNumber: 'P0000000001',
      patientControlNumber: 'C000000001',
      chargeAmount: 18500,
      serviceDate: '2026-11-16',
      lines: [
        {
          procedureCode: '99213',
          modifiers: ['25'],
          chargeAmount: 18500,
          units: 1,
          lineControlNumber: 'C000000001L1',
          serviceDate: '2026-11-16',
        },
      ],
    },
    {
      traceNumber: 'Q2',
      patientControlNumber: 'C000000002',
      chargeAmount: 9600,
      serviceDate: '2026-11-16',
      serviceDateEnd: '2026-11-18',
      lines: [],
    },
  ]);
});

test('what has no place is told, kept, and written back where it stood', () => {
  const bytes = file276(BODY.replace('REF*EJ*C000000001', 'REF*QQ*7\n  REF*EJ*C000000001\n  MSG*CALL US'));
  const { interchanges, findings } = readClaimStatusRequestInterchanges(bytes);
  expect(findings.map(({ code, location }) => `${code} ${location.segmentId}`)).toEqual([
    'ELEMENT-CODE REF',
    'SEGMENT-UNKNOWN MSG',
  ]);
  expect(segmentLines(writeClaimStatusRequestInterchanges(interchanges))).toEqual(segmentLines(bytes));
});

test.each([
  ['the number of an inquiry that stands twice', 'TRN*1*Q2', 'TRN*1*Q1', 'TRACE-REPEATED TRN'],
  ['a claim without any day', '\n  DTP*472*RD8*20261116-20261118', '', 'SERVICE-DATE-MISSING TRN'],
  ['an NPI with a wrong check digit', '1234567893', '1234567890', 'NPI-CHECK NM1'],
])('%s is an error', (_, from, to, found) => {
  const { findings } = readClaimStatusRequests(file276(BODY.replace(from, to)));
  expect(findings.map(({ code, severity, location }) => `${severity} ${code} ${location.segmentId}`)).toEqual(
    [`error ${found}`],
  );
});

describe('one fault is one finding', () => {
  const lines = segmentLines(file276(BODY));

  test('a segment that is left out', () => {
    const all = leftOut(lines, readClaimStatusRequests);
    expect(all.length).toBeGreaterThan(20);
    expect(several(all)).toEqual([]);
  });

  test('an element that is empty', () => {
    expect(several(spoilt(lines, '', readClaimStatusRequests))).toEqual([]);
  });

  test('an element that is nonsense, which is named by its place alone', () => {
    const all = spoilt(lines, 'QQ', readClaimStatusRequests);
    expect(several(all)).toEqual([]);
    for (const { message, fix = '' } of all.flatMap(({ findings }) => findings))
      expect(`${message} ${fix}`).not.toMatch(/TESTER|W00000000/);
  });
});
