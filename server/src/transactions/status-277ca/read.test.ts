import { expect, test } from 'vitest';
import { answerFile } from '../examples.ts';
import { readClaimAcknowledgement } from './read.ts';

const file277ca = (segments: string) =>
  answerFile({ group: 'HN', set: '277', version: '005010X214', setVersion: '005010X214' }, segments);

const HEAD = `
  BHT*0085*08*R000000001*20261122*1530*TH
  HL*1**20*1
  NM1*AY*2*OFFICE ALLY*****46*330897513
  TRN*1*R000000001
  DTP*050*D8*20261122
  DTP*009*D8*20261123
  HL*2*1*21*1
  NM1*41*2*SAMPLE CLINIC*****46*123456789
  TRN*2*B000000101
  STC*A1:19:PR*20261122*WQ*281
  QTY*90*1
  QTY*AA*1
  HL*3*2*19*1
  NM1*85*2*SAMPLE CLINIC*****XX*1234567893`;

test('an accepted and a rejected claim are read with everything said of them', () => {
  const { transactions, findings } = readClaimAcknowledgement(
    file277ca(`${HEAD}
      HL*4*3*PT
      NM1*QC*1*TESTER*ANNA****MI*W000000001
      TRN*2*C000000001
      STC*A2:20:PR*20261122*WQ*185
      REF*1K*P0000000001
      REF*D9*2900000001
      DTP*472*D8*20261116
      HL*5*3*PT
      NM1*QC*1*TESTER*BEN
      TRN*2*C000000002
      STC*A7:21*20261122*U*96******A7:562:82*A8:400*CHECK THE RENDERING PROVIDER
      DTP*472*RD8*20261116-20261118
      SVC*HC:97110:GP*96
      STC*A7:454*20261122*U
      REF*FJ*C000000002L1`),
  );
  expect(findings).toEqual([]);
  expect(transactions).toEqual([
    {
      referenceId: 'R000000001',
      source: { entity: 'AY', name: 'OFFICE ALLY', id: '330897513' },
      receivedDate: '2026-11-22',
      processedDate: '2026-11-23',
      receiver: {
        traceNumber: 'B000000101',
        statuses: [
          {
            codes: [{ category: 'A1', status: '19', entity: 'PR' }],
            date: '2026-11-22',
            action: 'WQ',
            amount: 28100,
          },
        ],
      },
      providers: [
        {
          npi: '1234567893',
          name: 'SAMPLE CLINIC',
          statuses: [],
          claims: [
            {
              patientControlNumber: 'C000000001',
              patientLastName: 'TESTER',
              patientFirstName: 'ANNA',
              memberId: 'W000000001',
              statuses: [
                {
                  codes: [{ category: 'A2', status: '20', entity: 'PR' }],
                  date: '2026-11-22',
                  action: 'WQ',
                  amount: 18500,
                },
              ],
              payerClaimControlNumber: 'P0000000001',
              clearinghouseTraceNumber: '2900000001',
              serviceDate: '2026-11-16',
              lines: [],
            },
            {
              patientControlNumber: 'C000000002',
              patientLastName: 'TESTER',
              patientFirstName: 'BEN',
              statuses: [
                {
                  codes: [
                    { category: 'A7', status: '21' },
                    { category: 'A7', status: '562', entity: '82' },
                    { category: 'A8', status: '400' },
                  ],
                  date: '2026-11-22',
                  action: 'U',
                  amount: 9600,
                  message: 'CHECK THE RENDERING PROVIDER',
                },
              ],
              serviceDate: '2026-11-16',
              lines: [
                {
                  procedureCode: '97110',
                  chargeAmount: 9600,
                  statuses: [{ codes: [{ category: 'A7', status: '454' }], date: '2026-11-22', action: 'U' }],
                  lineControlNumber: 'C000000002L1',
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
});

test('a rejection of the whole batch or provider is kept though no claim follows', () => {
  const { transactions } = readClaimAcknowledgement(
    file277ca(`
      BHT*0085*08*R000000001*20261122*1530*TH
      HL*1**20*1
      NM1*AY*2*OFFICE ALLY*****46*330897513
      HL*2*1*21*1
      TRN*2*B000000101
      STC*A3:24*20261122*U
      HL*3*2*19*0
      NM1*85*2*SAMPLE CLINIC*****XX*1234567893
      TRN*1*0
      STC*A8:562:85*20261122*U`),
  );
  expect(transactions[0]?.receiver).toMatchObject({ traceNumber: 'B000000101', statuses: [{ action: 'U' }] });
  expect(transactions[0]?.providers).toMatchObject([
    {
      npi: '1234567893',
      statuses: [{ codes: [{ category: 'A8', status: '562', entity: '85' }] }],
      claims: [],
    },
  ]);
});

test('a patient without a provider level, at level 22 instead of PT, is read all the same', () => {
  const { transactions } = readClaimAcknowledgement(
    file277ca('HL*1**20*1\nHL*2*1*22*0\nNM1*QC*1*TESTER*ANNA\nTRN*2*C000000001\nSTC*A1:20*20261122*WQ'),
  );
  expect(transactions[0]?.providers).toMatchObject([
    { npi: '', claims: [{ patientControlNumber: 'C000000001', statuses: [{ action: 'WQ' }] }] },
  ]);
});

test('the answer to a claim status request is not taken for a 277CA', () => {
  const { transactions, findings } = readClaimAcknowledgement(
    answerFile({ group: 'HN', set: '277', version: '005010X212' }, 'BHT*0010*08*1*20261122*1530*DG'),
  );
  expect(transactions).toEqual([]);
  expect(findings.map(({ code }) => code)).toEqual(['SET-UNEXPECTED']);
});

test.each([
  ['an unknown level', 'HL*9*2*99', 'HL03 HL 16'],
  ['a status before any claim', 'HL*4*3*PT\nSTC*A1:20*20261122*WQ', 'SEGMENT-ORDER STC 17'],
  ['an amount that is none', 'HL*4*3*PT\nTRN*2*C1\nSTC*A1:20*20261122*WQ*1E3', 'AMOUNT STC 18'],
  ['a trace number that is empty', 'HL*4*3*PT\nTRN*2', 'ELEMENT-MISSING TRN 17'],
])('%s is reported at its place', (_, segments, expected) => {
  const { findings } = readClaimAcknowledgement(file277ca(`${HEAD}\n${segments}`));
  expect(findings.map(({ code, location }) => `${code} ${location.segmentId} ${location.ordinal}`)).toEqual([
    expected,
  ]);
});
