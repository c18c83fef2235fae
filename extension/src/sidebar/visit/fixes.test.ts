import type { ClaimDraft } from '@claimside/shared/claim';
import { cents, type IsoDate } from '@claimside/shared/values';
import { describe, expect, it } from 'vitest';
import { fixFor } from './fixes.ts';
import { formFromReading, setField, type VisitForm } from './form.ts';
import { noticesOf } from './notices.ts';

const formOf = (draft: ClaimDraft): VisitForm => formFromReading({ draft, provenance: {}, notes: [] });
const TODAY = { today: '2026-11-22' as IsoDate };

describe('a certain fix', () => {
  it('takes blanks and hyphens out of a member ID', () => {
    const form = formOf({ coverage: { memberId: 'W12 345-6789' } });
    const fix = fixFor({ id: 'member-id-shape', path: 'coverage.memberId' }, form);
    expect(fix?.apply(form).draft.coverage?.memberId).toBe('W123456789');
  });

  it('is not offered where letters would have to be guessed', () => {
    const form = formOf({ coverage: { memberId: 'W123?' } });
    expect(fixFor({ id: 'member-id-shape', path: 'coverage.memberId' }, form)).toBeUndefined();
  });

  it('removes a repeated diagnosis and points its lines to the first mention', () => {
    const form = formOf({
      diagnoses: [{ code: 'I10' }, { code: 'M54.50' }, { code: 'i10' }],
      serviceLines: [{ procedureCode: '99214', diagnosisPointers: [3, 2] }],
    });
    const fixed = fixFor({ id: 'diagnosis-repeated', path: 'diagnoses.2.code' }, form)?.apply(form);
    expect(fixed?.draft.diagnoses?.map((row) => row.code)).toEqual(['I10', 'M54.50']);
    expect(fixed?.draft.serviceLines?.[0]?.diagnosisPointers).toEqual([1, 2]);
  });

  it('points to the only diagnosis, never to one of several', () => {
    const finding = { id: 'required', path: 'serviceLines.0.diagnosisPointers' };
    const one = formOf({ diagnoses: [{ code: 'I10' }], serviceLines: [{ procedureCode: '99214' }] });
    expect(fixFor(finding, one)?.apply(one).draft.serviceLines?.[0]?.diagnosisPointers).toEqual([1]);
    const two = formOf({ diagnoses: [{ code: 'I10' }, { code: 'M54.50' }], serviceLines: [{}] });
    expect(fixFor(finding, two)).toBeUndefined();
  });
});

describe('notices', () => {
  it('a charge stays when units change, and the fitting one is offered', () => {
    const read = formOf({ serviceLines: [{ procedureCode: '97110', units: 2, chargeAmount: cents(9600) }] });
    const form = setField(read, 'serviceLines.0.units', 3);
    expect(form.draft.serviceLines?.[0]?.chargeAmount).toBe(9600);
    const notice = noticesOf(form, TODAY).find(({ finding }) => finding.id === 'charge-of-other-units');
    expect(notice?.fix?.label).toBe('Charge $144.00');
    const fixed = notice?.fix?.apply(form) ?? form;
    expect(fixed.draft.serviceLines?.[0]?.chargeAmount).toBe(14_400);
    expect(noticesOf(fixed, TODAY).some(({ finding }) => finding.id === 'charge-of-other-units')).toBe(false);
  });

  it('an unsure value asks to be compared until a person says that it is right', () => {
    const form = formFromReading({
      draft: { patient: { sex: 'F' } },
      provenance: { 'patient.sex': { source: 'page', place: 'Demographics', confidence: 0.6 } },
      notes: [],
    });
    const unsure = noticesOf(form, TODAY).find(({ finding }) => finding.id === 'unsure');
    expect(unsure?.finding.path).toBe('patient.sex');
    const confirmed = unsure?.fix?.apply(form) ?? form;
    expect(noticesOf(confirmed, TODAY).some(({ finding }) => finding.id === 'unsure')).toBe(false);
  });

  it('what the server found is added once, beside what we found ourselves', () => {
    const ours = noticesOf(formOf({}), TODAY);
    const first = ours[0]?.finding;
    const theirs = {
      id: 'payer-closed',
      severity: 'error',
      path: 'coverage.payerId',
      message: 'Closed.',
      fix: 'Choose.',
    } as const;
    const all = noticesOf(formOf({}), TODAY, first ? [first, theirs] : []);
    expect(all.length).toBe(ours.length + 1);
  });
});
