/** DTP with one day, or with two when it ends on another. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';
import { readDate, readRangeEnd, writeDate, writeDateRange } from '../../x12/index.ts';
import { code, literal, text } from '../guide/elements.ts';
import type { Fields, SegmentCodec, SegmentRule, SegmentSource } from '../guide/rules.ts';
import { type SegmentOptions, segment } from '../guide/segments.ts';
import { DATE_BY_FORMAT } from '../guide/shapes.ts';

/** A day (D8) at `start`, or a range (RD8) that ends at `end`. */
export function periodSegment(
  qualifier: string,
  name: string,
  [start, end]: readonly [start: string, end: string],
  options: SegmentOptions = {},
): SegmentRule {
  return segment(
    'DTP',
    name,
    [literal(qualifier), code('R', ['D8', 'RD8']), text('R', 35, undefined, { shape: DATE_BY_FORMAT })],
    { ...options, codec: periodCodec(qualifier, start, end), qualifiedBy: { element: 1 } },
  );
}

function periodCodec(qualifier: string, start: string, end: string): SegmentCodec {
  return {
    paths: [start, end],
    write(target) {
      const [first, last] = [target[start], target[end]];
      if (!isDate(first)) return [];
      return isDate(last)
        ? [[qualifier, 'RD8', writeDateRange(first, last)]]
        : [[qualifier, 'D8', writeDate(first)]];
    },
    read: (source, target, unheld) => readPeriod(source, target, unheld, start, end),
  };
}

/** Kept where it can't be read, or says another day than was said already. */
export function readPeriod(
  source: SegmentSource,
  target: Fields,
  unheld: (element: number) => void,
  start: string,
  end: string,
): void {
  const text = source.element(3);
  const first = readDate(text);
  const last = readRangeEnd(text);
  const isRange = source.element(2) === 'RD8';
  const isOther = (name: string, day: IsoDate | undefined) =>
    target[name] !== undefined && day !== undefined && target[name] !== day;
  if (
    first === undefined ||
    isRange !== (last !== undefined) ||
    isOther(start, first) ||
    isOther(end, last)
  ) {
    unheldDate(unheld);
    return;
  }
  target[start] = first;
  if (last !== undefined) target[end] = last;
}

/** The qualifier too: the model may write nothing in this place. */
export function unheldDate(unheld: (element: number) => void): void {
  unheld(1);
  unheld(2);
  unheld(3);
}

export const isDate = (value: unknown): value is IsoDate => typeof value === 'string' && isIsoDate(value);
