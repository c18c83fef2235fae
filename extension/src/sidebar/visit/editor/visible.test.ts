import type { ClaimDraft } from '@claimside/shared/claim';
import { describe, expect, it } from 'vitest';
import { COVERAGE, PATIENT } from '../claim-fields/basics.ts';
import { CLAIM_PARTS, LINE_PARTS } from '../claim-fields/find.ts';
import { CLAIM_SECTIONS, LINE_SECTIONS } from '../claim-fields/sections.ts';
import type { SectionSpec } from '../claim-fields/spec.ts';
import { formFromReading, setField, type VisitForm } from '../form.ts';
import type { VisitNotice } from '../notices.ts';
import { clearingOf, inRows, isFilled, rareFields, sectionFor, visibleFields } from './visible.ts';

const formOf = (draft: ClaimDraft): VisitForm => formFromReading({ draft, provenance: {}, notes: [] });
const CLAIM = { base: '', parts: CLAIM_PARTS, sections: CLAIM_SECTIONS };
const LINE_2 = { base: 'serviceLines.1', parts: LINE_PARTS, sections: LINE_SECTIONS };

const error = (path: string): VisitNotice => ({
  key: path,
  fix: undefined,
  finding: { id: 'any', severity: 'error', path, message: 'Wrong.', fix: 'Correct it.' },
});

/** A visit as practices bill it every day. */
const OFFICE_VISIT: ClaimDraft = {
  frequency: '1',
  providerSignatureOnFile: true,
  assignmentOfBenefits: 'A',
  benefitsToProvider: 'Y',
  releaseOfInformation: 'Y',
  patient: { lastName: 'Tester', address: { line1: '1 Example Street' } },
  coverage: { payerId: '60054', memberId: 'W1' },
  relationshipToSubscriber: '18',
  renderingProvider: { lastName: 'Example', npi: '1245319599' },
  serviceFacility: { name: 'Main office' },
  placeOfService: '11',
  diagnoses: [{ code: 'I10' }],
  serviceLines: [{ procedureCode: '99213', units: 1 }],
};
const filled = (form: VisitForm, base = '', sections: readonly SectionSpec[] = CLAIM_SECTIONS) =>
  sections.filter((section) => isFilled(form, base, section)).map(({ id }) => id);

describe('sections in sight', () => {
  it('none for a plain office visit', () => {
    expect(filled(formOf(OFFICE_VISIT))).toEqual([]);
    expect(filled(formOf(OFFICE_VISIT), 'serviceLines.0', LINE_SECTIONS)).toEqual([]);
  });

  it('those with a value, or with another one than every claim has', () => {
    const form = formOf({ ...OFFICE_VISIT, onsetDate: '2026-11-02', assignmentOfBenefits: 'C' });
    expect(filled(form)).toEqual(['onset', 'signatures']);
  });

  it('a provider that shows in the visit, once it is changed by hand', () => {
    expect(filled(setField(formOf(OFFICE_VISIT), 'renderingProvider.taxonomy', '207Q00000X'))).toEqual([
      'rendering',
    ]);
  });

  it('removing one brings back what every claim has', () => {
    const signatures = CLAIM_SECTIONS.find(({ id }) => id === 'signatures');
    expect(signatures && clearingOf('', signatures)).toMatchObject({
      assignmentOfBenefits: 'A',
      isPatientSignatureByProvider: undefined,
    });
  });
});

describe('where a finding belongs', () => {
  it.each([
    ['accidentDate', 'accident'],
    ['relatedCauses', 'accident'],
    ['patient.dateOfDeath', 'death'],
    ['patient.birthDate', undefined],
    ['coverage.rank', 'other-insurance'],
    ['coverage.memberId', undefined],
    ['otherCoverages.0.adjustments.1.amount', 'other-insurance'],
    ['spinalManipulation', 'spinal'],
    ['serviceFacility.address.line1', 'facility'],
    ['billingProvider.npi', undefined],
    ['', undefined],
  ])('%s is for the section %s of the claim', (path, id) => {
    expect(sectionFor(CLAIM, path)?.id).toBe(id);
  });

  it.each([
    ['serviceLines.1.drug.unit', 'drug'],
    ['serviceLines.1.units', undefined],
    ['serviceLines.1.equipmentCertification', 'certificate'],
    ['serviceLines.0.drug.unit', undefined],
  ])('%s is for the section %s of line 2', (path, id) => {
    expect(sectionFor(LINE_2, path)?.id).toBe(id);
  });
});

describe('fields in sight', () => {
  const seen = (form: VisitForm, more: object = {}) => ({
    form,
    base: '',
    notices: [],
    isOpen: true,
    showsRare: false,
    ...more,
  });
  const names = (fields: readonly { label: string }[]) => fields.map(({ label }) => label);

  it('a closed part shows only what is in trouble', () => {
    const form = formOf(OFFICE_VISIT);
    const notices = [error('coverage.claimFilingIndicator'), error('patient.suffix')];
    const closed = seen(form, { isOpen: false, notices });
    expect(names(visibleFields(COVERAGE.fields, closed))).toEqual(['Payer']);
    expect(names(visibleFields(PATIENT.fields, closed))).toEqual(['Suffix']);
  });

  it('the insured person only when that is somebody else', () => {
    expect(names(visibleFields(COVERAGE.fields, seen(formOf(OFFICE_VISIT))))).toEqual([
      'Payer',
      'Member ID',
      'Group number',
      'Patient is',
    ]);
    const child = formOf({ ...OFFICE_VISIT, relationshipToSubscriber: '19' });
    expect(names(visibleFields(COVERAGE.fields, seen(child)))).toContain('Insured street');
  });

  it('what few need is one more step away, unless it has a value', () => {
    const form = formOf({ patient: { middleName: 'Q' } });
    expect(names(visibleFields(PATIENT.fields, seen(form)))).toContain('Middle name');
    expect(names(rareFields(PATIENT.fields, seen(form)))).toEqual(['Suffix', 'Country']);
  });

  it('a region only where there is another country', () => {
    const abroad = formOf({ patient: { address: { country: 'CA' } } });
    expect(names(rareFields(PATIENT.fields, seen(abroad)))).toEqual(['Middle name', 'Suffix', 'Region']);
  });

  it('stand side by side as far as they fit', () => {
    expect(inRows(PATIENT.fields.slice(0, 8)).map(names)).toEqual([
      ['Last name', 'First name'],
      ['Middle name', 'Suffix'],
      ['Birth date', 'Sex'],
      ['Street'],
      ['Suite, unit'],
    ]);
  });
});
