import { expect, test } from 'vitest';
import { moneyFaults } from './money-faults.ts';
import { readRemittance } from './read.ts';
import { changedRich } from './testing.ts';

/** Codes of what makes the money uncertain when a line is changed, and how many findings there are in all. */
function faults(from: string, to: string): readonly [faults: readonly string[], findings: number] {
  const bytes = changedRich((lines) => lines.map((line) => line.replace(from, to)));
  const { findings } = readRemittance(bytes);
  return [
    moneyFaults(findings).map(({ code, location }) => `${code} ${location.segmentId}`),
    findings.length,
  ];
}

test.each([
  ['a required contact left out', 'PER*BL*HELP DESK', 'PER*CX*HELP DESK'],
  ['a ZIP code of four digits and a state of three', '*IL*62701', '*ILL*6270'],
  ['an unknown qualifier of a number', 'REF*F8*', 'REF*QQ*'],
  ['an amount for information that is none', 'AMT*AU*200', 'AMT*AU*2,00'],
])('%s is no reason to hold the money back', (_, from, to) => {
  const [money, all] = faults(from, to);
  expect(money).toEqual([]);
  expect(all).toBeGreaterThan(0);
});

test.each([
  ['what was paid of a line', '*185*110.5*', '*185**', ['ELEMENT-MISSING SVC']],
  ['an adjustment', 'CAS*CO*45*49', 'CAS*CO*45*4g', ['ELEMENT-CHARACTER CAS']],
  ['a provider adjustment', '*WO:REF 9*12*', '*WO:REF 9*1g*', ['ELEMENT-CHARACTER PLB']],
  ['the status of a claim', 'CLP*C000000002*22*', 'CLP*C000000002*99*', ['ELEMENT-CODE CLP']],
  ['the check number', 'TRN*1*EFT0000001*', 'TRN*1**', ['ELEMENT-MISSING TRN']],
  ['an unknown segment in place of an adjustment', 'CAS*OA*23*3', 'CAX*OA*23*3', ['SEGMENT-UNKNOWN CAX']],
])('%s that is missing or wrong is one', (_, from, to, expected) => {
  expect(faults(from, to)[0]).toEqual(expected);
});

test('a file that was cut off has lost an account of its money', () => {
  const text = new TextDecoder().decode(changedRich((lines) => lines));
  const { findings } = readRemittance(new TextEncoder().encode(text.slice(0, text.indexOf('~AMT*KH') + 1)));
  expect(
    moneyFaults(findings)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(['CLAIM-CUT-OFF', 'GE-MISSING', 'IEA-MISSING', 'SE-MISSING']);
});
