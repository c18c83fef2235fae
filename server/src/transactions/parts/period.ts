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
      const [format, text] = periodText(target[start], target[end]);
      return format === '' ? [] : [[qualifier, format, text]];
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
  const period = periodOf(source.element(2), source.element(3));
  const isOther = (name: string, day: IsoDate | undefined) =>
    target[name] !== undefined && day !== undefined && target[name] !== day;
  if (period === undefined || isOther(start, period.first) || isOther(end, period.last)) {
    unheldDate(unheld);
    return;
  }
  target[start] = period.first;
  if (period.last !== undefined) target[end] = period.last;
}

/** The day of a text in the format D8, or the two of one in RD8; undefined where it is none. */
export function periodOf(
  format: string,
  text: string,
): { readonly first: IsoDate; readonly last?: IsoDate } | undefined {
  const first = readDate(text);
  const last = readRangeEnd(text);
  if (first === undefined || (format === 'RD8') !== (last !== undefined)) return undefined;
  return last === undefined ? { first } : { first, last };
}

/** Format and text of a day, or of two where it ends on another; both empty where it is none. */
export function periodText(first: unknown, last: unknown): readonly [format: string, text: string] {
  if (!isDate(first)) return ['', ''];
  return isDate(last) ? ['RD8', writeDateRange(first, last)] : ['D8', writeDate(first)];
}

/** The qualifier too: the model may write nothing in this place. */
export function unheldDate(unheld: (element: number) => void): void {
  unheld(1);
  unheld(2);
  unheld(3);
}

export const isDate = (value: unknown): value is IsoDate => typeof value === 'string' && isIsoDate(value);
