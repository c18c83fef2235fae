import { tellingWords } from '@claimside/shared/recipe';
import { expect, test } from 'vitest';
import { addressName, addressPattern } from './address.ts';

const WORDS = tellingWords(['Quintero, Marta', 'MRN-00417']);
const matches = (taught: string, other: string): boolean =>
  new RegExp(addressPattern(taught, WORDS), 'i').test(other);

test.each([
  ['/chart/4711/visit/99', '/chart/12/visit/5', true],
  ['/chart/4711/visit/99', '/chart/12/visit/5?from=list', true],
  ['/chart/4711/visit/99', '/chart/12/summary/5', false],
  ['/chart/4711', '/chart/12/visit/5', false],
  ['/patients/marta-quintero/bill', '/patients/anna-tester/bill', true],
  ['/app#/visit/0b5fff1e/codes', '/app#/visit/aa17/codes', true],
  ['/app#/visit/0b5fff1e/codes', '/app#/patient/aa17', false],
  ['/main?view=visit&pid=4711', '/main?pid=12&view=visit', true],
  ['/main?view=visit&pid=4711', '/main?pid=12&view=summary', false],
  ['/', '/?x=1', true],
])('taught at %s it is found at %s: %s', (taught, other, found) =>
  expect(matches(taught, other)).toBe(found),
);

test('nothing of the patient and no id stays in it', () => {
  const pattern = addressPattern(
    '/p/MRN-00417/Marta%20Quintero/visit?name=quintero&tab=marta#/c/4711',
    WORDS,
  );
  expect(pattern).toBe('^/p/[^/?#]+/[^/?#]+/visit(?:\\?[^#]*)?#/c/[^/?#]+/?(?=[?#]|$)');
});

test.each([
  ['/chart/4711/visit/99', 'Visit'],
  ['/interface/fee_sheet.php?pid=1', 'Fee sheet'],
  ['/quintero', 'Page'],
])('%s is called %s', (address, name) => expect(addressName(address, WORDS)).toBe(name));
