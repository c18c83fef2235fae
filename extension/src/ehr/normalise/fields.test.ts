import type { CaptureField } from '@claimside/shared/capture';
import { expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { normaliserOf } from './fields.ts';

const read = (field: CaptureField, text: string) => normaliserOf(field, VOCABULARY)(text, VOCABULARY);

test.each([
  ['Female', 'F'],
  ['m', 'M'],
  ['Unknown', 'U'],
  ['2', undefined],
])('sex %s -> %s', (text, code) => expect(read('patient.sex', text)).toBe(code));

test.each([
  ['Self', '18'],
  ['spouse', '01'],
  ['Son', '19'],
  ['neighbour', undefined],
])('relationship %s -> %s', (text, code) => expect(read('coverage.relationship', text)).toBe(code));

test.each([
  ['IL', 'IL'],
  ['illinois', 'IL'],
  ['District of Columbia', 'DC'],
  ['Ill', undefined],
  ['25', undefined],
  ['constructor', undefined],
])('state %s -> %s', (text, code) => expect(read('patient.address.state', text)).toBe(code));
