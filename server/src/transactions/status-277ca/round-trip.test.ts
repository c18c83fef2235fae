/** What is written of a 277CA is read back as it was; counts, totals and levels of our own are worked out. */
import { cents, type IsoDate } from '@claimside/shared/values';
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
import type { Status } from '../parts/status.ts';
import { GUIDE_277CA } from './guide/index.ts';
import { CLAIM_ACKNOWLEDGEMENT } from './kind.ts';
import { type ClaimAcknowledgement, ClaimAcknowledgementSchema } from './model.ts';
import { writeClaimAcknowledgement } from './write.ts';

/** Of a batch or provider no message is sent, and the guide has an amount of a claim and none of a line. */
const isWanted = (path: string) => !/answer\.statuses\.\*\.message$/.test(path) && !path.endsWith('codeList');

const answer: fc.Arbitrary<ClaimAcknowledgement> = answerArbitrary(ClaimAcknowledgementSchema, isWanted);

test('what is written is read back as it was, with every value of the model and every segment of the guide in it', () => {
  const reach = new AnswerReach(CLAIM_ACKNOWLEDGEMENT, ClaimAcknowledgementSchema);
  const property = fc.property(fc.array(answer, { minLength: 1, maxLength: 2 }), (answers) => {
    expect(answerTroubles(CLAIM_ACKNOWLEDGEMENT, 'HN', answers)).toEqual([]);
    reach.see(answers);
  });
  fc.assert(property, { numRuns: 300 });
  expect(
    reach.unseen.filter((path) => isWanted(path) && !path.endsWith('SE (transaction set trailer)')),
  ).toEqual([]);
});

test('model and guide have the same places', () => {
  expect(pathsInGuide(GUIDE_277CA).sort()).toEqual(leavesOf(ClaimAcknowledgementSchema).sort());
});

test('levels, counts and totals are computed from the claims', () => {
  const day = '2026-11-22' as IsoDate;
  const said = (category: string, action: string, charge: number): Status[] => [
    { codes: [{ category, status: '20' }], date: day, action, amount: cents(charge) },
  ];
  const bytes = writeClaimAcknowledgement(exampleInterchange, {
    transactions: [
      {
        referenceId: 'R1',
        date: day,
        time: '1530',
        sources: [
          {
            party: { entity: 'AY', name: 'Office Ally', idQualifier: '46', id: '330897513' },
            receipt: { traceNumber: 'R1', receivedDate: day, processedDate: day },
            receivers: [
              {
                party: { organizationName: 'SAMPLE CLINIC', id: '123456789' },
                answer: { traceNumber: 'B1', statuses: said('A1', 'WQ', 28150) },
                providers: [
                  {
                    party: { organizationName: 'SAMPLE CLINIC', id: '1234567893' },
                    patients: [
                      {
                        party: { lastName: 'TESTER' },
                        claims: [
                          { patientControlNumber: 'C1', statuses: said('A2', 'WQ', 18550), lines: [] },
                          { patientControlNumber: 'C2', statuses: said('A7', 'U', 9600), lines: [] },
                        ],
                      },
                    ],
                  },
                  { party: { organizationName: 'OTHER CLINIC', id: '1999999984' }, patients: [] },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
  expect(segmentLines(bytes).slice(2, -2)).toEqual([
    'ST*277*0001*005010X214',
    'BHT*0085*08*R1*20261122*1530*TH',
    'HL*1**20*1',
    'NM1*AY*2*OFFICE ALLY*****46*330897513',
    'TRN*1*R1',
    'DTP*050*D8*20261122',
    'DTP*009*D8*20261122',
    'HL*2*1*21*1',
    'NM1*41*2*SAMPLE CLINIC*****46*123456789',
    'TRN*2*B1',
    'STC*A1:20*20261122*WQ*281.5',
    'QTY*90*1',
    'QTY*AA*1',
    'AMT*YU*185.5',
    'AMT*YY*96',
    'HL*3*2*19*1',
    'NM1*85*2*SAMPLE CLINIC*****XX*1234567893',
    'HL*4*3*PT',
    'NM1*QC*1*TESTER',
    'TRN*2*C1',
    'STC*A2:20*20261122*WQ*185.5',
    'TRN*2*C2',
    'STC*A7:20*20261122*U*96',
    'HL*5*2*19*0',
    'NM1*85*2*OTHER CLINIC*****XX*1999999984',
    'SE*26*0001',
  ]);
});
