import { describe, expect, test } from 'vitest';
import { type ClaimDraft, withValueAt } from '../claim/index.ts';
import { exampleClaim } from '../examples/index.ts';
import type { IsoDate } from '../values/index.ts';
import { completeClaim, EDITS, runEdits } from './index.ts';

const context = { today: '2026-11-22' as IsoDate };
const draft: ClaimDraft = exampleClaim;

/** One fault at a time: which edit reports it where, when this value stands at that path. */
const FAULTS: readonly (readonly [id: string, reportedAt: string, path: string, value: unknown])[] = [
  ['required', 'patient.birthDate', 'patient.birthDate', ''],
  ['required', 'coverage.memberId', 'coverage.memberId', undefined],
  ['payer', 'coverage.payerId', 'coverage', { memberId: 'W1234' }],
  ['payer', 'coverage.payerId', 'coverage.payerId', undefined],
  ['payer', 'coverage.payerId', 'coverage.claimFilingIndicator', undefined],
  ['required', 'subscriber.lastName', 'relationshipToSubscriber', '19'],
  ['required', 'serviceLines.1.diagnosisPointers', 'serviceLines.1.diagnosisPointers', []],
  ['required', 'serviceLines', 'serviceLines', []],
  ['required', 'diagnoses', 'diagnoses', []],
  ['birth-date', 'patient.birthDate', 'patient.birthDate', '2027-01-01'],
  ['birth-date', 'patient.birthDate', 'patient.birthDate', '1878-01-01'],
  ['birth-date', 'patient.birthDate', 'patient.birthDate', '04/12/1978'],
  ['name-length', 'patient.lastName', 'patient.lastName', 'Q'.repeat(61)],
  ['address', 'patient.address.state', 'patient.address.state', 'QQ'],
  ['address', 'patient.address.postalCode', 'patient.address.postalCode', '6270A'],
  ['phone', 'patient.phone', 'patient.phone', '555'],
  ['member-id-shape', 'coverage.memberId', 'coverage.memberId', 'W12 345'],
  ['payer-id-shape', 'coverage.payerId', 'coverage.payerId', '6005'],
  ['claim-filing-indicator', 'coverage.claimFilingIndicator', 'coverage.claimFilingIndicator', 'QQ'],
  ['relationship', 'relationshipToSubscriber', 'subscriber', exampleClaim.patient],
  ['identifier-characters', 'priorAuthorizationNumber', 'priorAuthorizationNumber', 'A_12#3*4'],
  ['identifier-characters', 'coverage.groupNumber', 'coverage.groupNumber', '00#12'],
  ['identifier-characters', 'payerClaimControlNumber', 'payerClaimControlNumber', '2026:11^7'],
  ['npi-check-digit', 'billingProvider.npi', 'billingProvider.npi', '1234567890'],
  ['provider-incomplete', 'referringProvider.npi', 'referringProvider', { lastName: 'Tester' }],
  ['po-box', 'billingProvider.address.line1', 'billingProvider.address.line1', 'P.O. Box 12'],
  ['po-box', 'billingProvider.address.line1', 'billingProvider.address.line1', 'PO BOX 12'],
  ['po-box', 'billingProvider.address.line1', 'billingProvider.address.line1', 'POB 12'],
  ['po-box', 'billingProvider.address.line1', 'billingProvider.address.line1', 'Post Office Box 1'],
  ['practice-zip', 'billingProvider.address.postalCode', 'billingProvider.address.postalCode', '62701'],
  ['place-of-service', 'placeOfService', 'placeOfService', '98'],
  ['service-date', 'serviceLines.0.serviceDate', 'serviceLines.0.serviceDate', '2026-11-23'],
  ['service-date', 'serviceLines.0.serviceDate', 'serviceLines.0.serviceDate', '1970-01-01'],
  ['service-date', 'serviceLines.0.serviceDateEnd', 'serviceLines.0.serviceDateEnd', '2026-11-01'],
  ['onset-date', 'onsetDate', 'onsetDate', '2026-11-17'],
  ['icd-10-shape', 'diagnoses.0.code', 'diagnoses.0.code', '250.00'],
  ['diagnosis-repeated', 'diagnoses.2.code', 'diagnoses.2.code', 'M5450'],
  [
    'diagnosis-count',
    'diagnoses.12.code',
    'diagnoses',
    Array.from({ length: 13 }, (_, i) => ({ code: `A${10 + i}` })),
  ],
  ['procedure-code-shape', 'serviceLines.0.procedureCode', 'serviceLines.0.procedureCode', 'D0120'],
  ['modifiers', 'serviceLines.0.modifiers', 'serviceLines.0.modifiers', ['25', '25']],
  ['units', 'serviceLines.0.units', 'serviceLines.0.units', 0],
  ['diagnosis-pointers', 'serviceLines.0.diagnosisPointers', 'serviceLines.0.diagnosisPointers', [4]],
  ['line-repeated', 'serviceLines.1.procedureCode', 'serviceLines.1', exampleClaim.serviceLines[0]],
  [
    'line-count',
    'serviceLines',
    'serviceLines',
    Array.from({ length: 51 }, () => exampleClaim.serviceLines[0]),
  ],
  ['charge-zero', 'serviceLines.0.chargeAmount', 'serviceLines.0.chargeAmount', 0],
  ['paid-over-charge', 'patientPaidAmount', 'patientPaidAmount', 999999],
  ['frequency-needs-payer-number', 'payerClaimControlNumber', 'frequency', '7'],
];

describe('edits', () => {
  test('a good claim has no finding', () => {
    expect(runEdits(draft, context)).toEqual([]);
  });

  test.each(FAULTS)('%s is found at %s when %s is %j', (id, reportedAt, path, value) => {
    expect(runEdits(withValueAt(draft, path, value), context)).toContainEqual(
      expect.objectContaining({ id, path: reportedAt }),
    );
  });

  test('a payer that the practice does not know is one finding, not three', () => {
    const findings = runEdits(
      withValueAt(draft, 'coverage', { payerName: 'Imaginary Mutual', memberId: 'W1' }),
      context,
    );
    expect(findings.map(({ message }) => message)).toEqual([
      "The payer named in the chart is not in the practice's payer list.",
    ]);
  });

  test('every edit has a fault in this list', () => {
    expect(EDITS.map((edit) => edit.id).filter((id) => !FAULTS.some(([known]) => known === id))).toEqual([]);
  });

  test('a message never repeats a name or a number of the patient', () => {
    const words = FAULTS.flatMap(([, , path, value]) => runEdits(withValueAt(draft, path, value), context))
      .map(({ message, fix }) => message + fix)
      .join();
    expect(words).not.toMatch(/Quintero|Marta|W12|Invented/);
  });
});

describe('completeClaim', () => {
  test('gives the claim when no error stands', () => {
    expect(completeClaim(draft, context)).toEqual({ ok: true, value: exampleClaim });
  });

  test('gives the errors, without warnings, when one stands', () => {
    const spoiled = withValueAt(withValueAt(draft, 'patientPaidAmount', 999999), 'coverage.memberId', '');
    const result = completeClaim(spoiled, context);
    expect(result.ok ? [] : result.error.map((finding) => finding.path)).toEqual(['coverage.memberId']);
  });

  test('a value of the wrong form that no edit names is still refused, with its place', () => {
    const result = completeClaim(withValueAt(draft, 'patient.sex', 'Q'), context);
    expect(result.ok ? [] : result.error.map((finding) => finding.path)).toEqual(['patient.sex']);
  });
});
