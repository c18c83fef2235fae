import { expect, test } from 'vitest';
import { serviceTypeOfVisit } from './service-of-visit.ts';

test.each([
  [['99214'], '98'],
  [[], '98'],
  [['98941'], '33'],
  [['98941', '97110'], '98'],
  [['97110', '97140'], 'PT'],
  [['97110', '99213'], '98'],
  [['90837'], 'MH'],
  [['97151'], 'MH'],
  [['97153', '97155', '97158'], 'MH'],
  [['97166'], 'AD'],
  [['J1030', '97813'], '64'],
])('%j is asked for as %s', (codes, serviceType) => {
  expect(serviceTypeOfVisit(codes)).toBe(serviceType);
});

test('codes that tell no kind are asked for as is usual for the practice', () => {
  expect(serviceTypeOfVisit([], '33')).toBe('33');
  expect(serviceTypeOfVisit(['98941', '97110'], '33')).toBe('33');
  expect(serviceTypeOfVisit(['97110', '99213'], '33')).toBe('98');
});
