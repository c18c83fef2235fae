import { describe, expect, test } from 'vitest';
import { answerFile, fileOf, segmentLines } from '../examples.ts';
import { leftOut, several, spoilt } from '../parts/answers/testing.ts';
import { readAcknowledgement999, readAcknowledgementInterchanges } from './read.ts';
import { writeAcknowledgementInterchanges } from './write.ts';

const file999 = (segments: string) =>
  answerFile({ group: 'FA', set: '999', version: '005010X231A1', setVersion: '005010X231A1' }, segments);

test('a clean acceptance with its TA1 between ISA and GS is read', () => {
  const file = readAcknowledgement999(
    fileOf(`
      ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:
      TA1*101*261122*1500*A*000
      GS*FA*330897513*123456789*20261122*1530*294082671*X*005010X231A1
      ST*999*0001*005010X231A1
      AK1*HC*101*005010X222A1
      AK2*837*0001*005010X222A1
      IK5*A
      AK9*A*1*1*1
      SE*6*0001
      GE*1*294082671
      IEA*1*000000101`),
  );
  expect(file).toEqual({
    interchangeControlNumber: '000000101',
    senderId: '330897513',
    interchangeAcknowledgements: [
      { controlNumber: '101', date: '261122', time: '1500', code: 'A', noteCode: '000' },
    ],
    acknowledgements: [
      {
        functionalIdentifier: 'HC',
        groupControlNumber: '101',
        version: '005010X222A1',
        transactionSets: [
          {
            identifier: '837',
            controlNumber: '0001',
            version: '005010X222A1',
            segmentErrors: [],
            code: 'A',
            errorCodes: [],
          },
        ],
        code: 'A',
        setsIncluded: 1,
        setsReceived: 1,
        setsAccepted: 1,
        errorCodes: [],
      },
    ],
    findings: [],
  });
});

test('a partly accepted group tells which set, segment and element failed, and of which claim', () => {
  const { acknowledgements, findings } = readAcknowledgement999(
    file999(`
      AK1*HC*101*005010X222A1
      AK2*837*0001
      IK5*A
      AK2*837*0002
      IK3*CLM*22*2300*8
      CTX*CLM01:C000000001
      IK4*5:3:1*1325*7*Q
      IK3*NM1*8*2010*6
      CTX*SITUATIONAL TRIGGER^SITUATIONAL TRIGGER:2*CLM*43**5:3*1325
      IK5*R*5*I5
      AK9*P*2*2*1*5`),
  );
  expect(findings).toEqual([]);
  expect(acknowledgements).toHaveLength(1);
  expect(acknowledgements[0]).toMatchObject({
    code: 'P',
    setsReceived: 2,
    setsAccepted: 1,
    errorCodes: ['5'],
  });
  expect(acknowledgements[0]?.transactionSets[1]).toEqual({
    identifier: '837',
    controlNumber: '0002',
    code: 'R',
    errorCodes: ['5', 'I5'],
    segmentErrors: [
      {
        segmentId: 'CLM',
        ordinal: 22,
        loop: '2300',
        code: '8',
        contexts: ['CLM01:C000000001'],
        elementErrors: [{ element: 5, component: 3, repetition: 1, reference: 1325, code: '7', value: 'Q' }],
      },
      {
        segmentId: 'NM1',
        ordinal: 8,
        loop: '2010',
        code: '6',
        contexts: [],
        triggers: [
          {
            segmentId: 'CLM',
            ordinal: 43,
            element: 5,
            component: 3,
            reference: 1325,
            also: ['SITUATIONAL TRIGGER:2'],
          },
        ],
        elementErrors: [],
      },
    ],
  });
});

test('an interchange with only a rejecting TA1 is read', () => {
  const file = readAcknowledgement999(
    fileOf(`
      ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000007*0*P*:
      TA1*000000101*261122*1500*R*025
      IEA*0*000000007`),
  );
  expect(file.acknowledgements).toEqual([]);
  expect(file.findings).toEqual([]);
  expect(file.interchangeAcknowledgements).toEqual([
    { controlNumber: '000000101', date: '261122', time: '1500', code: 'R', noteCode: '025' },
  ]);
});

const places = (findings: ReturnType<typeof readAcknowledgement999>['findings']) =>
  findings.map(({ code, location: { segmentId, element } }) => `${code} ${segmentId}${element ?? ''}`);

