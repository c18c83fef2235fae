/** What a 277 says at each of its levels, and what becomes of files that depart from the guide. */
import { describe, expect, test } from 'vitest';
import { answerFile, segmentLines } from '../examples.ts';
import { leftOut, several, spoilt } from '../parts/answers/testing.ts';
import { claimsIn, readClaimStatus, readClaimStatusInterchanges } from './read.ts';
import { writeClaimStatusInterchanges } from './write.ts';

const file277 = (segments: string) =>
  answerFile({ group: 'HN', set: '277', version: '005010X212', setVersion: '005010X212' }, segments);

const BODY = `
  BHT*0010*08*R1*20261122*1530*DG
  HL*1**20*1
  NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
  PER*IC*PROVIDER LINE*TE*8005550100
  HL*2*1*21*1
  NM1*41*2*SAMPLE CLINIC*****46*123456789
  HL*3*2*19*1
  NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
  HL*4*3*22*0
  NM1*IL*1*TESTER*ANNA****MI*W000000001
  TRN*2*Q1
  STC*F1:65*20261120**185*120.5*20261118*CHK*20261120*CHK1
  REF*1K*P0000000001
  REF*EJ*C000000001
  DTP*472*D8*20261116
  SVC*HC:99213:25*185*120.5****1
  STC*F1:65*20261120**185*120.5
  REF*FJ*C000000001L1
  DTP*472*D8*20261116
  HL*5*3*22*1
  NM1*IL*1*TESTER*CARL****MI*W000000002
  HL*6*5*23
  NM1*QC*1*TESTER*BEN
  TRN*2*Q2
  STC*P3:317*20261122**96
  REF*EJ*C000000002`;

test('a decided and a pending claim, of a subscriber and of a dependent, with what the payer says of money', () => {
  const { responses, findings } = readClaimStatus(file277(BODY));
  expect(findings).toEqual([]);
  const claims = responses.flatMap(claimsIn);
  expect(
    claims.map(({ source, provider, subscriber, dependent }) => [
      source.party?.name,
      source.contact?.phone,
      provider.party?.id,
      subscriber.party?.memberId,
      dependent?.party?.firstName,
    ]),
  ).toEqual([
    ['SAMPLE HEALTH PLAN', '8005550100', '1234567893', 'W000000001', undefined],
    ['SAMPLE HEALTH PLAN', '8005550100', '1234567893', 'W000000002', 'BEN'],
  ]);
  expect(claims.map(({ claim }) => claim)).toEqual([
    {
      traceNumber: 'Q1',
      statuses: [
        {
          codes: [{ category: 'F1', status: '65' }],
          date: '2026-11-20',
          amount: 18500,
          paidAmount: 12050,
          decisionDate: '2026-11-18',
          paymentMethod: 'CHK',
          paymentDate: '2026-11-20',
          checkNumber: 'CHK1',
        },
      ],
      payerClaimControlNumber: 'P0000000001',
      patientControlNumber: 'C000000001',
      serviceDate: '2026-11-16',
      lines: [
        {
          procedureCode: '99213',
          modifiers: ['25'],
          chargeAmount: 18500,
          paidAmount: 12050,
          units: 1,
          statuses: [
            {
              codes: [{ category: 'F1', status: '65' }],
              date: '2026-11-20',
              amount: 18500,
              paidAmount: 12050,
            },
          ],
          lineControlNumber: 'C000000001L1',
          serviceDate: '2026-11-16',
        },
      ],
    },
    {
      traceNumber: 'Q2',
      statuses: [{ codes: [{ category: 'P3', status: '317' }], date: '2026-11-22', amount: 9600 }],
      patientControlNumber: 'C000000002',
      lines: [],
    },
  ]);
});

test('a request that is refused as a whole names no claim', () => {
  const { responses } = readClaimStatus(
    file277(`
      BHT*0010*08*R1*20261122*1530*DG
      HL*1**20*1
      NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
      HL*2*1*21*1
      NM1*41*2*SAMPLE CLINIC*****46*123456789
      HL*3*2*19*0
      NM1*1P*2*SAMPLE CLINIC*****XX*1234567893
      TRN*1*0
      STC*E0:24:85*20261122`),
  );
  const [provider] = responses[0]?.sources[0]?.receivers[0]?.providers ?? [];
  expect(provider).toMatchObject({
    answer: { statuses: [{ codes: [{ category: 'E0', status: '24', entity: '85' }] }] },
    subscribers: [],
  });
});

test('what has no place is told, kept, and written back where it stood', () => {
  const bytes = file277(BODY.replace('REF*EJ*C000000001', 'REF*LU*7\n  REF*EJ*C000000001\n  MSG*CALL US'));
  const { interchanges, findings } = readClaimStatusInterchanges(bytes);
  expect(findings.map(({ code, location }) => `${code} ${location.segmentId}`)).toEqual([
    'ELEMENT-CODE REF',
    'SEGMENT-UNKNOWN MSG',
  ]);
  expect(segmentLines(writeClaimStatusInterchanges(interchanges))).toEqual(segmentLines(bytes));
});

test('a 277CA is not taken for the answer to a request, whether its version says so or its BHT', () => {
  const of = (version: string, bht: string) =>
    readClaimStatus(answerFile({ group: 'HN', set: '277', version }, `${bht}\nHL*1**20*1`)).responses.length;
  expect(of('005010X214', 'BHT*0085*08*1*20261122*1530*TH')).toBe(0);
  expect(of('005010', 'BHT*0085*08*1*20261122*1530*TH')).toBe(0);
  expect(of('005010', 'BHT*0010*08*1*20261122*1530*DG')).toBe(1);
  expect(of('005010X213', 'BHT*0010*08*1*20261122*1530*RQ')).toBe(0);
});

describe('one fault is one finding', () => {
  const lines = segmentLines(file277(BODY));

  test('a segment that is left out', () => {
    const all = leftOut(lines, readClaimStatus);
    expect(all.length).toBeGreaterThan(20);
    expect(several(all)).toEqual([]);
  });

  test('an element that is empty', () => {
    expect(several(spoilt(lines, '', readClaimStatus))).toEqual([]);
  });

  test('an element that is nonsense, which is named by its place alone', () => {
    const all = spoilt(lines, 'QQ', readClaimStatus);
    expect(several(all)).toEqual([]);
    for (const { message, fix = '' } of all.flatMap(({ findings }) => findings))
      expect(`${message} ${fix}`).not.toMatch(/TESTER|W00000000/);
  });
});
