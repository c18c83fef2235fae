/** Segments of the 837P that no list of elements describes: condition codes, date pairs. */
import { readDate, writeDate, writeDateRange } from '../../../x12/index.ts';
import type { SegmentCodec } from '../../guide/rules.ts';
import { isDate, readPeriod, unheldDate } from '../../parts/period.ts';

/** HI with plain codes under one qualifier for the first and one for the others, `perSegment` to a segment. */
export function plainCodes(path: string, first: string, others: string, perSegment: number): SegmentCodec {
  return {
    paths: [`${path}.*`],
    write(target, fold) {
      const value = target[path];
      const codes = Array.isArray(value) ? value.filter((code) => typeof code === 'string') : [];
      const segments: string[][][] = [];
      codes.forEach((code, index) => {
        const at = index % perSegment;
        if (at === 0) segments.push([]);
        segments.at(-1)?.push([at === 0 ? first : others, fold(code)]);
      });
      return segments;
    },
    read(source, target, unheld) {
      const existing = target[path];
      const codes: unknown[] = Array.isArray(existing) ? existing : [];
      for (let at = 1; at <= source.elementCount; at += 1) {
        const [qualifier, code = '', ...rest] = source.components(at);
        if (code === '') continue;
        if (qualifier !== (at === 1 ? first : others)) unheld(at, 1);
        rest.forEach((text, index) => {
          if (text !== '') unheld(at, index + 3);
        });
        codes.push(code);
      }
      target[path] = codes;
    },
  };
}

/** DTP*314 when both days of the disability are known. */
export const disabilityPeriod: SegmentCodec = {
  paths: ['disabilityStartDate', 'disabilityEndDate'],
  write({ disabilityStartDate: start, disabilityEndDate: end }) {
    return isDate(start) && isDate(end) ? [['314', 'RD8', writeDateRange(start, end)]] : [];
  },
  read: (source, target, unheld) =>
    readPeriod(source, target, unheld, 'disabilityStartDate', 'disabilityEndDate'),
};

/** DTP*360 or DTP*361 when only that day is known. */
export function disabilityDay(qualifier: '360' | '361'): SegmentCodec {
  const [own, other] =
    qualifier === '360'
      ? ['disabilityStartDate', 'disabilityEndDate']
      : ['disabilityEndDate', 'disabilityStartDate'];
  return {
    paths: [own],
    write(target) {
      const day = target[own];
      return isDate(day) && !isDate(target[other]) ? [[qualifier, 'D8', writeDate(day)]] : [];
    },
    read(source, target, unheld) {
      const day = source.element(2) === 'D8' ? readDate(source.element(3)) : undefined;
      if (day === undefined || (target[own] !== undefined && target[own] !== day)) unheldDate(unheld);
      else target[own] = day;
    },
  };
}

/** Days of one DTP that the guide lets stand twice, each time under either qualifier; a second one of a qualifier is kept as it is. */
export function dayOfEach(fields: Readonly<Record<string, string>>): SegmentCodec {
  return {
    paths: Object.values(fields),
    write: (target) =>
      Object.entries(fields).flatMap(([qualifier, name]) => {
        const day = target[name];
        return isDate(day) ? [[qualifier, 'D8', writeDate(day)]] : [];
      }),
    read(source, target, unheld) {
      const name = fields[source.element(1)];
      const day = source.element(2) === 'D8' ? readDate(source.element(3)) : undefined;
      if (name === undefined || day === undefined || target[name] !== undefined) unheldDate(unheld);
      else target[name] = day;
    },
  };
}
