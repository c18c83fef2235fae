import { expect, test } from 'vitest';
import { peopleInText } from './people-in-text.ts';

test.each([
  ['Tester, Anna 04/12/1978'],
  ['Tester, Anna, 04/12/1978'],
  ['Anna Tester 1978-04-12'],
  ['9:30 AM\tTester, Anna\t4/12/1978\tFollow-up'],
  ['Tester\tAnna\t04/12/1978'],
  ['11/30/2026 9:00 Tester, Anna (DOB: 04/12/1978)'.replace('(', '').replace(')', '')],
  ['Mrs. Tester, Anna DOB Apr 12, 1978'],
])('%s', (line) => {
  expect(peopleInText(line)).toEqual({
    people: [{ line: 1, lastName: 'Tester', firstName: 'Anna', birthDate: '1978-04-12' }],
    unread: [],
  });
});

test('lines without a name or a date are told by their number; empty ones are left out', () => {
  expect(
    peopleInText('Tester, Anna 4/12/1978\n\nTester, Bert\n4/12/1978\nTester, . 4/12/1978').unread,
  ).toEqual([3, 4, 5]);
});
