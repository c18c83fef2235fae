import type { Capture, Captured } from '@claimside/shared/capture';
import { describe, expect, test } from 'vitest';
import { leftForBilling } from './for-billing.ts';
import { beginLesson, withValue } from './lesson.ts';
import type { TeachRow } from './rows.ts';

const captured = (value: string, confidence = 1): Captured => ({
  value,
  raw: value,
  placeId: 'p',
  place: '',
  confidence,
});
const ALL: Capture['fields'] = {
  'patient.name': captured('Quintero, Marta'),
  'patient.birthDate': captured('1978-04-12'),
  'patient.sex': captured('F'),
  'patient.address.line1': captured('12 Example Lane'),
  'patient.address.city': captured('Springfield'),
  'patient.address.state': captured('IL'),
  'patient.address.postalCode': captured('62704'),
  'visit.serviceDate': captured('2026-11-16'),
  'coverage.payerName': captured('Aetna'),
  'coverage.memberId': captured('W123456789'),
  'coverage.relationship': captured('18'),
};
const reading = (fields: Capture['fields']): Capture => ({
  ehr: '',
  fields,
  diagnoses: [{ code: captured('I10') }],
  lines: [{ procedureCode: captured('99214'), modifiers: [], diagnosisCodes: [] }],
  notes: [],
  binding: { documentId: '', patient: '', visit: '', content: '' },
});
const without = (...names: readonly string[]): Capture['fields'] =>
  Object.fromEntries(Object.entries(ALL).filter(([name]) => !names.includes(name)));

const EMPTY = beginLesson('ehr.example.test', undefined);
const SUMMARY = { address: '^/summary', name: 'Summary' };
const onSummary = withValue(EMPTY, 'patient.address.city', {
  document: SUMMARY,
  value: { raw: 'Springfield', locators: [{ css: '.town' }], suggestions: [] },
});

const said = (fields: Capture['fields'], recipe = EMPTY) =>
  Object.fromEntries(
    Object.entries(leftForBilling(recipe, reading(fields)))
      .filter(([, rows]) => rows.length > 0)
      .map(([kind, rows]: [string, readonly TeachRow[]]) => [kind, rows.map(({ id }) => id)]),
  );

describe('what is left for billing', () => {
  test('is nothing where all that a claim needs is read', () => expect(said(ALL)).toEqual({}));

  test('is what is not read', () =>
    expect(said(without('patient.sex', 'coverage.memberId'))).toEqual({
      missing: ['patient.sex', 'coverage.memberId'],
    }));

  test('is what can`t be what its row is for', () =>
    expect(said({ ...ALL, 'patient.birthDate': captured('Quintero, Marta', 0.3) })).toEqual({
      unfit: ['patient.birthDate'],
    }));

  test('is a first name that is the last name over again', () =>
    expect(
      said({
        ...without('patient.name'),
        'patient.lastName': captured('Quintero, Marta'),
        'patient.firstName': captured('Quintero, Marta'),
      }),
    ).toEqual({ unfit: ['patient.firstName'] }));

  test('is the address and the relationship, unless another page of the chart gives them', () => {
    const fields = without('patient.address.city', 'coverage.relationship');
    expect(said(fields)).toEqual({ unsaid: ['coverage.relationship', 'patient.address.city'] });
    expect(said(fields, onSummary)).toEqual({
      unsaid: ['coverage.relationship'],
      elsewhere: ['patient.address.city'],
    });
  });
});
