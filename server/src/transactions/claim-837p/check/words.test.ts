/** What findings of the guide say where one code stands for several faults, and what helps. */
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { checkClaimFile } from './check-file.ts';
import { type Change, changed, goodLines, say } from './testing.ts';

const said = (change: Change) =>
  checkClaimFile(changed(goodLines([exampleClaim]), change)).findings.map(
    ({ message, fix }) => `${message} ${fix}`,
  );

const npi = exampleClaim.billingProvider.npi ?? '';
const REGISTRY = 'Compare it with the NPI registry.';

test.each([
  [npi.slice(0, 9), `NM109: an NPI has 10 digits and nothing else. ${REGISTRY}`],
  [`3${npi.slice(1)}`, `NM109: an NPI begins with 1 or 2. ${REGISTRY}`],
  [
    `${npi.slice(0, 9)}${(Number(npi[9]) + 1) % 10}`,
    `NM109: the check digit of this NPI (its last) is wrong: a digit was mistyped or two were swapped. ${REGISTRY}`,
  ],
])('an NPI %s: which of its checks failed', (wrong, words) => {
  expect(said(say('NM1*85', npi, wrong))).toEqual([words]);
});

test('composites divided by another character than ISA16 says: what to do', () => {
  const [only, ...others] = said((lines) =>
    lines.map((line) => (/^(CLM|HI|SV1)/.test(line) ? line.replaceAll(':', '>') : line)),
  );
  expect(others).toEqual([]);
  expect(only).toMatch(/Write the character in ISA16 between components, or the other one in ISA16\.$/);
});

test('a code in small letters: write it in capitals', () => {
  expect(said(say('SBR', '*CI', '*ci'))).toEqual(['SBR09 has a code in lower case. Write it in capitals.']);
});
