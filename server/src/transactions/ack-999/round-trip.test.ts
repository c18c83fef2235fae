import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleInterchange, segmentLines } from '../examples.ts';
import type { FunctionalGroupAcknowledgement } from './model.ts';
import { readAcknowledgement999 } from './read.ts';
import { writeAcknowledgement999 } from './write.ts';

const digits = fc.stringMatching(/^[1-9]\d{0,8}$/);
const code = fc.constantFrom('1', '5', 'I6');
const codes = fc.array(code, { maxLength: 4 });

const elementError = fc
  .record(
    {
      element: fc.integer({ min: 1, max: 30 }),
      component: fc.integer({ min: 1, max: 9 }),
      code,
      value: fc.constantFrom('BAD', '1.234'),
    },
    { requiredKeys: ['element', 'code'] },
  )
  .chain((error) =>
    fc
      .option(fc.integer({ min: 1, max: 9 }), { nil: undefined })
      .map((repetition) =>
        repetition === undefined || error.component === undefined ? error : { ...error, repetition },
      ),
  );

const acknowledgement: fc.Arbitrary<FunctionalGroupAcknowledgement> = fc.record({
  functionalIdentifier: fc.constant('HC'),
  groupControlNumber: digits,
  transactionSets: fc.array(
    fc.record({
      identifier: fc.constant('837'),
      controlNumber: digits,
      segmentErrors: fc.array(
        fc.record({
          segmentId: fc.constantFrom('CLM', 'NM1', 'HI'),
          ordinal: fc.integer({ min: 1, max: 99_999 }),
          loop: fc.constantFrom('', '2010', '2010BA'),
          code,
          contexts: fc.array(
            digits.map((number) => `CLM01:C${number}`),
            { maxLength: 2 },
          ),
          elementErrors: fc.array(elementError, { maxLength: 2 }),
        }),
        { maxLength: 3 },
      ),
      code: fc.constantFrom('A' as const, 'E' as const, 'R' as const),
      errorCodes: codes,
    }),
    { maxLength: 3 },
  ),
  code: fc.constantFrom('A' as const, 'E' as const, 'P' as const, 'R' as const),
  setsIncluded: fc.integer({ min: 0, max: 999 }),
  setsReceived: fc.integer({ min: 0, max: 999 }),
  setsAccepted: fc.integer({ min: 0, max: 999 }),
  errorCodes: codes,
});

test('what is written is read back as it was', () => {
  const interchangeAcknowledgement = fc.record({
    controlNumber: digits,
    date: fc.constant('261122'),
    time: fc.constant('1500'),
    code: fc.constantFrom('A' as const, 'E' as const, 'R' as const),
    noteCode: fc.constantFrom('000', '025'),
  });
  const file = fc.record({
    interchangeAcknowledgements: fc.array(interchangeAcknowledgement, { maxLength: 2 }),
    acknowledgements: fc.array(acknowledgement, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(file, (given) => {
      const read = readAcknowledgement999(writeAcknowledgement999(exampleInterchange, given));
      expect(read).toEqual({
        ...given,
        interchangeControlNumber: '000000101',
        senderId: '330897513',
        findings: [],
      });
    }),
  );
});

test('it looks as the clearinghouse sends it: TA1 between ISA and GS', () => {
  const bytes = writeAcknowledgement999(exampleInterchange, {
    interchangeAcknowledgements: [
      { controlNumber: '101', date: '261122', time: '1500', code: 'A', noteCode: '000' },
    ],
    acknowledgements: [
      {
        functionalIdentifier: 'HC',
        groupControlNumber: '101',
        transactionSets: [
          { identifier: '837', controlNumber: '0001', segmentErrors: [], code: 'A', errorCodes: [] },
        ],
        code: 'A',
        setsIncluded: 1,
        setsReceived: 1,
        setsAccepted: 1,
        errorCodes: [],
      },
    ],
  });
  expect(segmentLines(bytes)).toEqual([
    'ISA*00*          *00*          *ZZ*330897513      *ZZ*123456789      *261122*1530*^*00501*000000101*0*P*:',
    'TA1*101*261122*1500*A*000',
    'GS*FA*330897513*123456789*20261122*1530*294082671*X*005010X231A1',
    'ST*999*0001*005010X231A1',
    'AK1*HC*101*005010X222A1',
    'AK2*837*0001*005010X222A1',
    'IK5*A',
    'AK9*A*1*1*1',
    'SE*6*0001',
    'GE*1*294082671',
    'IEA*1*000000101',
  ]);
});
