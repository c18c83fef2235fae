import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { balanceRemittance } from './balance.ts';
import type { ClaimPayment, Remittance, ServicePayment } from './model/index.ts';

const line: ServicePayment = {
  procedureCode: '99213',
  modifiers: [],
  chargeAmount: cents(12500),
  paidAmount: cents(8000),
  units: 1,
  adjustments: [
    { group: 'CO', reason: '45', amount: cents(2500) },
    { group: 'PR', reason: '3', amount: cents(2000) },
  ],
  remarkCodes: [],
};

const claim: ClaimPayment = {
  patientControlNumber: 'C000000001',
  statusCode: '1',
  chargeAmount: cents(12500),
  paidAmount: cents(8000),
  patientResponsibility: cents(2000),
  claimFilingIndicator: '12',
  payerClaimControlNumber: 'P0000000001',
  patient: { lastName: 'TESTER', firstName: 'ANNA' },
  adjustments: [],
  lines: [line],
};

const remittance: Remittance = {
  handlingCode: 'I',
  paymentAmount: cents(7000),
  paymentMethod: 'CHK',
  paymentDate: '2026-11-30' as IsoDate,
  traceNumber: 'CHK0000001',
  payerTraceId: '1123456789',
  payer: { name: 'SAMPLE HEALTH PLAN' },
  payee: { name: 'SAMPLE CLINIC' },
  claims: [claim],
  providerAdjustments: [
    { providerId: '1234567893', fiscalDate: '2026-12-31' as IsoDate, reason: 'WO', amount: cents(1000) },
  ],
};

const where = { patientControlNumber: 'C000000001', claim: 0 };

test('lines, claims and check that add up give nothing', () => {
  expect(balanceRemittance(remittance)).toEqual([]);
});

test('a check that is not the claims less the provider adjustments is told', () => {
  expect(balanceRemittance({ ...remittance, paymentAmount: cents(8000) })).toEqual([
    { level: 'check', computed: 7000, stated: 8000 },
  ]);
});

test('one cent too much on a line is told for the line and for the claim', () => {
  const adjustments = [{ group: 'CO', reason: '45', amount: cents(4501) }];
  const claims = [{ ...claim, lines: [{ ...line, adjustments }] }];
  expect(balanceRemittance({ ...remittance, claims })).toEqual([
    { level: 'line', computed: 7999, stated: 8000, ...where, line: 0 },
    { level: 'claim', computed: 7999, stated: 8000, ...where },
  ]);
});

test('adjustments of the claim count for the claim, not for its lines', () => {
  const adjustments = [{ group: 'OA', reason: '23', amount: cents(500) }];
  const claims = [{ ...claim, adjustments, paidAmount: cents(7500) }];
  expect(balanceRemittance({ ...remittance, claims, paymentAmount: cents(6500) })).toEqual([]);
});

test('lines whose charges are not the claim’s charge are told', () => {
  const claims = [{ ...claim, chargeAmount: cents(13000), paidAmount: cents(8500) }];
  expect(balanceRemittance({ ...remittance, claims, paymentAmount: cents(7500) })).toEqual([
    { level: 'charge', computed: 12500, stated: 13000, ...where },
  ]);
});

test('a claim without lines balances by its own adjustments', () => {
  const adjustments = [{ group: 'CO', reason: '197', amount: cents(12500) }];
  const claims = [{ ...claim, statusCode: '4', paidAmount: cents(0), adjustments, lines: [] }];
  expect(balanceRemittance({ ...remittance, claims, paymentAmount: cents(-1000) })).toEqual([]);
});

test('amounts beyond all bounds make a finding, never an exception', () => {
  const huge = cents(Number.MAX_SAFE_INTEGER);
  const claims = [
    claim,
    { ...claim, paidAmount: huge, lines: [] },
    { ...claim, paidAmount: huge, lines: [] },
  ];
  expect(balanceRemittance({ ...remittance, claims }).map(({ level }) => level)).toEqual([
    'claim',
    'claim',
    'check',
  ]);
});

test('amounts beyond all bounds are told, also where they cancel one another out', () => {
  const huge = Number.MAX_SAFE_INTEGER;
  const adjustments = [4500, huge, huge, -huge, -huge].map((amount) => ({
    group: 'CO',
    reason: '45',
    amount: cents(amount),
  }));
  const claims = [{ ...claim, lines: [{ ...line, adjustments }] }];
  expect(balanceRemittance({ ...remittance, claims }).map(({ level }) => level)).toEqual(['line', 'claim']);
});
