import { expect, test } from 'vitest';
import { findingForLog } from './for-log.ts';

const location = { byte: 0, line: 1, ordinal: 1, segmentId: 'NM1', loop: '' };
const finding = { code: 'A', severity: 'error', snip: 1, message: 'Wrong.', location, fix: 'Ask.' } as const;

test.each([
  ['TESTER-ÑANDÚ', 'xxxxxx-xxxxx'],
  ['1980-02-31', '0000-00-00'],
  ['12 Invented Lane + 3', '00 xxxxxxxx xxxx x 0'],
  ['試験٣', 'xx0'],
])('of the value %j a log learns %j', (value, masked) => {
  expect(findingForLog({ ...finding, value, expected: 'TESTER', claim: 'C000000001' })).toEqual({
    ...finding,
    value: masked,
  });
});

test('a finding without a value stays as it is', () => {
  expect(findingForLog(finding)).toEqual(finding);
});
