import { expect, test } from 'vitest';
import { VOCABULARY } from '../vocabulary.ts';
import { memberId, payerName } from './coverage.ts';

test.each([
  ['Aetna', 'Aetna'],
  ['Aetna (PO Box 14079, Lexington, KY)', 'Aetna'],
  ['Aetna, P.O. Box 14079', 'Aetna'],
  ['Test Mutual 100 Sample Street', 'Test Mutual'],
  ['Test Mutual, 100 Sample St., Springfield, IL 62701', 'Test Mutual'],
  ['Test Mutual (PO Box 1, Springfield', 'Test Mutual'], // cut off by the page
  ['Aetna (Medicare Advantage)', 'Aetna (Medicare Advantage)'],
  ['Test Mutual (60054)', 'Test Mutual (60054)'],
  ['Test Mutual (Tier 2, PPO)', 'Test Mutual (Tier 2, PPO)'],
  ['Test Mutual 5 Plus', 'Test Mutual 5 Plus'],
  ['Unassigned', undefined],
  ['12', undefined], // an option's own value
  ['-- Please select --', undefined],
])('payer %s -> %s', (text, name) => expect(payerName(text, VOCABULARY)).toBe(name));

test.each([
  ['W123456789', 'W123456789'],
  [' 1EG4-TE5-MK73 ', '1EG4-TE5-MK73'],
  ['XOF 900 111 222', 'XOF900111222'],
  ['none on file!', undefined],
])('member id %s -> %s', (text, id) => expect(memberId(text)).toBe(id));
