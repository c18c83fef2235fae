/** Every segment of good claims left out, every element emptied or made nonsense: one fault is one finding, whatever depends on it. */
import type { Claim } from '@claimside/shared/claim';
import { exampleClaim, specialClaims } from '@claimside/shared/examples';
import { describe, expect, test } from 'vitest';
import type { X12Finding } from '../../../x12/index.ts';
import { checkClaimFile } from './check-file.ts';
import { changed, goodLines } from './testing.ts';

interface Spoilt {
  readonly what: string;
  readonly findings: readonly X12Finding[];
}

/** One file for each segment, without it. */
function leaveOut(claim: Claim): Spoilt[] {
  const lines = goodLines([claim]);
  return lines.flatMap((line, index) => {
    if (/^(ISA|GS|ST|SE|GE|IEA)\*/.test(line)) return [];
    const { findings } = checkClaimFile(changed(lines, (before) => before.toSpliced(index, 1)));
    return [{ what: `without ${line}`, findings }];
  });
}

/** One file for each element, with `value` in its place. */
function spoil(claim: Claim, value: string): Spoilt[] {
  const lines = goodLines([claim]);
  return lines.flatMap((line, index) => {
    if (/^(ISA|GS|ST|SE|GE|IEA)\*/.test(line)) return [];
    const elements = line.split('*');
    return elements.flatMap((element, at) => {
      if (at === 0 || element === '' || element === value) return [];
      const spoilt = elements.with(at, value).join('*').replace(/\*+$/, '');
      const { findings } = checkClaimFile(changed(lines, (before) => before.with(index, spoilt)));
      return [{ what: `${line} as ${spoilt}`, findings }];
    });
  });
}

/** A text without any separator stands for two components at once: its code is wrong, and what should stand behind it missing. */
const isComposite = ({ location }: X12Finding) => location.component !== undefined;

/** What is missed on each line is told of each. */
const OF_EACH_LINE: ReadonlySet<string> = new Set(['ADJUDICATION-PAYER', 'CLIA-NEEDED', 'MEDICARE-ORDER']);

/** Those with more than one finding, but for the same one of several lines. */
function several(spoilt: readonly Spoilt[]): string[] {
  return spoilt.flatMap(({ what, findings }) => {
    const codes = [...new Set(findings.map(({ code }) => code))];
    const elements = new Set(findings.map(({ location: { byte, element } }) => `${byte} ${element ?? ''}`));
    const isOne = findings.length < 2 || (elements.size === 1 && findings.every(isComposite));
    const isOfEachLine = codes.length === 1 && codes.every((code) => OF_EACH_LINE.has(code));
    return isOne || isOfEachLine ? [] : [`${what}: ${findings.map(({ code }) => code).join(', ')}`];
  });
}

describe.each(Object.entries({ exampleClaim, ...specialClaims }))('%s', (_, claim) => {
  const emptied = spoil(claim, '');
  const nonsense = spoil(claim, 'QQ');
  const leftOut = leaveOut(claim);

  test('a segment that is left out is told once, if it is needed', () => {
    expect(leftOut.length).toBeGreaterThan(25);
    expect(several(leftOut)).toEqual([]);
  });

  test('an element that is empty is told once, if it is needed', () => {
    expect(emptied.length).toBeGreaterThan(50);
    expect(several(emptied)).toEqual([]);
  });

  test('an element that is nonsense is told once, if anything can be said of it', () => {
    expect(several(nonsense)).toEqual([]);
  });

  test('what is told says what helps, holds nothing of the patient, and sends nobody to a sidebar', () => {
    const { patient, coverage } = claim;
    const secrets = [patient.lastName, patient.firstName, patient.address.line1, coverage.memberId];
    const all = [...emptied, ...nonsense, ...leftOut].flatMap(({ findings }) => findings);
    expect(all.filter(({ fix }) => !fix).map(({ code }) => code)).toEqual([]);
    const texts = all.map(({ message, fix, expected = '' }) => `${message} ${fix} ${expected}`.toUpperCase());
    for (const text of texts) {
      expect(secrets.filter((secret) => text.includes(secret.toUpperCase()))).toEqual([]);
      expect(text).not.toMatch(/\b(CHART|ADMIN|PRACTICE'S LIST|NOTHING TO DO)\b/);
    }
  });
});
