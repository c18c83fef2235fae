import { expect, test } from 'vitest';
import { examplePractice } from '../examples/index.ts';
import { usualServiceType } from './service-of-practice.ts';

const [provider] = examplePractice.providers;
if (!provider) throw new Error('no provider');
const practice = (billing: string, ...rendering: string[]) => ({
  billingProvider: { ...examplePractice.billingProvider, taxonomy: billing },
  providers: rendering.map((taxonomy) => ({ ...provider, taxonomy })),
});

test.each([
  [practice('111N00000X', '111N00000X'), '33'],
  [practice('261QP2000X', '225100000X', '2251X0800X'), 'PT'],
  [practice('261QM0801X', '103K00000X', '106S00000X'), 'MH'],
  [practice('111N00000X'), '33'],
  [practice('207Q00000X', '207Q00000X'), '98'],
  [practice('111N00000X', '111N00000X', '225100000X'), '98'],
])('%# is asked about by what its providers are', (one, serviceType) => {
  expect(usualServiceType(one)).toBe(serviceType);
});

test('of several kinds the provider of the visit tells; what the practice says comes first', () => {
  const both = practice('111N00000X', '111N00000X', '225100000X');
  expect(usualServiceType(both, '225100000X')).toBe('PT');
  expect(usualServiceType({ ...both, visitServiceType: '33' }, '225100000X')).toBe('33');
  expect(usualServiceType(null)).toBe('98');
});
