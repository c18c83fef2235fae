import { expect, it } from 'vitest';
import { visitKeyOf } from './visit-key.ts';

const capture = (patient: string, visit: string) => ({
  ehr: 'openemr',
  binding: { documentId: 'any', patient, visit, content: 'any' },
});

it('the same visit has the same key in every document, another visit or patient another one', async () => {
  const key = await visitKeyOf(capture('tester anna', '77'));
  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(await visitKeyOf({ ...capture('tester anna', '77') })).toBe(key);
  expect(await visitKeyOf(capture('tester anna', '77'), 1)).toBe(key);
  expect(await visitKeyOf(capture('tester anna', '77'), 2)).not.toBe(key);
  expect(await visitKeyOf(capture('tester anna', '78'))).not.toBe(key);
  expect(await visitKeyOf(capture('tester ann', 'a77'))).not.toBe(
    await visitKeyOf(capture('tester anna', '77')),
  );
});
