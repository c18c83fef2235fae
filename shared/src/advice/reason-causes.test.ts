import { expect, test } from 'vitest';
import { causeOfReason } from './reason-causes.ts';

test.each([
  [
    '13',
    'a service after the date of death is a matter of the service date, not of an accident’s',
    'service-date',
  ],
  ['115', 'what was postponed or cancelled is not waited for', undefined],
  ['138', 'an appeal that was late or not as required is not sent to the next level', undefined],
])('reason %s: %s', (reason, _why, cause) => {
  expect(causeOfReason(reason)).toBe(cause);
});

test.each('B1 B4 B5 B9 B11 B12 B13 B14 B15 B16 B20 B22 95 107 116 147 216 283 A8'.split(' '))(
  'reason %s, which comes every day, is said in words',
  (reason) => {
    expect(causeOfReason(reason)).toBeDefined();
  },
);
