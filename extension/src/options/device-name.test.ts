/** The name that a browser proposes for itself when it is paired. */
import { expect, it } from 'vitest';
import { suggestDeviceName } from './device-name.ts';

it.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
    'Chrome on Windows',
  ],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/140.0 Safari/537.36 Edg/140.0', 'Edge on Mac'],
  ['something else', 'Chrome'],
])('%s is called %s', (userAgent, name) => {
  expect(suggestDeviceName(userAgent)).toBe(name);
});
