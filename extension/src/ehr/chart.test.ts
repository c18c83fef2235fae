import type { Captured, CaptureField } from '@claimside/shared/capture';
import { beforeEach, describe, expect, test } from 'vitest';
import { type ChartMemory, createChartMemory } from './chart.ts';

const ANNA = { name: 'anna tester', birthDate: '1980-01-02' };
const read = (values: Partial<Record<CaptureField, string>>): Partial<Record<CaptureField, Captured>> =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { value, raw: value, placeId: 'p1', place: 'Demographics', confidence: 0.98 },
    ]),
  );
const DEMOGRAPHICS = read({
  'patient.address.line1': '1 Sample Road',
  'coverage.payerName': 'Test Mutual',
  'coverage.memberId': 'TM-1',
  'coverage.groupNumber': 'G-1',
  'coverage.relationship': '18',
  'subscriber.birthDate': '1980-01-02',
  'visit.serviceDate': '2025-01-03',
});

let chart: ChartMemory;
const completed = (patient: object, fields = {}) =>
  Object.fromEntries(
    Object.entries(chart.complete(patient, fields, '/visit', ', on a page seen before')).map(
      ([field, { value }]) => [field, value],
    ),
  );
beforeEach(() => {
  chart = createChartMemory();
  chart.complete(ANNA, DEMOGRAPHICS, '/demographics', ', on a page seen before');
});

describe('what another page of the chart said', () => {
  test('completes the visit of the same person, as seen before and with no place to point at', () => {
    const { 'patient.address.line1': line } = chart.complete(ANNA, {}, '/visit', ', on a page seen before');
    expect(line).toEqual({
      value: '1 Sample Road',
      raw: '1 Sample Road',
      placeId: '',
      place: 'Demographics, on a page seen before',
      confidence: 0.95,
    });
  });

  test('never says when the visit was', () =>
    expect(completed(ANNA)).not.toHaveProperty('visit.serviceDate'));

  test('never outranks the page itself', () => {
    expect(completed(ANNA, read({ 'patient.address.line1': '2 Other Road' }))).not.toHaveProperty(
      'patient.address.line1',
    );
  });

  test('is nothing for another person, and is forgotten with them', () => {
    expect(completed({ name: 'bob sample', birthDate: '1990-05-06' })).toEqual({});
    expect(completed(ANNA)).toEqual({});
  });

  test('is nothing where only a name or only a number is the same', () => {
    expect(completed({ name: ANNA.name })).toEqual({});
    expect(completed({ birthDate: ANNA.birthDate })).toEqual({});
    expect(completed(ANNA)).toHaveProperty(['coverage.memberId']);
  });

  test.each([
    ['coverage.memberId', 'OTHER-9'],
    ['coverage.payerName', 'Sample Health'],
    ['coverage.groupNumber', 'G-2'],
    ['coverage.relationship', '19'],
    ['subscriber.birthDate', '1950-01-02'],
  ] as const)('of a policy is nothing where this page names another one, by %s', (field, value) => {
    const own = completed(ANNA, read({ [field]: value }));
    expect(own).toEqual({ 'patient.address.line1': '1 Sample Road' });
  });

  test('is not brought back where a person takes it away', () => {
    const { 'coverage.memberId': _, ...emptied } = DEMOGRAPHICS;
    expect(chart.complete(ANNA, emptied, '/demographics', ', on a page seen before')).toEqual({});
    expect(completed(ANNA)).not.toHaveProperty(['coverage.memberId']);
    expect(completed(ANNA)).toHaveProperty(['coverage.payerName']);
  });

  test('of two policies never mixes: a third page is completed by the last one alone', () => {
    chart.complete(ANNA, read({ 'coverage.memberId': 'OTHER-9' }), '/insurance', ', on a page seen before');
    expect(completed(ANNA)).toEqual({
      'patient.address.line1': '1 Sample Road',
      'coverage.memberId': 'OTHER-9',
    });
  });

  test('of the same policy completes what this page says of it', () => {
    const own = completed(ANNA, read({ 'coverage.memberId': 'tm-1' }));
    expect(own).toMatchObject({ 'coverage.payerName': 'Test Mutual', 'coverage.relationship': '18' });
  });

  test('is handed over to the next page, which takes it for the same person alone', () => {
    const next = createChartMemory();
    const known = chart.known();
    if (known) next.restore(known);
    expect(Object.keys(next.complete(ANNA, {}, '/visit', ', on a page seen before'))).toContain(
      'coverage.memberId',
    );
    const other = createChartMemory();
    if (known) other.restore(known);
    expect(
      other.complete(
        { name: 'bob sample', birthDate: '1990-05-06' },
        {},
        '/visit',
        ', on a page seen before',
      ),
    ).toEqual({});
  });
});
