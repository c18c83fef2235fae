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
