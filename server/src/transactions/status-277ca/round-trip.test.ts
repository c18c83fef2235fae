import { cents, type IsoDate } from '@claimside/shared/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleInterchange, segmentLines } from '../examples.ts';
import type { ClaimAcknowledgement, StatusInformation } from './model.ts';
import { readClaimAcknowledgement } from './read.ts';
import { writeClaimAcknowledgement } from './write.ts';

const id = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const date = fc.constantFrom('2026-11-22' as IsoDate, '2027-01-31' as IsoDate);
const amount = fc.integer({ min: 0, max: 10_000_000 }).map(cents);

const status: fc.Arbitrary<StatusInformation> = fc.record(
  {
    codes: fc.array(
      fc.record(
        {
          category: fc.constantFrom('A1', 'A2', 'A7', 'F2'),
          status: fc.constantFrom('20', '562'),
          entity: fc.constant('82'),
        },
        { requiredKeys: ['category', 'status'] },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    date,
    action: fc.constantFrom('WQ', 'U'),
    amount,
    message: fc.constant('INVENTED MESSAGE'),
  },
  { requiredKeys: ['codes'] },
);
const statuses = fc.array(status, { minLength: 1, maxLength: 2 });

const claim = fc.record(
  {
    patientControlNumber: id,
    patientLastName: id,
    patientFirstName: id,
    memberId: id,
    statuses,
    payerClaimControlNumber: id,
    clearinghouseTraceNumber: id,
    serviceDate: date,
    lines: fc.array(
      fc.record(
        { procedureCode: fc.constant('99213'), chargeAmount: amount, statuses, lineControlNumber: id },
        { requiredKeys: ['procedureCode', 'statuses'] },
      ),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['patientControlNumber', 'patientLastName', 'statuses', 'lines'] },
);

const transaction: fc.Arbitrary<ClaimAcknowledgement> = fc.record(
  {
    referenceId: id,
    source: fc.record({ entity: fc.constantFrom('PR', 'AY'), name: id, id }),
    receivedDate: date,
    processedDate: date,
    receiver: fc.record({ traceNumber: id, statuses }),
    providers: fc.array(
      fc.record(
        {
          npi: id,
          name: id,
          statuses: fc.array(status, { maxLength: 2 }),
          claims: fc.array(claim, { maxLength: 3 }),
        },
        { requiredKeys: ['npi', 'statuses', 'claims'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['referenceId', 'source', 'receiver', 'providers'] },
);

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(transaction, { minLength: 1, maxLength: 3 }), (transactions) => {
      const read = readClaimAcknowledgement(writeClaimAcknowledgement(exampleInterchange, { transactions }));
      expect(read.findings).toEqual([]);
      expect(read.transactions).toEqual(transactions);
    }),
  );
});

test('levels, counts and totals are computed from the claims', () => {
  const day = '2026-11-22' as IsoDate;
  const answer = (category: string, action: string, charge: number): StatusInformation[] => [
    { codes: [{ category, status: '20' }], date: day, action, amount: cents(charge) },
  ];
  const bytes = writeClaimAcknowledgement(exampleInterchange, {
    transactions: [
      {
        referenceId: 'R1',
        source: { entity: 'AY', name: 'OFFICE ALLY', id: '330897513' },
        receiver: { traceNumber: 'B1', statuses: answer('A1', 'WQ', 28150) },
        providers: [
          {
            npi: '1234567893',
            name: 'SAMPLE CLINIC',
            statuses: [],
            claims: [
              {
                patientControlNumber: 'C1',
                patientLastName: 'TESTER',
                statuses: answer('A2', 'WQ', 18550),
                lines: [],
              },
              {
                patientControlNumber: 'C2',
                patientLastName: 'TESTER',
                statuses: answer('A7', 'U', 9600),
                lines: [],
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
    'HL*2*1*21*1',
    'NM1*41*2*123456789*****46*123456789',
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
    'HL*5*3*PT',
    'NM1*QC*1*TESTER',
    'TRN*2*C2',
    'STC*A7:20*20261122*U*96',
    'SE*24*0001',
  ]);
});