test('a missing AK9 is told, and leaves the group without a code', () => {
  const { acknowledgements, findings } = readAcknowledgement999(
    file999('AK1*HC*101*005010X222A1\nAK2*837*0001\nIK5*A'),
  );
  expect(acknowledgements[0]?.code).toBeUndefined();
  expect(places(findings)).toEqual(['SEGMENT-MISSING AK9']);
});

test('codes that are none are told, and kept as they are', () => {
  const { acknowledgements, findings } = readAcknowledgement999(
    file999('AK1*HC*101*005010X222A1\nAK2*837*0001\nIK5*Q\nAK9*Z*1*1*0'),
  );
  expect(acknowledgements[0]).toMatchObject({ code: 'Z', transactionSets: [{ code: 'Q' }] });
  expect(places(findings)).toEqual(['ELEMENT-CODE IK51', 'ELEMENT-CODE AK91']);
});

test('a segment before the one it belongs to is reported, and the rest is read', () => {
  const { acknowledgements } = readAcknowledgement999(
    file999('IK5*R\nAK1*HC*101*005010X222A1\nAK2*837*0001\nIK5*A\nAK9*A*1*1*1'),
  );
  expect(acknowledgements.at(-1)).toMatchObject({ code: 'A', transactionSets: [{ code: 'A' }] });
});

test('a TA1 is held against its rule', () => {
  const { interchangeAcknowledgements, findings } = readAcknowledgement999(
    fileOf(`
      ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000007*0*P*:
      TA1*000000101*261199*1500*Q*999
      IEA*0*000000007`),
  );
  expect(interchangeAcknowledgements).toMatchObject([{ code: 'Q', noteCode: '999' }]);
  expect(places(findings)).toEqual(['ELEMENT-DATE TA12', 'ELEMENT-CODE TA14', 'ELEMENT-CODE TA15']);
});

test('what has no place is told, kept, and written back where it stood', () => {
  const bytes = file999(`
    AK1*HC*101*005010X222A1
    AK2*837*0001
    IK3*CLM*22*2300*8
    CTX*CLM01:C000000001*CLM
    ZZZ*1*2
    IK5*R*5
    AK9*R*1*1*0`);
  const { interchanges, findings } = readAcknowledgementInterchanges(bytes);
  expect(places(findings)).toEqual(['SEGMENT-UNKNOWN ZZZ']);
  expect(segmentLines(writeAcknowledgementInterchanges(interchanges))).toEqual(segmentLines(bytes));
});

test('a reference that is none stays at the place that it was told of, beside a key of the claim', () => {
  const bytes = file999(`
    AK1*HC*101*005010X222A1
    AK2*837*0001
    IK3*CLM*22*2300*8
    CTX*SITUATIONAL TRIGGER*CLM*43**5:3*C023:1325
    CTX*CLM01:C000000001
    IK5*R*5
    AK9*R*1*1*0`);
  const { interchanges } = readAcknowledgementInterchanges(bytes);
  expect(segmentLines(writeAcknowledgementInterchanges(interchanges))).toEqual(segmentLines(bytes));
});

describe('one fault is one finding', () => {
  const lines = segmentLines(
    file999(`
      AK1*HC*101*005010X222A1
      AK2*837*0001*005010X222A1
      IK3*CLM*22*2300*8
      CTX*CLM01:C000000001
      IK4*5:3*1325*7*Q
      IK5*R*5
      AK9*R*1*1*0`),
  );
  test.each([
    ['a segment that is left out', () => leftOut(lines, readAcknowledgement999)],
    ['an element that is empty', () => spoilt(lines, '', readAcknowledgement999)],
    ['an element that is nonsense', () => spoilt(lines, '??', readAcknowledgement999)],
  ])('%s', (_, all) => {
    expect(several(all())).toEqual([]);
  });
});

test('a set of another kind in the same file is left out with a warning', () => {
  const { acknowledgements, findings } = readAcknowledgement999(
    answerFile({ group: 'HP', set: '835', version: '005010X221A1' }, 'BPR*I*0*C*NON'),
  );
  expect(acknowledgements).toEqual([]);
  expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warning SET-UNEXPECTED']);
});
