import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import { type AnsweredLine, type BilledLine, lineControlNumber, matchLines } from './lines.ts';
import { type AnsweredClaim, alikeClaim, usualClaim } from './testing.ts';

const DAY = '2026-11-16' as IsoDate;
const billed = (procedureCode: string, modifiers: string[], charge: number, day = DAY): BilledLine => ({
  procedureCode,
  modifiers,
  chargeAmount: cents(charge),
  serviceDate: day,
});
const said = (
  procedureCode: string,
  modifiers: string[],
  charge: number,
  rest: Partial<AnsweredLine> = {},
): AnsweredLine => ({ procedureCode, modifiers, charge: cents(charge), ...rest });

/** Each answered line as `place of the billed line, from 1: how it was found`. */
const matched = (lines: BilledLine[], answers: AnsweredLine[]) =>
  matchLines('C23456789B', lines, answers).map((match) =>
    match.kind === 'matched' ? `${match.line + 1}: ${match.by}` : 'none',
  );

describe('a line is found', () => {
  const VISIT = billed('99214', ['25'], 18_500);
  const THERAPY = billed('97110', ['GP', '59'], 9_600);

  test('by its own number, whatever else the payer changed; in any case, zeros before it', () => {
    const numbers = ['C23456789BL2', 'c23456789bl2', '000C23456789BL2'];
    for (const lineControlNumber of numbers)
      expect(matched([VISIT, THERAPY], [said('00000', [], 1, { lineControlNumber })])).toEqual([
        '2: line-number',
      ]);
    const other = said('97110', [], 9_600, { lineControlNumber: 'C99999999BL1' });
    expect(matched([VISIT, THERAPY], [other])).toEqual(['2: procedure-charge']);
  });

  test('by procedure, modifiers in any order, and charge', () => {
    expect(
      matched([VISIT, THERAPY], [said('97110', ['59', 'GP'], 9_600), said('99214', ['25'], 18_500)]),
    ).toEqual(['2: procedure-modifiers-charge', '1: procedure-modifiers-charge']);
  });

  test('by procedure and charge, where the payer dropped a modifier or put its own', () => {
    expect(matched([VISIT, THERAPY], [said('99214', [], 18_500), said('97110', ['XU'], 9_600)])).toEqual([
      '1: procedure-charge',
      '2: procedure-charge',
    ]);
  });

  test('by the procedure as it was submitted, where another was adjudicated', () => {
    const recoded = said('99213', [], 18_500, {
      submittedProcedureCode: '99214',
      submittedModifiers: ['25'],
    });
    expect(matched([VISIT, THERAPY], [recoded])).toEqual(['1: bundled']);
    const withoutModifiers = said('99213', [], 18_500, { submittedProcedureCode: '99214' });
    expect(matched([VISIT, THERAPY], [withoutModifiers])).toEqual(['1: bundled']);
  });

  test('in each part of a line that the payer split: the charge stands on the first', () => {
    const part = (code: string, charge: number) =>
      said(code, [], charge, { submittedProcedureCode: '99214', submittedModifiers: ['25'] });
    expect(matched([VISIT, THERAPY], [part('99201', 18_500), part('99202', 0)])).toEqual([
      '1: bundled',
      '1: bundled',
    ]);
  });

  test('in a reversal, whose charges have the other sign', () => {
    expect(matched([VISIT], [said('99214', ['25'], -18_500)])).toEqual(['1: procedure-modifiers-charge']);
  });

  test('by its day, where nothing else tells two lines apart', () => {
    const next = billed('97110', ['GP'], 9_600, '2026-11-18' as IsoDate);
    const lines = [billed('97110', ['GP'], 9_600), next];
    expect(matched(lines, [said('97110', ['GP'], 9_600, { serviceDate: next.serviceDate })])).toEqual([
      '2: procedure-modifiers-charge',
    ]);
  });
});

describe('a line that may be two is none', () => {
  const TWICE = [billed('97110', ['GP'], 9_600), billed('97110', ['GP'], 9_600)];

  test('equal lines are told apart by their order only where all of them are answered', () => {
    const one = said('97110', ['GP'], 9_600);
    expect(matched(TWICE, [one, one])).toEqual(['1: order', '2: order']);
    expect(matched(TWICE, [one])).toEqual(['none']);
  });

  test('modifiers were dropped from one of two lines that differ by them alone', () => {
    const lines = [billed('99213', ['25'], 10_000), billed('99213', ['59'], 10_000)];
    expect(matched(lines, [said('99213', [], 10_000)])).toEqual(['none']);
    expect(matched(lines, [said('99213', ['59'], 10_000), said('99213', [], 10_000)])).toEqual([
      '2: procedure-modifiers-charge',
      '1: procedure-charge',
    ]);
  });

  test('it looks like the line without modifiers, and may be the other with its modifier dropped', () => {
    const lines = [billed('97110', [], 5_000), billed('97110', ['GP'], 5_000)];
    expect(matched(lines, [said('97110', [], 5_000)])).toEqual(['none']);
    expect(matched(lines, [said('97110', [], 5_000), said('97110', ['GP'], 5_000)])).toEqual([
      '1: procedure-modifiers-charge',
      '2: procedure-modifiers-charge',
    ]);
  });

  test('a code or charge that was not billed', () => {
    expect(matched(TWICE, [said('97112', [], 9_600), said('97110', ['GP'], 9_601)])).toEqual([
      'none',
      'none',
    ]);
  });
});

test('a line`s number holds the claim`s, and is read back from it', () => {
  expect(lineControlNumber('C23456789B', 12)).toBe('C23456789BL12');
});

/** Lines that are equal stand for one another. */
const isSame = (a: BilledLine | undefined, b: BilledLine | undefined) =>
  JSON.stringify(a) === JSON.stringify(b);

const wrongIn = ({ claimNumber, billed: lines, answered, truth }: AnsweredClaim) =>
  matchLines(claimNumber, lines, answered).filter(
    (match, at) => match.kind === 'matched' && !isSame(lines[match.line], lines[truth[at] ?? -1]),
  );

test('of generated remittances with dropped modifiers, bundles, splits and lines left out no line is matched wrongly', () => {
  fc.assert(
    fc.property(alikeClaim, (one) => wrongIn(one).length === 0),
    { numRuns: 3_000 },
  );
});

test('of the lines of generated remittances that answer whole claims at least 98 % are matched', () => {
  const claims = fc.sample(usualClaim, { numRuns: 3_000, seed: 5 }).filter(({ isWhole }) => isWhole);
  const matches = claims.flatMap(({ claimNumber, billed: lines, answered }) =>
    matchLines(claimNumber, lines, answered),
  );
  const share = matches.filter(({ kind }) => kind === 'matched').length / matches.length;
  expect(matches.length).toBeGreaterThan(5_000);
  expect(share).toBeGreaterThanOrEqual(0.98);
});
