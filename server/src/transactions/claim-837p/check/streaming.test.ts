/** However a file's bytes arrive, the same is found; memory holds no more than the open claim. */
import { exampleClaim } from '@claimside/shared/examples';
import { expect, test } from 'vitest';
import { ClaimFileChecker, checkClaimFile } from './check-file.ts';
import { all, behind, changed, goodLines, MIXED, say, without } from './testing.ts';

const faulty = changed(
  MIXED,
  all(
    say('N3', '1 EXAMPLE STREET', 'PO BOX 1'),
    say('CLM', ':B:1', ':B:7', 2),
    without('DTP*472', 4),
    behind('HI', 'ZZZ*1', 3),
    say('SV1', '*UN*1*', '*UN*0*', 5),
  ),
);

test.each([1, 2, 7, 64, 1000])('in pieces of %i bytes', (size) => {
  const checker = new ClaimFileChecker();
  for (let at = 0; at < faulty.length; at += size) checker.push(faulty.subarray(at, at + size));
  expect(checker.end()).toEqual(checkClaimFile(faulty));
});

test('each finding names its claim, but for what several claims share', () => {
  expect(checkClaimFile(faulty).findings.map(({ code, claim }) => [code, claim])).toEqual([
    ['PO-BOX', undefined],
    ['FREQUENCY-NEEDS-PAYER-NUMBER', 'C000000002'],
    ['SEGMENT-MISSING', 'C000000002'],
    ['SEGMENT-UNKNOWN', 'C000000003'],
    ['UNITS', 'C000000003'],
  ]);
});

test('a fault of a subscriber names the first claim below it', () => {
  const { findings } = checkClaimFile(changed(MIXED, say('N4', '62704', '6270', 2)));
  expect(findings.map(({ code, claim, location }) => [code, claim, location.ordinal])).toEqual([
    ['ZIP-CODE', 'C000000001', 16],
  ]);
});

test('claims are told while the file is checked', () => {
  const many = changed(goodLines(Array.from({ length: 1_000 }, () => exampleClaim)), (lines) => lines);
  let told = 0;
  const checker = new ClaimFileChecker({}, { claim: () => (told += 1) });
  checker.push(many.subarray(0, many.length / 2));
  expect(told).toBeGreaterThan(300);
  checker.push(many.subarray(many.length / 2));
  expect(checker.end()).toEqual({ findings: [], claimCount: 1_000 });
});

test('a file cut off within a claim is told as that, and what the claim lacks is not', () => {
  const cut = faulty.subarray(0, Buffer.from(faulty).indexOf('LX*2'));
  expect(checkClaimFile(cut).findings.map(({ code }) => code)).toEqual([
    'IEA-MISSING',
    'GE-MISSING',
    'SE-MISSING',
    'CLAIM-CUT-OFF',
  ]);
});

test('faults without end are counted, and nothing is lost of the first', () => {
  const strays = Array.from({ length: 3_000 }, () => 'ZZZ*1');
  const { findings } = checkClaimFile(changed(MIXED, behind('SBR', strays)));
  expect(findings).toHaveLength(201);
  expect(findings.at(-1)?.message).toBe('2800 more of the same kind.');
});
