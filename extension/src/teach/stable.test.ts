import { expect, test } from 'vitest';
import { isStableClass, isStableName } from './stable.ts';

test.each([
  ['patient-dob', true],
  ['form_CITY', true],
  ['line1', true],
  ['ctl00_Main_txtDob', true],
  ['mantine-r7', false],
  ['css-1q2w3e', false],
  ['field-10472', false],
  ['input_8f3a2c1d', false],
  ['_r1_', false],
  ['radix-:r5:', false],
  ['Chart_value__x7Kq2', false],
  ['3d-view', false],
])('the name %s stays: %s', (name, stays) => expect(isStableName(name)).toBe(stays));

test.each([
  ['born', true],
  ['svc-row', true],
  ['is-open', false],
  ['selected', false],
  ['mt-4', false],
  ['text-muted', false],
  ['col-6', false],
  ['row', false],
])('the class %s says what a thing is: %s', (name, says) => expect(isStableClass(name)).toBe(says));
