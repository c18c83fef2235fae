/** What is asked of a payer from a draft, what is missing to ask, and where a refusal leads. */
import type { ClaimDraft } from '@claimside/shared/claim';
import type { IsoDate } from '@claimside/shared/values';
import { describe, expect, it } from 'vitest';
import { askedOtherwise, pathInDraft, questionOf } from './question.ts';

const TODAY = '2026-11-27' as IsoDate;
const DRAFT: ClaimDraft = {
  patient: { lastName: 'TESTER', firstName: 'ANNA', birthDate: '1980-02-03' },
  relationshipToSubscriber: '18',
  coverage: { payerName: 'EXAMPLE HEALTH PLAN', payerId: 'TEST1', memberId: 'W1' },
  serviceLines: [{ procedureCode: '98941', serviceDate: '2026-11-16' }],
};

describe('the question', () => {
  it('asks of the plan and of the visit’s kind of service, on the day of the visit', () => {
    expect(questionOf(DRAFT, TODAY)).toEqual({
      ok: true,
      value: {
        patient: DRAFT.patient,
        relationshipToSubscriber: '18',
        coverage: DRAFT.coverage,
        serviceDate: '2026-11-16',
        serviceTypes: ['30', '33'],
      },
    });
  });

  it('asks for today where the visit has no day, and names the insured person where that is another', () => {
    const { serviceLines: _, ...rest } = DRAFT;
    const child = {
      ...rest,
      relationshipToSubscriber: '19',
      subscriber: { lastName: 'TESTER', firstName: 'BERTA', birthDate: 'no date' },
    };
    expect(questionOf(child, TODAY)).toMatchObject({
      value: {
        serviceDate: TODAY,
        serviceTypes: ['30', '98'],
        subscriber: { lastName: 'TESTER', firstName: 'BERTA' },
      },
    });
  });

  it('says what is missing, the first place first', () => {
    const draft = { ...DRAFT, patient: { ...DRAFT.patient, birthDate: '02/30/1980' }, coverage: {} };
    expect(questionOf(draft, TODAY)).toEqual({
      ok: false,
      error: { path: 'coverage.payerId', names: 'payer, birth date' },
    });
  });
});

describe('a check of before', () => {
  const check = { payerId: 'TEST1', payerName: 'EXAMPLE HEALTH PLAN', memberId: 'W 1' };
  it.each([
    [{}, undefined],
    [{ memberId: 'w1' }, undefined],
    [{ memberId: 'W2' }, 'member ID W 1'],
    [{ payerId: 'TEST2' }, 'EXAMPLE HEALTH PLAN'],
  ])('beside %j is of %s', (change, otherwise) => {
    expect(askedOtherwise(check, { ...DRAFT, coverage: { ...DRAFT.coverage, ...change } })).toBe(otherwise);
  });
});

it.each([
  ['subscriber.memberId', '18', 'coverage.memberId'],
  ['subscriber.birthDate', '18', 'patient.birthDate'],
  ['subscriber.birthDate', '19', 'subscriber.birthDate'],
  ['dependent.firstName', '19', 'patient.firstName'],
  ['payer.id', '18', 'coverage.payerId'],
  ['serviceDate', '18', 'visitDate'],
  ['provider.npi', '18', undefined],
])('%s of a refusal, patient is %s: %s', (field, relationshipToSubscriber, path) => {
  expect(pathInDraft(field, { relationshipToSubscriber })).toBe(path);
});
