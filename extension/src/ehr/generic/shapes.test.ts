import { expect, test } from 'vitest';
import { hasShape } from './shapes.ts';
import { GENERIC_WORDS } from './words.ts';

test.each([
  ['patient.lastName', 'Tester', true],
  ['patient.lastName', 'T-1101', false],
  ['patient.name', 'O\u2019Sample-Muster, Anna', true],
  ['patient.name', '04/12/1978', false],
  ['patient.address.city', '62704', false],
  ['patient.address.line1', '62704', false],
  ['patient.chartNumber', 'Gold', false],
  ['coverage.memberId', 'Gold', false],
  ['coverage.payerName', '1199 Sample Fund', true],
  ['coverage.payerName', 'Test Mutual ID: TM-1 Active', false],
  ['visit.facilityName', 'Sample Clinic 11', true],
  ['visit.facilityName', '11', false],
] as const)('%s as %s: %s', (field, value, is) => expect(hasShape(field, value, GENERIC_WORDS)).toBe(is));
