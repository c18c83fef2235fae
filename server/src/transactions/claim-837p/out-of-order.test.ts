/** A segment out of order is one finding at most, and what the file says is read as if it stood in its place. */
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim, secondaryClaim, specialClaims } from '@claimside/shared/examples';
import { describe, expect, test } from 'vitest';
import { all, behind, type Change, changed, goodLines, without } from './check/testing.ts';
import { readClaimFile } from './read.ts';

function read(lines: readonly string[], change: Change) {
  const { claims, findings } = readClaimFile(changed(lines, change));
  return {
    claims: claims.map(({ patientControlNumber, claim, notInModel }) => ({
      patientControlNumber,
      claim,
      notInModel,
    })),
    findings: findings.map(({ code, location }) => `${code} ${location.segmentId} ${location.loop}`),
  };
}

/** What these open says whose the segments behind them are: one that changes places with them says another thing. */
const OPENS_LOOP = /^(HL|CLM|LX|NM1|PAT|SBR|SVD|LIN|LQ)\*/;

/** Neighbours from the first HL on; of two adjustments, the order is part of what they say. */
function pairs(lines: readonly string[]): number[] {
  const [start, end] = [lines.findIndex((line) => line.startsWith('HL*')), lines.length - 3];
  return Array.from({ length: end - start - 1 }, (_, index) => start + index).filter((at) => {
    const two = lines.slice(at, at + 2);
    return !two.some((line) => OPENS_LOOP.test(line)) && !two.every((line) => line.startsWith('CAS*'));
  });
}

const swap =
  (at: number): Change =>
  (lines) => [...lines.slice(0, at), lines[at + 1] ?? '', lines[at] ?? '', ...lines.slice(at + 2)];

function unlikeBefore(claim: Claim): string[] {
  const lines = goodLines([claim]);
  const before = read(lines, (same) => same);
  return pairs(lines).flatMap((at) => {
    const after = read(lines, swap(at));
    const isSame = JSON.stringify(sorted(after.claims)) === JSON.stringify(sorted(before.claims));
    return isSame && after.findings.length <= 1
      ? []
      : [`${lines[at]} and ${lines[at + 1]}: ${after.findings.join(', ')}`];
  });
}

/** The order of an object's keys tells only which segment came first. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
}

describe.each(Object.entries({ exampleClaim, ...specialClaims }))('%s', (_, claim) => {
  test('neighbours that changed places say the same, with one finding at most', () => {
    expect(pairs(goodLines([claim])).length).toBeGreaterThan(6);
    expect(unlikeBefore(claim)).toEqual([]);
  });
});

const CLAIM = '2000A[1] > 2000B[1] > 2300[1]';
const EXAMPLE = goodLines([exampleClaim]);

test.each([
  ['a prior authorization behind the diagnoses', 'HI', 'REF*G1*A1', 'priorAuthorizationNumber', 'A1', 'REF'],
  [
    'one behind a provider, whose taxonomy follows',
    'NM1*82',
    'REF*G1*A1',
    'priorAuthorizationNumber',
    'A1',
    'REF',
  ],
  ['an onset behind the diagnoses', 'HI', 'DTP*431*D8*20261101', 'onsetDate', '2026-11-01', 'DTP'],
] as const)('%s is read, with one finding, and is no line', (_, start, line, key, value, segment) => {
  const before = read(EXAMPLE, (same) => same);
  const { claims, findings } = read(EXAMPLE, behind(start, line));
  expect(findings).toEqual([`SEGMENT-ORDER ${segment} ${CLAIM}`]);
  expect(claims).toEqual(before.claims.map((each) => ({ ...each, claim: { ...each.claim, [key]: value } })));
});

test('a note before file information is no line', () => {
  const { claims, findings } = read(EXAMPLE, behind('CLM', ['NTE*ADD*A NOTE', 'K3*A FORMAT']));
  expect(findings).toEqual([`SEGMENT-ORDER K3 ${CLAIM}`]);
  expect(claims[0]?.claim).toMatchObject({ note: { text: 'A NOTE' }, fixedFormats: ['A FORMAT'] });
  expect(claims[0]?.claim.serviceLines).toEqual(exampleClaim.serviceLines.map(() => expect.anything()));
});

const SECONDARY = goodLines([secondaryClaim]);

test.each([
  [
    'the second payer of a claim',
    all(
      behind(
        'NM1*PR',
        [
          'SBR*T*18*******CI',
          'CAS*CO*45*10',
          'AMT*D*0',
          'OI***Y***Y',
          'NM1*IL*1*A*B****MI*U1',
          'NM1*PR*2*C*****PI*99999',
        ],
        2,
      ),
      without('SBR*T'),
    ),
    `SEGMENT-MISSING SBR ${CLAIM} > 2320`,
  ],
  [
    'the second adjudication of a line',
    behind('DTP*573', ['CAS*CO*45*10', 'DTP*573*D8*20261121']),
    `SEGMENT-MISSING SVD ${CLAIM} > 2400[1] > 2430`,
  ],
])('that the opening of %s is missing is one finding, and not an order', (_, change, expected) => {
  expect(read(SECONDARY, change).findings).toEqual([expected]);
});

test('an address that stands twice is one finding, and the payer behind it is read', () => {
  const { claims, findings } = read(EXAMPLE, behind('DMG', 'N3*12 INVENTED LANE'));
  expect(findings).toEqual(['SEGMENT-REPEATED N3 2000A[1] > 2000B[1] > 2010BA']);
  expect(claims[0]?.claim.coverage).toMatchObject({ payerName: 'AETNA', payerId: '60054' });
});
