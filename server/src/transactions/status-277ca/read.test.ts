/** What a 277CA says at each of its levels, and what becomes of files that depart from the guide. */
import { describe, expect, test } from 'vitest';
import { answerFile, segmentLines } from '../examples.ts';
import { leftOut, several, spoilt } from '../parts/answers/testing.ts';
import { claimsIn, readClaimAcknowledgement, readClaimAcknowledgementInterchanges } from './read.ts';
import { writeClaimAcknowledgementInterchanges } from './write.ts';

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
  AMT*YU*185
  AMT*YY*96
  HL*3*2*19*1
  NM1*85*2*SAMPLE CLINIC*****XX*1234567893`;

const CLAIMS = `
  HL*4*3*PT
  NM1*QC*1*TESTER*ANNA****MI*W000000001
  TRN*2*C000000001
  STC*A2:20:PR*20261122*WQ*185
  REF*1K*P0000000001
  REF*D9*2900000001
  DTP*472*D8*20261116
  HL*5*3*PT
  NM1*QC*1*TESTER*BEN****MI*W000000002
  TRN*2*C000000002
  STC*A7:21*20261122*U*96******A7:562:82*A8:400*CHECK THE RENDERING PROVIDER
  STC*A7:187*20261122*U*96
  REF*BLT*111
  DTP*472*RD8*20261116-20261118
  SVC*HC:97110:GP:59*96**0420***2
  STC*A7:454*20261122*U
  REF*FJ*C000000002L1
  REF*XZ*RX1
  DTP*472*D8*20261117`;

test('an accepted and a rejected claim are read with everything said of them, at every level', () => {
  const { transactions, findings } = readClaimAcknowledgement(file277ca(`${HEAD}${CLAIMS}`));
  expect(findings).toEqual([]);
  expect(transactions).toEqual([
    {
      referenceId: 'R000000001',
      date: '2026-11-22',
      time: '1530',
      sources: [
        {
          party: { entity: 'AY', name: 'OFFICE ALLY', idQualifier: '46', id: '330897513' },
          receipt: {
            traceNumber: 'R000000001',
            receivedDate: '2026-11-22',
            processedDate: '2026-11-23',
          },
          receivers: [
            {
              party: { organizationName: 'SAMPLE CLINIC', id: '123456789' },
              answer: {
                traceNumber: 'B000000101',
                statuses: [
                  {
                    codes: [{ category: 'A1', status: '19', entity: 'PR' }],
                    date: '2026-11-22',
                    action: 'WQ',
                    amount: 28100,
                  },
                ],
                acceptedCount: 1,
                rejectedCount: 1,
                acceptedAmount: 18500,
                rejectedAmount: 9600,
              },
              providers: [
                {
                  party: { organizationName: 'SAMPLE CLINIC', id: '1234567893' },
                  patients: [
                    {
                      party: { lastName: 'TESTER', firstName: 'ANNA', memberId: 'W000000001' },
                      claims: [
                        {
                          patientControlNumber: 'C000000001',
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
                      ],
                    },
                    {
                      party: { lastName: 'TESTER', firstName: 'BEN', memberId: 'W000000002' },
                      claims: [
                        {
                          patientControlNumber: 'C000000002',
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
                            {
                              codes: [{ category: 'A7', status: '187' }],
                              date: '2026-11-22',
                              action: 'U',
                              amount: 9600,
                            },
                          ],
                          billType: '111',
                          serviceDate: '2026-11-16',
                          serviceDateEnd: '2026-11-18',
                          lines: [
                            {
                              procedureCode: '97110',
                              modifiers: ['GP', '59'],
                              chargeAmount: 9600,
                              revenueCode: '0420',
                              units: 2,
                              statuses: [
                                {
                                  codes: [{ category: 'A7', status: '454' }],
                                  date: '2026-11-22',
                                  action: 'U',
                                },
                              ],
                              lineControlNumber: 'C000000002L1',
                              prescriptionNumber: 'RX1',
                              serviceDate: '2026-11-17',
                            },
                          ],
                        },
                      ],
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ]);
});

test('two sources in one set keep their claims apart', () => {
  const { transactions } = readClaimAcknowledgement(
    file277ca(`
      BHT*0085*08*R1*20261122*1530*TH
      HL*1**20*1
      NM1*AY*2*OFFICE ALLY*****46*330897513
      HL*2*1*21*1
      TRN*2*B1
      HL*3*2*19*1
      HL*4*3*PT
      TRN*2*C1
      HL*5**20*1
      NM1*PR*2*SAMPLE HEALTH PLAN*****PI*60054
      HL*6*5*21*1
      HL*7*6*19*1
      HL*8*7*PT
      TRN*2*C2
      TRN*2*C3`),
  );
  const said = transactions
    .flatMap(claimsIn)
    .map(({ source, claim }) => [source.party?.name, claim.patientControlNumber]);
  expect(said).toEqual([
    ['OFFICE ALLY', 'C1'],
    ['SAMPLE HEALTH PLAN', 'C2'],
    ['SAMPLE HEALTH PLAN', 'C3'],
  ]);
});

test('a rejection of the whole batch or provider is kept though no claim follows', () => {
  const { transactions, findings } = readClaimAcknowledgement(
    file277ca(`${HEAD.replace('STC*A1:19:PR*20261122*WQ*281', 'STC*A3:24*20261122*U*281').replace('19*1', '19*0')}
      TRN*1*0
      STC*A8:562:85**U*281
      QTY*QC*2
      AMT*YY*281`),
  );
  expect(findings).toEqual([]);
  const [receiver] = transactions[0]?.sources[0]?.receivers ?? [];
  expect(receiver?.answer).toMatchObject({ traceNumber: 'B000000101', statuses: [{ action: 'U' }] });
  expect(receiver?.providers).toMatchObject([
    {
      answer: {
        statuses: [{ codes: [{ category: 'A8', status: '562', entity: '85' }] }],
        rejectedCount: 2,
        rejectedAmount: 28100,
      },
      patients: [],
    },
  ]);
});

describe('what departs from the guide is read all the same', () => {
  const firstClaim = (segments: string) => {
    const { transactions, findings } = readClaimAcknowledgement(file277ca(segments));
    return {
      claim: transactions.flatMap(claimsIn)[0]?.claim,
      findings: findings.filter(({ severity }) => severity === 'error'),
    };
  };

  test('a patient without a provider level, at level 22 instead of PT', () => {
    const { claim } = firstClaim(
      'HL*1**20*1\nHL*2*1*22*0\nNM1*QC*1*TESTER*ANNA\nTRN*2*C000000001\nSTC*A1:20*20261122*WQ',
    );
    expect(claim).toMatchObject({ patientControlNumber: 'C000000001', statuses: [{ action: 'WQ' }] });
  });

  test('numbers and dates in another order, codes in small letters', () => {
    const { claim } = firstClaim(`${HEAD}
      HL*4*3*PT
      NM1*QC*1*TESTER*ANNA****MI*W000000001
      TRN*2*C000000001
      STC*a2:20*20261122*wq*185
      DTP*472*D8*20261116
      REF*D9*2900000001
      REF*1K*P0000000001`);
    expect(claim).toMatchObject({
      statuses: [{ codes: [{ category: 'A2' }], action: 'WQ' }],
      payerClaimControlNumber: 'P0000000001',
      clearinghouseTraceNumber: '2900000001',
      serviceDate: '2026-11-16',
    });
  });

  test('composites that are divided by another character than ISA16 says', () => {
    const { claim, findings } = firstClaim(`${HEAD}${CLAIMS}`.replaceAll(':', '>'));
    expect(claim?.statuses[0]?.codes).toEqual([{ category: 'A2', status: '20', entity: 'PR' }]);
    expect(findings.map(({ code }) => code)).toEqual(['COMPONENT-SEPARATOR']);
  });

  test('a claim that lost its TRN keeps its status', () => {
    const { claim } = firstClaim(`${HEAD}
      HL*4*3*PT
      NM1*QC*1*TESTER*ANNA****MI*W000000001
      STC*A7:20*20261122*U*185`);
    expect(claim).toMatchObject({ patientControlNumber: '', statuses: [{ action: 'U' }] });
  });

  test('a segment of another guide is told, kept, and ends no claim', () => {
    const bytes = file277ca(
      `${HEAD}${CLAIMS}`
        .replace('QTY*AA*1\n', 'QTY*AA*1\n  QTY*ZZ*7\n')
        .replace('REF*D9*', 'PER*IC*HELP DESK*TE*8005550100\n  REF*D9*'),
    );
    const { interchanges, findings } = readClaimAcknowledgementInterchanges(bytes);
    expect(findings.map(({ code, location }) => `${code} ${location.segmentId} ${location.ordinal}`)).toEqual(
      ['ELEMENT-CODE QTY 14', 'SEGMENT-UNKNOWN PER 24'],
    );
    const [claim] = interchanges.flatMap(({ groups }) =>
      groups.flatMap(({ sets }) => sets.flatMap(({ answer }) => claimsIn(answer))),
    );
    expect(claim?.claim.clearinghouseTraceNumber).toBe('2900000001');
    expect(segmentLines(writeClaimAcknowledgementInterchanges(interchanges))).toEqual(segmentLines(bytes));
  });
});

test('a 277 whose version says nothing is told by its BHT', () => {
  const head = { group: 'HN', set: '277', version: '005010' };
  const of = (bht: string) => readClaimAcknowledgement(answerFile(head, `${bht}\nHL*1**20*1`));
  expect(of('BHT*0085*08*1*20261122*1530*TH').transactions).toHaveLength(1);
  const other = of('BHT*0010*08*1*20261122*1530*DG');
  expect(other.transactions).toEqual([]);
  expect(other.findings.map(({ code }) => code)).toEqual(['SET-UNEXPECTED']);
});

test('the answer to a claim status request is not taken for a 277CA', () => {
  const { transactions, findings } = readClaimAcknowledgement(
    answerFile({ group: 'HN', set: '277', version: '005010X212' }, 'BHT*0010*08*1*20261122*1530*DG'),
  );
  expect(transactions).toEqual([]);
  expect(findings.map(({ code }) => code)).toEqual(['SET-UNEXPECTED']);
});

test.each([
  ['an amount that is none', 'WQ*185', 'WQ*1E3', 'error ELEMENT-CHARACTER STC04 of C000000001'],
  [
    'a day that is none',
    'PR*20261122*WQ*185',
    'PR*20261131*WQ*185',
    'error ELEMENT-DATE STC02 of C000000001',
  ],
  ['a claim without its number', 'TRN*2*C000000001', 'TRN*2', 'error ELEMENT-MISSING TRN02 of none'],
  ['a parent that is none', 'HL*5*3*PT', 'HL*5*9*PT', 'error HL02-PARENT HL02 of none'],
  ['a count of other claims', 'QTY*90*1', 'QTY*90*3', 'warning TOTAL-COUNT QTY02 of none'],
  ['a sum of other charges', 'AMT*YY*96', 'AMT*YY*97', 'warning TOTAL-AMOUNT AMT02 of none'],
  ['an action against its category', 'A2:20:PR', 'A3:20:PR', 'warning STATUS-CONFLICT STC03 of C000000001'],
  ['a category of another answer', 'A2:20:PR', 'F1:20:PR', 'warning STATUS-CATEGORY STC01 of C000000001'],
])('%s is reported at its place', (_, from, to, expected) => {
  const { findings } = readClaimAcknowledgement(file277ca(`${HEAD}${CLAIMS}`.replace(from, to)));
  expect(
    findings.map(
      ({ severity, code, location: { segmentId, element = 0 }, claim = 'none' }) =>
        `${severity} ${code} ${segmentId}${String(element).padStart(2, '0')} of ${claim}`,
    ),
  ).toEqual([expected]);
});

describe('one fault is one finding', () => {
  const lines = segmentLines(file277ca(`${HEAD}${CLAIMS}`));

  test('a segment that is left out', () => {
    const all = leftOut(lines, readClaimAcknowledgement);
    expect(all.length).toBeGreaterThan(30);
    expect(several(all)).toEqual([]);
  });

  test('an element that is empty', () => {
    expect(several(spoilt(lines, '', readClaimAcknowledgement))).toEqual([]);
  });

  test('an element that is nonsense, which is named by its place alone', () => {
    const all = spoilt(lines, 'QQ', readClaimAcknowledgement);
    expect(several(all)).toEqual([]);
    for (const { message, fix = '' } of all.flatMap(({ findings }) => findings))
      expect(`${message} ${fix}`).not.toMatch(/TESTER|W00000000/);
  });
});
