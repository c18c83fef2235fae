/** PER: a name and up to three numbers, each under its qualifier, in any order. */
import { code, literal, openCode, text } from './elements.ts';
import { field } from './fields.ts';
import type { Fields, SegmentCodec, SegmentRule, SegmentSource, Usage } from './rules.ts';
import { type SegmentOptions, segment } from './segments.ts';

/** Which path of the model each kind of number has. */
export interface ContactPaths {
  readonly name?: string;
  readonly phone: string;
  readonly extension: string;
  readonly fax?: string;
  readonly email?: string;
  /** UR. */
  readonly url?: string;
  /** WP. */
  readonly workPhone?: string;
  /** ED. */
  readonly dataAccess?: string;
}

const CONTACT: ContactPaths = {
  name: 'name',
  phone: 'phone',
  extension: 'extension',
  fax: 'fax',
  email: 'email',
};

/** PER*IC, or under another `entity`. An extension comes right behind the telephone that it belongs to; a fourth number takes a second PER, where the guide allows one. */
export function contactSegment(
  name: string,
  {
    paths = CONTACT,
    entity = 'IC',
    firstNumber = 'R',
    ...options
  }: SegmentOptions & {
    readonly paths?: ContactPaths;
    readonly entity?: string;
    /** Whether it may be a name alone. */
    readonly firstNumber?: Usage;
  } = {},
): SegmentRule {
  const kinds = numberPlaces(paths).flatMap(([kind]) => (kind === 'EX' ? [] : [kind]));
  const number = text('S', 256);
  const elements = [
    literal(entity),
    text('S', 60),
    code(firstNumber, kinds),
    { ...number, usage: firstNumber },
    code('S', [...kinds, 'EX']),
    number,
    code('S', [...kinds, 'EX']),
    number,
    openCode('N', 1, 20),
  ];
  return segment('PER', name, elements, {
    ...options,
    conditions: 'P0304 P0506 P0708',
    qualifiedBy: { element: 1 },
    codec: contactCodec(paths, entity, options.list === undefined ? (options.max ?? 1) : 1),
  });
}

/** Qualifiers in the order in which they are written, each with its path. */
function numberPlaces(paths: ContactPaths): (readonly [qualifier: string, path: string])[] {
  const all = [
    ['TE', paths.phone],
    ['EX', paths.extension],
    ['FX', paths.fax],
    ['EM', paths.email],
    ['UR', paths.url],
    ['WP', paths.workPhone],
    ['ED', paths.dataAccess],
  ] as const;
  return all.flatMap(([qualifier, path]) => (path === undefined ? [] : [[qualifier, path] as const]));
}

const NUMBERS_PER_SEGMENT = 3;

function contactCodec(paths: ContactPaths, entity: string, most: number): SegmentCodec {
  const name = paths.name === undefined ? undefined : field(paths.name);
  const numbers = numberPlaces(paths).map(([qualifier, path]) => [qualifier, field(path)] as const);
  const textOf = (value: unknown, fold: (text: string) => string) =>
    typeof value === 'string' ? fold(value) : '';
  const placeOf = (qualifier: string) => numbers.find(([each]) => each === qualifier)?.[1];
  /** A second contact: one with a name of its own, or another number of a kind that is there. */
  const isOther = (source: SegmentSource, target: Fields) => {
    const isFirst =
      name?.get(target) === undefined && numbers.every(([, place]) => place.get(target) === undefined);
    if (isFirst) return false;
    const isTaken = (at: number) => placeOf(source.element(at))?.get(target) !== undefined;
    return source.element(2) !== '' || [3, 5, 7].some(isTaken);
  };
  return {
    paths: [...(name ? [name.path] : []), ...numbers.map(([, { path }]) => path)],
    write(target, fold) {
      const pairs = numbers.flatMap(([qualifier, place]) => {
        const value = textOf(place.get(target), fold);
        return value === '' ? [] : [[qualifier, value]];
      });
      const own = textOf(name?.get(target), fold);
      if (pairs.length === 0 && own === '') return [];
      const segments = [[entity, own, ...pairs.slice(0, NUMBERS_PER_SEGMENT).flat()]];
      for (
        let at = NUMBERS_PER_SEGMENT;
        at < pairs.length && segments.length < most;
        at += NUMBERS_PER_SEGMENT
      )
        segments.push([entity, '', ...pairs.slice(at, at + NUMBERS_PER_SEGMENT).flat()]);
      return segments;
    },
    read(source, target: Fields, unheld) {
      if (isOther(source, target)) {
        for (let at = 1; at <= source.elementCount; at += 1) if (source.element(at) !== '') unheld(at);
        return;
      }
      const contactName = source.element(2);
      if (contactName !== '') {
        if (name) name.set(target, contactName);
        else unheld(2);
      }
      if (source.element(1) !== '' && source.element(1) !== entity) unheld(1);
      for (const at of [3, 5, 7]) {
        const [qualifier, value] = [source.element(at), source.element(at + 1)];
        if (qualifier === '' && value === '') continue;
        const place = placeOf(qualifier);
        if (place && value !== '' && place.get(target) === undefined) place.set(target, value);
        else {
          unheld(at);
          unheld(at + 1);
        }
      }
    },
  };
}
