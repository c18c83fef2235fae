import { cents, type IsoDate } from '@claimside/shared/values';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleInterchange, segmentLines } from '../examples.ts';
import type { ClaimAdjustment, Remittance } from './model.ts';
import { readRemittance } from './read.ts';
import { writeRemittance } from './write.ts';

const id = fc.stringMatching(/^[A-Z0-9]{1,12}$/);
const date = fc.constantFrom('2026-11-22' as IsoDate, '2027-01-31' as IsoDate);
const amount = fc.integer({ min: -10_000_000, max: 10_000_000 }).map(cents);
const remarkCodes = fc.array(fc.constantFrom('N130', 'MA01'), { maxLength: 5 });

/** In the order in which they are written: one CAS per group. */
const adjustments: fc.Arbitrary<ClaimAdjustment[]> = fc
  .array(
    fc.record(
      {
        group: fc.constantFrom('CO', 'OA', 'PR'),
        reason: fc.constantFrom('45', '3'),
        amount,
        quantity: fc.nat(99),
      },
      { requiredKeys: ['group', 'reason', 'amount'] },
    ),
    { maxLength: 15 },
  )
  .map((triples) => triples.toSorted((a, b) => a.group.localeCompare(b.group)));

const line = fc.record(
  {
    procedureCode: fc.constantFrom('99213', 'J1885'),
    modifiers: fc.array(fc.constantFrom('25', 'GP'), { maxLength: 4 }),
    chargeAmount: amount,
    paidAmount: amount,
    units: fc.integer({ min: 1, max: 9999 }).map((tenths) => tenths / 10),
    submittedProcedureCode: fc.constant('99214'),
    serviceDate: date,
    lineControlNumber: id,
    adjustments,
    allowedAmount: amount,
    remarkCodes,
  },
  {
    requiredKeys: [
      'procedureCode',
      'modifiers',
      'chargeAmount',
      'paidAmount',
      'units',
      'adjustments',
      'remarkCodes',
    ],
  },
);

const claim = fc
  .record({
    patientControlNumber: id,
    statusCode: fc.constantFrom('1', '4', '22'),
    chargeAmount: amount,
    paidAmount: amount,
    patientResponsibility: amount,
    claimFilingIndicator: fc.constantFrom('12', 'MB'),
    payerClaimControlNumber: id,
    patient: fc.record(
      { lastName: id, firstName: id, memberId: id },
      { requiredKeys: ['lastName', 'firstName'] },
    ),
    adjustments,
    remarkCodes,
    lines: fc.array(line, { maxLength: 3 }),
  })
  .chain((required) =>
    fc
      .record({ statementFrom: date, statementTo: date }, { requiredKeys: [] })
      .map((dates) => ({ ...required, ...dates })),
  );

const remittance: fc.Arbitrary<Remittance> = fc.record({
  handlingCode: fc.constantFrom('I', 'H'),
  paymentAmount: amount,
  paymentMethod: fc.constantFrom('ACH', 'CHK', 'NON'),
  paymentDate: date,
  traceNumber: id,
  payerTraceId: id,
  payer: fc.record({ name: id, id }, { requiredKeys: ['name'] }),
  payee: fc.oneof(fc.record({ name: id, npi: id, taxId: id }), fc.record({ name: id, taxId: id })),
  claims: fc.array(claim, { maxLength: 4 }),
  providerAdjustments: fc.array(
    fc.record(
      {
        providerId: fc.constant('1234567893'),
        fiscalDate: fc.constant('2026-12-31' as IsoDate),
        reason: fc.constantFrom('WO', 'L6'),
        reference: id,
        amount,
      },
      { requiredKeys: ['providerId', 'fiscalDate', 'reason', 'amount'] },
    ),
    { maxLength: 8 },
  ),
});

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(remittance, { minLength: 1, maxLength: 3 }), (remittances) => {
      const read = readRemittance(writeRemittance(exampleInterchange, { remittances }));
      expect(read.findings).toEqual([]);
      expect(read.remittances).toEqual(remittances);
    }),
  );
});

test('adjustments of one group stand in one CAS, six at most, and provider adjustments in one PLB', () => {
  const adjustment = (group: string, reason: string): ClaimAdjustment => ({
    group,
    reason,
    amount: cents(100),
  });
  const bytes = writeRemittance(exampleInterchange, {
    remittances: [
      {
        handlingCode: 'I',
        paymentAmount: cents(7050),
        paymentMethod: 'CHK',
        paymentDate: '2026-11-30' as IsoDate,
        traceNumber: 'CHK0000001',
        payerTraceId: '1123456789',
        payer: { name: 'Sample Health Plan' },
        payee: { name: 'Sample Clinic', npi: '1234567893', taxId: '123456789' },
        claims: [
          {
            patientControlNumber: 'C000000001',
            statusCode: '1',
            chargeAmount: cents(8950),
            paidAmount: cents(8050),
            patientResponsibility: cents(100),
            claimFilingIndicator: '12',
            payerClaimControlNumber: 'P0000000001',
            patient: { lastName: 'Tester', firstName: 'Anna' },
            adjustments: [
              adjustment('CO', '1'),
              adjustment('PR', '3'),
              ...['2', '4', '5', '6', '7', '8', '9'].map((reason) => adjustment('CO', reason)),
            ],
            remarkCodes: [],
            lines: [],
          },
        ],
        providerAdjustments: [
          {
            providerId: '1234567893',
            fiscalDate: '2026-12-31' as IsoDate,
            reason: 'WO',
            amount: cents(1200),
          },
          {
            providerId: '1234567893',
            fiscalDate: '2026-12-31' as IsoDate,
            reason: 'L6',
            amount: cents(-200),
          },
        ],
      },
    ],
  });
  expect(segmentLines(bytes).slice(1, -2)).toEqual([
    'GS*HP*330897513*123456789*20261122*1530*294082671*X*005010X221A1',
    'ST*835*0001',
    'BPR*I*70.5*C*CHK************20261130',
    'TRN*1*CHK0000001*1123456789',
    'DTM*405*20261130',
    'N1*PR*SAMPLE HEALTH PLAN',
    'N1*PE*SAMPLE CLINIC*XX*1234567893',
    'REF*TJ*123456789',
    'LX*1',
    'CLP*C000000001*1*89.5*80.5*1*12*P0000000001',
    'CAS*CO*1*1**2*1**4*1**5*1**6*1**7*1',
    'CAS*CO*8*1**9*1',
    'CAS*PR*3*1',
    'NM1*QC*1*TESTER*ANNA',
    'PLB*1234567893*20261231*WO*12*L6*-2',
    'SE*15*0001',
  ]);
});
