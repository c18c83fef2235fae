import { exampleClaim } from '@claimside/shared/examples';
import { cents, type IsoDate } from '@claimside/shared/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { identifyAll, type X12Finding } from '../x12/index.ts';
import { readAcknowledgement999, writeAcknowledgement999 } from './ack-999/index.ts';
import { asWritten, completeRead, readClaimFile, writeClaimFile } from './claim-837p/index.ts';
import { exampleClaimFileEnvelope, exampleInterchange } from './examples.ts';
import { balanceRemittance, readRemittance, writeRemittance } from './remittance-835/index.ts';
import { readClaimAcknowledgement, writeClaimAcknowledgement } from './status-277ca/index.ts';

const day = '2026-11-22' as IsoDate;
const names = { patientControlNumber: 'C000000001', payerClaimControlNumber: 'P0000000001' };
const statuses = [
  { codes: [{ category: 'A7', status: '562', entity: '82' }], date: day, action: 'U', amount: cents(100) },
];
const adjustments = [{ group: 'CO', reason: '45', amount: cents(2050), quantity: 1 }];

const FILES: readonly Uint8Array[] = [
  writeClaimFile(exampleClaimFileEnvelope, [
    { patientControlNumber: 'C000000001', claim: exampleClaim },
    {
      patientControlNumber: 'C000000002',
      claim: { ...exampleClaim, relationshipToSubscriber: '19', subscriber: exampleClaim.patient },
    },
  ]).bytes,
  writeAcknowledgement999(exampleInterchange, {
    interchangeAcknowledgements: [
      { controlNumber: '101', date: '261122', time: '1500', code: 'A', noteCode: '000' },
    ],
    acknowledgements: [
      {
        functionalIdentifier: 'HC',
        groupControlNumber: '101',
        transactionSets: [
          {
            identifier: '837',
            controlNumber: '0001',
            segmentErrors: [
              {
                segmentId: 'CLM',
                ordinal: 22,
                loop: '2300',
                code: '8',
                contexts: ['CLM01:C000000001'],
                elementErrors: [{ element: 5, component: 3, code: '7', value: 'Q' }],
              },
            ],
            code: 'R',
            errorCodes: ['5'],
          },
        ],
        code: 'R',
        setsIncluded: 1,
        setsReceived: 1,
        setsAccepted: 0,
        errorCodes: [],
      },
    ],
  }),
  writeClaimAcknowledgement(exampleInterchange, {
    transactions: [
      {
        referenceId: 'R1',
        source: { entity: 'AY', name: 'OFFICE ALLY', id: '330897513' },
        receiver: { traceNumber: 'B1', statuses },
        providers: [
          {
            npi: '1234567893',
            statuses,
            claims: [
              {
                ...names,
                patientLastName: 'TESTER',
                statuses,
                lines: [{ procedureCode: '99213', statuses }],
              },
            ],
          },
        ],
      },
    ],
  }),
  writeRemittance(exampleInterchange, {
    remittances: [
      {
        handlingCode: 'I',
        paymentAmount: cents(7950),
        paymentMethod: 'CHK',
        paymentDate: day,
        traceNumber: 'CHK1',
        payerTraceId: '1123456789',
        payer: { name: 'SAMPLE HEALTH PLAN' },
        payee: { name: 'SAMPLE CLINIC', npi: '1234567893' },
        claims: [
          {
            ...names,
            statusCode: '1',
            chargeAmount: cents(10000),
            paidAmount: cents(7950),
            patientResponsibility: cents(0),
            claimFilingIndicator: '12',
            patient: { lastName: 'TESTER', firstName: 'ANNA' },
            adjustments: [],
            remarkCodes: ['N130'],
            lines: [
              {
                procedureCode: '99213',
                modifiers: ['25'],
                chargeAmount: cents(10000),
                paidAmount: cents(7950),
                units: 1,
                adjustments,
                remarkCodes: [],
              },
            ],
          },
        ],
        providerAdjustments: [{ providerId: '1234567893', fiscalDate: day, reason: 'L6', amount: cents(0) }],
      },
    ],
  }),
];

/** One harm done to a file; places are fractions of its length. */
type Harm = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const piece = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 4 }),
  fc
    .constantFrom(
      '~',
      '*',
      ':',
      '^',
      '\n',
      'ISA*',
      '~ST*837*',
      '~SE*1*1~',
      '~HL*9*9*22~',
      '~CLP*',
      '~SVC*',
      '-',
      '9999999999',
    )
    .map((text) => new TextEncoder().encode(text)),
);
const harm: fc.Arbitrary<Harm> = fc.oneof(
  fc.tuple(place, piece).map(([at, bytes]) => splice(at, () => bytes, 0)),
  fc.tuple(place, piece).map(([at, bytes]) => splice(at, () => bytes, bytes.length)),
  fc.tuple(place, fc.nat(300)).map(([at, length]) => splice(at, () => new Uint8Array(), length)),
  fc
    .tuple(place, fc.nat(300))
    .map(([at, length]) => splice(at, (removed) => new Uint8Array([...removed, ...removed]), length)),
  place.map(
    (at): Harm =>
      (bytes) =>
        bytes.slice(0, Math.floor(at * bytes.length)),
  ),
  place.map(
    (at): Harm =>
      (bytes) =>
        bytes.slice(Math.floor(at * bytes.length)),
  ),
);

/** Replaces `length` bytes at a place by what is made of them. */
function splice(at: number, replace: (removed: Uint8Array) => Uint8Array, length: number): Harm {
  return (bytes) => {
    const start = Math.floor(at * bytes.length);
    const removed = bytes.slice(start, start + length);
    return new Uint8Array([...bytes.slice(0, start), ...replace(removed), ...bytes.slice(start + length)]);
  };
}

const harmed = fc
  .tuple(fc.constantFrom(...FILES), fc.array(harm, { minLength: 1, maxLength: 5 }))
  .map(([file, harms]) => harms.reduce((bytes, each) => each(bytes), file));

/** Runs everything that reads bytes from outside, and what is first done with the result. */
function readByAll(bytes: Uint8Array): readonly X12Finding[] {
  const remittances = readRemittance(bytes);
  remittances.remittances.map(balanceRemittance);
  const claims = readClaimFile(bytes);
  for (const read of claims.claims) {
    const complete = completeRead(read);
    if (complete) asWritten(complete, claims.envelope.submitter);
  }
  identifyAll(bytes);
  return [
    ...claims.findings,
    ...remittances.findings,
    ...readAcknowledgement999(bytes).findings,
    ...readClaimAcknowledgement(bytes).findings,
  ];
}

test('no harm done to a file makes a reader throw, and every finding lies within the file', () => {
  fc.assert(
    fc.property(harmed, (bytes) => {
      for (const { location } of readByAll(bytes)) expect(location.byte).toBeLessThan(bytes.length);
    }),
    { seed: 20261122, numRuns: 1000 },
  );
});

test('bytes that never were X12 make no reader throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      for (const { location } of readByAll(bytes)) expect(location.byte).toBeLessThan(bytes.length);
    }),
    { seed: 20261122, numRuns: 500 },
  );
});
