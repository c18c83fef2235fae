import { expect, test } from 'vitest';
import { changedRich, RICH_LINES } from '../testing.ts';
import { checkRemittanceFile } from './check-file.ts';

/** What is told when lines are changed: code, place, claim, what is stated and what it should be. */
function told(...changes: readonly (readonly [from: string, to: string])[]): string[] {
  for (const [from] of changes) expect(RICH_LINES.join('\n')).toContain(from);
  const bytes = changedRich((lines) =>
    lines.map((line) => changes.reduce((text, [from, to]) => text.replace(from, to), line)),
  );
  return checkRemittanceFile(bytes).map(({ code, location, claim, value, expected }) => {
    const { segmentId, element, ordinal, loop } = location;
    return `${code} ${segmentId}${element} at ${ordinal} in ${loop || 'the set'} of ${claim}: ${value}, not ${expected}`;
  });
}

test('a remittance that uses all of the guide and balances has nothing wrong with it', () => {
  expect(told()).toEqual([]);
});

test.each([
  [
    'what was paid of a line',
    [['*185*110.5*', '*185*110*']],
    'BALANCE-LINE SVC3 at 46 in 2000[1] > 2100[1] > 2110[1] of C000000001: 110, not 110.5',
  ],
  [
    'an adjustment of a line',
    [['CAS*PR*3*25.5', 'CAS*PR*3*25']],
    'BALANCE-LINE SVC3 at 46 in 2000[1] > 2100[1] > 2110[1] of C000000001: 110.5, not 111',
  ],
  [
    'an adjustment of a claim',
    [['CAS*CO*45*-20', 'CAS*CO*45*-20.01']],
    'BALANCE-CLAIM CLP4 at 65 in 2000[2] > 2100[1] of C000000002: -80, not -79.99',
  ],
  [
    'what was paid of a claim, though the check is off by it too',
    [['*300*226.5*', '*300*226*']],
    'BALANCE-CLAIM CLP4 at 68 in 2000[2] > 2100[2] of C000000002: 226, not 226.5',
  ],
  [
    'the charge of a claim, though its lines are off by it too',
    [['CLP*C000000001*1*281*', 'CLP*C000000001*1*282*']],
    'BALANCE-CLAIM CLP4 at 24 in 2000[1] > 2100[1] of C000000001: 178, not 179',
  ],
  [
    'a line that is not part of the charge of its claim',
    [
      ['SVC*NU:0450*96*', 'SVC*NU:0450*97*'],
      ['CAS*CO*45*25.5', 'CAS*CO*45*26.5'],
      ['CAS*OA*23*3', 'CAS*OA*23*2'],
    ],
    'BALANCE-CHARGE CLP3 at 24 in 2000[1] > 2100[1] of C000000001: 281, not 282',
  ],
  [
    'the payment',
    [['BPR*I*322.5*', 'BPR*I*322*']],
    'BALANCE-CHECK BPR2 at 2 in the set of EFT0000001: 322, not 322.5',
  ],
  [
    'a provider adjustment',
    [['*WO:REF 9*12*', '*WO:REF 9*13*']],
    'BALANCE-CHECK BPR2 at 2 in the set of EFT0000001: 322.5, not 321.5',
  ],
] as const)('%s that is wrong is told once, at the amount that it does not make', (_, changes, expected) => {
  expect(told(...changes)).toEqual([expected]);
});

test('two wrong lines are told each, and their claim is not', () => {
  const codes = told(['*185*110.5*', '*185*110*'], ['CAS*CO*45*25.5', 'CAS*CO*45*25']);
  expect(codes.map((each) => each.split(' ', 1)[0])).toEqual(['BALANCE-LINE', 'BALANCE-LINE']);
});

test('a wrong claim does not hide a wrong check', () => {
  const codes = told(['CAS*CO*45*-20', 'CAS*CO*45*-21'], ['BPR*I*322.5*', 'BPR*I*321*']);
  expect(codes.map((each) => each.split(' ', 1)[0])).toEqual(['BALANCE-CHECK', 'BALANCE-CLAIM']);
});

test('of an amount that can not be read only that is told', () => {
  expect(told(['*185*110.5*', '*185*1,10.5*']).map((each) => each.split(' ', 2).join(' '))).toEqual([
    'ELEMENT-CHARACTER SVC3',
  ]);
});
