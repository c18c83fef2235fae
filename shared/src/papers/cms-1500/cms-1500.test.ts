/** A claim on paper: what stands where, at most six lines a page, and the total on the last one alone. */
import { expect, test } from 'vitest';
import type { Claim } from '../../claim/index.ts';
import {
  dependentClaim,
  drugClaim,
  exampleClaim,
  secondaryClaim,
  specialClaims,
} from '../../examples/index.ts';
import { cents } from '../../values/index.ts';
import { cms1500Paper } from './check-paper.ts';
import type { Entry } from './entries.ts';
import { type Cms1500Page, cms1500Pages } from './page.ts';

const pagesOf = (claim: Claim) =>
  cms1500Pages({ claim, patientControlNumber: 'CB7K2M9QXZ', today: '2026-11-27' });
const all = ({ entries, lines }: Cms1500Page): readonly Entry[] => [...entries, ...lines.flat()];

/** The page as it is printed: its lines, without blanks at their ends. */
function printed(page: Cms1500Page): string[] {
  const lines: string[] = [];
  for (const { line, column, text } of all(page)) {
    const before = lines[line - 1] ?? '';
    lines[line - 1] =
      before.padEnd(column - 1).slice(0, column - 1) + text + before.slice(column - 1 + text.length);
  }
  return lines;
}
const lineOf = (page: Cms1500Page | undefined, line: number) => (page ? printed(page)[line - 1] : undefined);

const manyLines = (count: number): Claim => ({
  ...exampleClaim,
  serviceLines: Array.from({ length: count }, () => ({
    procedureCode: '97110',
    modifiers: ['GP', '59'],
    chargeAmount: cents(4_800),
    units: 2,
    diagnosisPointers: [1, 3],
    serviceDate: exampleClaim.serviceLines[0]?.serviceDate ?? ('' as never),
  })),
});

test('a visit stands in its boxes by column and line', () => {
  const [page, ...more] = pagesOf({ ...exampleClaim, patientPaidAmount: cents(2_500) });
  expect(more).toEqual([]);
  expect(lineOf(page, 10)).toBe('QUINTERO, MARTA               04 12 1978      X  QUINTERO, MARTA');
  expect(lineOf(page, 38)).toBe('  M5450        I10          E119');
  expect(lineOf(page, 44)).toBe(
    '11 16 26 11 16 26 11    99214   25          BC     185 00 1        1245319599',
  );
  expect(lineOf(page, 56)).toBe('123456789         X   CB7K2M9QXZ     X               281 00     25 00');
});

test('of more than six lines each page has six, all but the last say that it goes on, and the last has the total', () => {
  const pages = pagesOf(manyLines(14));
  expect(pages.map(({ lines }) => lines.length)).toEqual([6, 6, 2]);
  expect(pages.map((page) => lineOf(page, 56)?.slice(51, 61).trim())).toEqual([
    'CONTINUED',
    'CONTINUED',
    '672 00',
  ]);
});

test('another insured, another insurance, and what stands in the shaded half', () => {
  const [child] = pagesOf(dependentClaim);
  expect(lineOf(child, 12)?.[41]).toBe('X');
  expect(lineOf(child, 10)).toContain('QUINTERO, MILO');
  const [second] = pagesOf(secondaryClaim);
  expect(lineOf(second, 26)).toMatch(/^AETNA +X$/);
  expect(lineOf(second, 56)).toMatch(/160 00$/);
  const [drug] = pagesOf(drugClaim);
  expect(drug && all(drug).find(({ box }) => box === '24')?.text).toMatch(/^N4\d{11} [A-Z0-9]{2}/);
});

test('nothing leaves its box or covers another, whatever the claim', () => {
  for (const claim of [...Object.values(specialClaims), manyLines(50)])
    for (const page of pagesOf(claim)) {
      const taken = new Set<string>();
      for (const { line, column, text } of all(page)) {
        expect(line).toBeLessThanOrEqual(62);
        expect(column + text.length - 1).toBeLessThanOrEqual(80);
        for (let place = column; place < column + text.length; place++) {
          expect(taken.has(`${line} ${place}`)).toBe(false);
          taken.add(`${line} ${place}`);
        }
      }
    }
});

test('what is too long is cut to its box, and the check print says which', () => {
  const lastName = 'Extraordinarily-Long-Invented-Name';
  const pages = pagesOf({ ...exampleClaim, patient: { ...exampleClaim.patient, lastName } });
  const paper = cms1500Paper(pages, '2026-11-27');
  expect(JSON.stringify(paper)).toContain('Too long for the form, and cut: box 2, 4.');
  expect(JSON.stringify(cms1500Paper(pagesOf(exampleClaim), '2026-11-27'))).not.toContain('Too long');
});

test('box 23 holds one number, and the check print says which one has no room', () => {
  const both = { ...exampleClaim, priorAuthorizationNumber: 'AUTH1', cliaNumber: '05D0123456' };
  const pages = pagesOf(both);
  const inBox = pages.flatMap(({ entries }) => entries.filter(({ box }) => box === '23'));
  expect(inBox.map(({ text }) => text.trim())).toEqual(['AUTH1']);
  const print = JSON.stringify(cms1500Paper(pages, '2026-11-27'));
  expect(print).toContain('the CLIA number 05D0123456 is not printed');
  const { priorAuthorizationNumber: _, ...clia } = both;
  expect(JSON.stringify(cms1500Paper(pagesOf(clia), '2026-11-27'))).not.toContain('not printed');
});

test('the check print names each box once a place, in order, with what is printed', () => {
  const paper = cms1500Paper(pagesOf(exampleClaim), '2026-11-27');
  const rows = paper.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  expect(rows.map(([box = '']) => Number.parseInt(box, 10) || 0)).toEqual(
    rows.map(([box = '']) => Number.parseInt(box, 10) || 0).sort((a, b) => a - b),
  );
  expect(rows).toContainEqual(['2', 'Patient', 'QUINTERO, MARTA']);
  expect(rows).toContainEqual(['3', 'Sex of the patient: F', 'X']);
  expect(rows).toContainEqual([
    '24',
    'Line 1',
    '24A 11 16 26 11 16 26; 24B 11; 24D 99214 25; 24E BC; 24F 185 00; 24G 1; 24J 1245319599',
  ]);
});
