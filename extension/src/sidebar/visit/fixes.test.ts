import type { ClaimDraft } from '@claimside/shared/claim';
import { cents, type IsoDate } from '@claimside/shared/values';
import { describe, expect, it } from 'vitest';
import { fixFor } from './fixes.ts';
import { formFromReading, setField, type VisitForm } from './form.ts';
import { noticesOf, stepTo } from './notices.ts';

const formOf = (draft: ClaimDraft): VisitForm => formFromReading({ draft, provenance: {}, notes: [] });
const TODAY = { today: '2026-11-22' as IsoDate };

describe('a certain fix', () => {
  it('takes blanks and hyphens out of a member ID', () => {
    const form = formOf({ coverage: { memberId: 'W12 345-6789' } });
    const fix = fixFor({ id: 'member-id-shape', path: 'coverage.memberId' }, form);
    expect(fix?.apply(form).draft.coverage?.memberId).toBe('W123456789');
  });

  it('is the values that the finding itself brings, and they count as set by hand', () => {
    const form = formOf({ serviceLines: [{ procedureCode: '98941', modifiers: [] }] });
    const finding = {
      id: 'any-edit',
      path: 'serviceLines.0.modifiers',
      apply: [
        { path: 'serviceLines.0.modifiers', value: ['AT'] },
        { path: 'relatedCauses', value: ['AA'] },
      ],
    };
    const fixed = fixFor(finding, form)?.apply(form);
    expect(fixed?.draft.serviceLines?.[0]?.modifiers).toEqual(['AT']);
    expect(fixed?.draft.relatedCauses).toEqual(['AA']);
    expect([...(fixed?.byHand ?? [])]).toEqual(['serviceLines.98941#1.modifiers', 'relatedCauses']);
  });

  it.each<[readonly { path: string; value?: unknown }[], string]>([
    [[{ path: 'coverage.memberId', value: '1EG4TE5MK73' }], 'Use 1EG4TE5MK73'],
    [[{ path: 'serviceLines.0.modifiers', value: ['RT', '59'] }], 'Use RT 59'],
    [[{ path: 'serviceLines.0.placeOfService' }], 'Clear it'],
    [[{ path: 'serviceLines.0.chargeAmount', value: 18_500 }], 'Apply'],
    [[{ path: 'onsetDate' }, { path: 'accidentDate', value: '2026-11-02' }], 'Apply'],
  ])('says what %j will do: %s', (apply, label) => {
    expect(fixFor({ id: 'any-edit', path: '', apply }, formOf({}))?.label).toBe(label);
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

  it('F8 goes round, and on to the next one when the one gone to was answered', () => {
    const all = noticesOf(formOf({}), TODAY);
    const first = stepTo(all, undefined, 1);
    expect(first).toEqual({ key: all[0]?.key, index: 0 });
    expect(stepTo(all, first, 1)?.index).toBe(1);
    expect(stepTo(all, first, -1)?.index).toBe(all.length - 1);
    const answered = all.slice(1);
    expect(stepTo(answered, first, 1)?.key).toBe(all[1]?.key);
    expect(stepTo(answered, first, -1)?.key).toBe(all.at(-1)?.key);
    expect(stepTo([], first, 1)).toBeUndefined();
  });

  it('a section that was begun keeps the visit from being billed, with the fields it needs', () => {
    const form = formOf({ serviceLines: [{ drug: { code: '55390014710' } }] });
    const paths = noticesOf(form, TODAY).map(({ finding }) => finding.path);
    expect(paths).toContain('serviceLines.0.drug.unit');
  });
});
