/** What is written of a 999 is read back as it was; the file of our own looks as a clearinghouse sends it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleInterchange, segmentLines } from '../examples.ts';
import {
  AnswerReach,
  answerArbitrary,
  answerTroubles,
  leavesOf,
  pathsInGuide,
} from '../parts/answers/testing.ts';
import { GUIDE_999 } from './guide.ts';
import { ACKNOWLEDGEMENT_999 } from './kind.ts';
import { type Acknowledgement, AcknowledgementSchema } from './model.ts';
import { writeAcknowledgement999 } from './write.ts';

const answer: fc.Arbitrary<Acknowledgement> = answerArbitrary(AcknowledgementSchema);

test('what is written is read back as it was, with every value of the model and every segment of the guide in it', () => {
  const reach = new AnswerReach(ACKNOWLEDGEMENT_999, AcknowledgementSchema);
  const property = fc.property(fc.array(answer, { minLength: 1, maxLength: 2 }), (answers) => {
    expect(answerTroubles(ACKNOWLEDGEMENT_999, 'FA', answers)).toEqual([]);
    reach.see(answers);
  });
  fc.assert(property, { numRuns: 200 });
  expect(reach.unseen.filter((path) => !path.includes(' SE ('))).toEqual([]);
});

test('model and guide have the same places', () => {
  expect(pathsInGuide(GUIDE_999).sort()).toEqual(leavesOf(AcknowledgementSchema).sort());
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
