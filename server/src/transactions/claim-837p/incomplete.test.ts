/** A claim that lacks pieces is a draft: it is read as far as it goes, and written again as it was kept. */
import { exampleClaim, specialClaims } from '@claimside/shared/examples';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileOf } from '../examples.ts';
import { checkClaimFile } from './check/index.ts';
import { goodLines, without } from './check/testing.ts';
import { writeClaimInterchanges } from './file-writer.ts';
import { readClaimInterchanges } from './read.ts';

const again = (lines: readonly string[]) =>
  new TextDecoder()
    .decode(writeClaimInterchanges(readClaimInterchanges(fileOf(lines.join('\n'))).interchanges, '\n'))
    .split('\n')
    .map((line) => line.slice(0, -1))
    .filter((line) => line !== '');

/** The claims as the model has them, and what it has no place for. */
const claimsOf = (lines: readonly string[]) =>
  readClaimInterchanges(fileOf(lines.join('\n'))).claims.map(({ claim, notInModel }) => ({
    claim,
    notInModel,
  }));

/** Worked out anew: totals, levels, numbers of lines, counts. */
const isCounted = (line: string) => /^(CLM|HL|LX|SE|GE|IEA)\*/.test(line);

/** Lines of `before` that `after` has not, however often each. */
function lost(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...after];
  return before.filter((line) => {
    if (isCounted(line)) return false;
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

test('a day of a decision that strayed into a line without its day is kept, and never taken for the day of service', () => {
  const good = goodLines([exampleClaim]);
  const lines = good.with(good.indexOf('DTP*472*D8*20261116'), 'DTP*573*D8*20261120');
  const [read] = claimsOf(lines);
  expect(read?.claim.serviceLines?.[0]?.serviceDate).toBeUndefined();
  expect(lost(lines, again(lines))).toEqual([]);
});

describe('without one piece it comes back the same claim, with all that stood there, and is told again', () => {
  const good = goodLines([exampleClaim]);
  test.each([
    ['its payer', 'NM1*PR', 'ELEMENT-MISSING'],
    ['its patient', 'NM1*IL', 'ELEMENT-MISSING'],
    ["the patient's birth date", 'DMG', 'REQUIRED'],
    ['its diagnoses', 'HI*', 'SEGMENT-MISSING'],
    ["a line's service", 'SV1', 'ELEMENT-MISSING'],
    ["a line's day", 'DTP*472', 'SEGMENT-MISSING'],
    ["the billing provider's address", 'N3', 'SEGMENT-MISSING'],
    ["the billing provider's tax id", 'REF*EI', 'SEGMENT-MISSING'],
  ])('%s', (_, start, code) => {
    const lines = without(start)(good);
    const written = again(lines);
    expect(claimsOf(written)).toEqual(claimsOf(lines));
    expect(lost(lines, written)).toEqual([]);
    expect(again(written)).toEqual(written);
    expect(checkClaimFile(fileOf(written.join('\n'))).findings.map((finding) => finding.code)).toContain(
      code,
    );
  });
});

test('without any pieces, of claims of all kinds, nothing else is lost and the second time nothing changes', () => {
  const files = [exampleClaim, ...Object.values(specialClaims)].map((claim) => goodLines([claim]));
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.infiniteStream(fc.nat(9)), (lines, dice) => {
      // The envelope and what begins levels, claims, lines and loops stays; of the rest about a fifth goes.
      const left = lines.filter(
        (line) =>
          /^(ISA|GS|ST|SE|GE|IEA|HL|CLM|LX|NM1|SBR|SVD|LIN|LQ)\*/.test(line) || Number(dice.next().value) > 1,
      );
      const written = again(left);
      expect(claimsOf(written)).toEqual(claimsOf(left));
      expect(lost(left, written)).toEqual([]);
      expect(again(written)).toEqual(written);
    }),
    { numRuns: 300 },
  );
});
