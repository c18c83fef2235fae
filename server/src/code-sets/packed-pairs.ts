/** The column 2 codes of a column 1 code as one text: two million pairs would be a large table, and are few texts. */
import type { PairStatement } from '@claimside/shared/codes';
import type { IsoDate } from '@claimside/shared/values';

/** Column 2, first day, last day, `1` where a modifier is allowed; blanks for an open end. */
const WIDTH = 5 + 8 + 8 + 1;
const NO_DATE = ' '.repeat(8);

export function packPair(pair: Omit<PairStatement, 'column1'>): string {
  return `${pair.column2}${packDate(pair.from)}${packDate(pair.to)}${pair.modifierAllowed ? '1' : '0'}`;
}

/** The pairs of a packed text. */
export function* unpackPairs(column1: string, packed: string): Generator<PairStatement> {
  for (let at = 0; at < packed.length; at += WIDTH) {
    const [from, to] = [date(packed, at + 5), date(packed, at + 13)];
    yield {
      column1,
      column2: packed.slice(at, at + 5),
      ...(from && { from }),
      ...(to && { to }),
      modifierAllowed: packed[at + 21] === '1',
    };
  }
}

/** One text out of pieces in any order, each pair once. */
export function joinPairs(pieces: readonly string[]): string {
  return [...new Set(pieces.flatMap(singlePairs))].sort().join('');
}

/** The pairs of a packed text that still held on `day` or began later. */
export function pairsSince(packed: string, day: IsoDate): string {
  const earliest = packDate(day);
  return singlePairs(packed)
    .filter((pair) => pair.slice(13, 21) === NO_DATE || pair.slice(13, 21) >= earliest)
    .join('');
}

export function countPairs(packed: string): number {
  return packed.length / WIDTH;
}

/** Each pair of a packed text as its first part, which names it, and the rest, which may change. */
export function pairsByName(packed: string): Map<string, string> {
  return new Map(singlePairs(packed).map((pair) => [pair.slice(0, 13), pair.slice(13)]));
}

function singlePairs(packed: string): string[] {
  return Array.from({ length: countPairs(packed) }, (_, index) =>
    packed.slice(index * WIDTH, (index + 1) * WIDTH),
  );
}

function packDate(day: IsoDate | undefined): string {
  return day === undefined ? NO_DATE : day.replaceAll('-', '');
}

function date(packed: string, at: number): IsoDate | undefined {
  const digits = packed.slice(at, at + 8);
  if (digits === NO_DATE) return undefined;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}` as IsoDate;
}
