/** Every segment of a remittance left out, every element emptied or made nonsense: one fault is one finding. */
import { expect, test } from 'vitest';
import type { X12Finding } from '../../../x12/index.ts';
import { changedRich, RICH_LINES } from '../testing.ts';
import { checkRemittanceFile } from './check-file.ts';

interface Spoilt {
  readonly what: string;
  readonly findings: readonly X12Finding[];
}

/** One file for each segment, without it. */
const leftOut = (): Spoilt[] =>
  RICH_LINES.map((line, index) => ({
    what: `without ${line}`,
    findings: checkRemittanceFile(changedRich((lines) => lines.toSpliced(index, 1))),
  }));

/** One file for each element, with `value` in its place. */
const spoilt = (value: string): Spoilt[] =>
  RICH_LINES.flatMap((line, index) =>
    line.split('*').flatMap((element, at, elements) => {
      if (at === 0 || element === '' || element === value) return [];
      const changed = elements.with(at, value).join('*').replace(/\*+$/, '');
      const findings = checkRemittanceFile(changedRich((lines) => lines.with(index, changed)));
      return [{ what: `${line} as ${changed}`, findings }];
    }),
  );

/** Those with more than one finding; a text without a separator stands for two components at once. */
function several(all: readonly Spoilt[]): string[] {
  return all.flatMap(({ what, findings }) => {
    const elements = new Set(findings.map(({ location: { byte, element } }) => `${byte} ${element ?? ''}`));
    const isComposite = findings.every(({ location }) => location.component !== undefined);
    return findings.length < 2 || (elements.size === 1 && isComposite)
      ? []
      : [`${what}: ${findings.map(({ code, location }) => `${code} ${location.segmentId}`).join(', ')}`];
  });
}

test('a segment that is left out is told once, if it is needed', () => {
  const all = leftOut();
  expect(several(all)).toEqual([]);
  expect(all.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(15);
});

test('an element that is empty is told once, if it is needed', () => {
  const all = spoilt('');
  expect(several(all)).toEqual([]);
  expect(all.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(80);
});

test('an element that is nonsense is told once, if anything can be said of it', () => {
  const all = spoilt('Q');
  expect(several(all)).toEqual([]);
  expect(all.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(80);
});

test('what is told says what helps, and holds nothing of the patient', () => {
  const all = [...leftOut(), ...spoilt('Q')].flatMap(({ findings }) => findings);
  expect(all.filter(({ fix }) => !fix).map(({ code }) => code)).toEqual([]);
  for (const { message, fix, expected = '' } of all)
    expect(`${message} ${fix} ${expected}`).not.toMatch(/TESTER|ANNA|W00000000/);
});
