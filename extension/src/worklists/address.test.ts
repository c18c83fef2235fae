/** Which claims an address asks for. */
import { expect, test } from 'vitest';
import { addressOfClaims, claimsWantedIn } from './address.ts';

test('an address is read as it was written, names with signs in them too', () => {
  const wanted = {
    list: 'denied',
    payer: 'A & B Health + Co.',
    provider: '1234567893',
    within: '7',
    why: 'capitated',
  } as const;
  const address = addressOfClaims(wanted);
  expect(address).toMatch(/^worklists\.html\?list=denied&/);
  expect(claimsWantedIn(address.slice(address.indexOf('?')))).toEqual(wanted);
  expect(addressOfClaims({ list: 'all', payer: undefined })).toBe('worklists.html?list=all');
});

test.each(['', '?list=everything', '?payer='])('%s begins with what needs somebody', (search) => {
  expect(claimsWantedIn(search).list).toBe('needs-you');
});
