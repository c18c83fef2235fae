import { describe, expect, it } from 'vitest';
import { fieldNameOf, isLookedFor, labelOf, partAt, sectionNameOf } from './find.ts';

describe('what a path is called', () => {
  it.each([
    ['patient.address.postalCode', 'ZIP', 'ZIP'],
    ['subscriber.address.line1', 'Insured street', 'insured street'],
    ['coverage.claimFilingIndicator', 'Payer', 'payer'],
    ['diagnoses.1.code', 'Diagnosis B', 'diagnosis B'],
    ['serviceLines.1.units', 'Line 2, units', 'units'],
    ['serviceLines.1.drug.unit', 'Line 2, drug (NDC), unit', 'unit'],
    ['priorAuthorizationNumber', 'Prior authorization', 'prior authorization'],
    ['referringProvider.npi', 'Referring provider, NPI', 'NPI'],
    ['otherCoverages.0.payer.name', 'Other insurance, insurance 1, payer name', 'payer name'],
    ['otherCoverages.0.payer.id', 'Other insurance, insurance 1, payer ID', 'payer ID'],
    ['otherCoverages.0.adjustments.1.amount', 'Other insurance, insurance 1, adjustment 2, amount', 'amount'],
    ['billingProvider.npi', 'Claim', 'claim'],
    ['', 'Claim', 'claim'],
  ])('%s: %s, beside its section %s', (path, label, name) => {
    expect([labelOf(path), fieldNameOf(path)]).toEqual([label, name]);
  });

  it('names the section that can be removed, and none for what every claim has', () => {
    expect(sectionNameOf('serviceLines.1.drug.unit')).toBe('Drug (NDC)');
    expect(sectionNameOf('accidentDate')).toBe('Accident');
    expect(sectionNameOf('coverage.memberId')).toBeUndefined();
  });
});

it('a page is expected to show what every visit has, and nothing else', () => {
  const all = ['patient.sex', 'serviceLines.0.units', 'serviceLines.0.drug.code', 'accidentDate'];
  expect(all.filter(isLookedFor)).toEqual(['patient.sex', 'serviceLines.0.units']);
});

it('every path belongs to one part, what only the practice’s settings hold to none', () => {
  const all = ['coverage.memberId', 'coverage.groupName', 'serviceLines.0.drug', 'billingProvider.npi', ''];
  expect(all.map(partAt)).toEqual(['coverage', 'payer-details', 'lines', undefined, undefined]);
});
