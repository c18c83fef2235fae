/** Which time a report is of. */
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { addressOf, askedIn, presetOf, spanOf } from './asked.ts';

const TODAY = '2026-02-28' as IsoDate;

test.each([
  ['this-month', '2026-02-01'],
  ['three-months', '2025-11-01'],
  ['twelve-months', '2025-02-01'],
  ['this-year', '2026-01-01'],
] as const)('%s begins on %s and ends today', (preset, from) => {
  expect(spanOf(preset, TODAY)).toEqual({ from, to: TODAY });
  expect(presetOf({ from: from as IsoDate, to: TODAY }, TODAY)).toBe(preset);
});

test('the address is read as it was written; what can not be is the last 12 months by payer', () => {
  const asked = { from: '2026-01-05' as IsoDate, to: '2026-01-09' as IsoDate, by: 'provider' as const };
  expect(askedIn(addressOf(asked), TODAY)).toEqual(asked);
  const ofOne = { ...asked, payer: 'A & B Health', provider: '1234567893' };
  expect(askedIn(addressOf(ofOne), TODAY)).toEqual(ofOne);
  expect(presetOf(asked, TODAY)).toBeUndefined();
  for (const wrong of ['', '?from=2026-02-30&to=2026-03-01', '?from=2026-02-02&to=2026-02-01&by=patient'])
    expect(askedIn(wrong, TODAY)).toEqual({ from: '2025-02-01', to: TODAY, by: 'payer' });
});
