/** DTP of any kind as items of a list, and MPI, which has a period too. */
import { code, openCode, text } from '../../guide/elements.ts';
import type { Fields, SegmentCodec, SegmentRule, SegmentSource } from '../../guide/rules.ts';
import { segment } from '../../guide/segments.ts';
import { DATE_BY_FORMAT } from '../../guide/shapes.ts';
import { periodOf, periodText } from '../../parts/period.ts';
import { MILITARY_BRANCHES, MILITARY_EMPLOYMENTS, MILITARY_STATUSES } from './codes.ts';

/** Each an item `{ qualifier, date, dateEnd }` of `dates`, in the order of the file. */
export const dateList = (name: string, codes: readonly string[], max: number): SegmentRule =>
  segment(
    'DTP',
    name,
    [code('R', codes), code('R', ['D8', 'RD8']), text('R', 35, undefined, { shape: DATE_BY_FORMAT })],
    { max, list: 'dates', empty: { qualifier: '' }, codec: periodCodec(['qualifier']) },
  );

/** MPI: service in the armed forces. */
export const MILITARY: SegmentRule = segment(
  'MPI',
  'military service',
  [
    code('R', MILITARY_STATUSES),
    code('R', MILITARY_EMPLOYMENTS),
    code('R', MILITARY_BRANCHES),
    text('S', 80),
    openCode('S', 2, 2),
    code('S', ['D8', 'RD8']),
    text('S', 35, undefined, { shape: DATE_BY_FORMAT }),
  ],
  {
    object: 'military',
    empty: { status: '', employment: '', branch: '' },
    conditions: 'P0607',
    codec: periodCodec(['status', 'employment', 'branch', 'description', 'rank']),
  },
);

/** Texts under these names, then the format of a period and the period. */
function periodCodec(names: readonly string[]): SegmentCodec {
  const format = names.length + 1;
  return {
    paths: [...names, 'date', 'dateEnd'],
    write(target, fold) {
      const texts = names.map((name) => textOf(target[name], fold));
      const period = periodText(target.date, target.dateEnd);
      return [...texts, ...period].every((text) => text === '') ? [] : [[...texts, ...period]];
    },
    read(source, target, unheld) {
      for (const [index, name] of names.entries()) {
        const text = source.element(index + 1);
        if (text !== '') target[name] = text;
      }
      readPeriod(source, format, target, unheld);
      for (let at = format + 2; at <= source.elementCount; at += 1) if (source.element(at) !== '') unheld(at);
    },
  };
}

/** Kept as it is where it is none. */
function readPeriod(
  source: SegmentSource,
  format: number,
  target: Fields,
  unheld: (element: number) => void,
): void {
  const period = periodOf(source.element(format), source.element(format + 1));
  if (period === undefined) {
    for (const at of [format, format + 1]) if (source.element(at) !== '') unheld(at);
    return;
  }
  target.date = period.first;
  if (period.last !== undefined) target.dateEnd = period.last;
}

function textOf(value: unknown, fold: (text: string) => string): string {
  return typeof value === 'string' ? fold(value) : '';
}
