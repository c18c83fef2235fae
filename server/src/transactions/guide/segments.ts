/** Segments and loops that guides are made of, and those that come again and again in all of them. */

import { TEXT } from './codecs.ts';
import {
  amount,
  code,
  composite,
  date,
  literal,
  type More,
  openCode,
  type Place,
  text,
  unused,
  unusedTimes,
} from './elements.ts';
import { field } from './fields.ts';
import { entityType, type NameKind, type NameType, nameField } from './names.ts';
import type {
  Condition,
  ElementRule,
  Field,
  Fields,
  GuideItem,
  Into,
  LoopRule,
  Qualifier,
  SegmentCodec,
  SegmentRule,
  Shape,
  SimpleElement,
  Usage,
} from './rules.ts';

export interface SegmentOptions {
  readonly usage?: Usage;
  readonly max?: number;
  /** Which element tells it from others of its id, and by which codes; taken from a literal at that place when left out. */
  readonly qualifiedBy?: {
    readonly element: number;
    readonly component?: number;
    readonly codes?: Iterable<string>;
  };
  /** Syntax notes as X12 writes them: `P0304 R0809`. */
  readonly conditions?: string;
  readonly object?: string;
  readonly list?: string;
  readonly values?: string;
  /** Of `object` or `list`: see `Into`. */
  readonly empty?: Readonly<Fields>;
  readonly codec?: SegmentCodec;
}

/** A segment; situational and at most once unless said otherwise. */
export function segment(
  id: string,
  name: string,
  elements: readonly ElementRule[],
  options: SegmentOptions = {},
): SegmentRule {
  const qualifier = options.qualifiedBy && qualifierOf(elements, options.qualifiedBy);
  const into = intoOf(options);
  return {
    kind: 'segment',
    id,
    name,
    usage: options.usage ?? 'S',
    max: options.max ?? 1,
    elements,
    conditions: conditionsOf(options.conditions ?? ''),
    ...(qualifier ? { qualifier } : {}),
    ...(into ? { into } : {}),
    ...(options.codec ? { codec: options.codec } : {}),
  };
}

/** A loop; situational and at most once unless said otherwise. The first child opens it. */
export function loop(
  id: string,
  name: string,
  children: readonly [SegmentRule, ...GuideItem[]],
  options: Pick<SegmentOptions, 'usage' | 'max' | 'object' | 'list'> &
    Pick<LoopRule, 'isLevel' | 'sign'> = {},
): LoopRule {
  const into = intoOf(options);
  const { usage = 'S', max = 1, isLevel, sign } = options;
  return {
    kind: 'loop',
    id,
    name,
    usage,
    max,
    children,
    ...(into ? { into } : {}),
    ...(isLevel ? { isLevel } : {}),
    ...(sign ? { sign } : {}),
  };
}

/** REF: one number under its qualifier. */
export function ref(
  qualifier: string,
  name: string,
  place: Place,
  options: SegmentOptions & { readonly maxLength?: number; readonly more?: More } = {},
): SegmentRule {
  const number = text('R', options.maxLength ?? 50, place, options.more ?? {});
  return segment('REF', name, [literal(qualifier), number], { ...options, qualifiedBy: { element: 1 } });
}

/** REF04: which other payer the number is of. */
export const numberOfPayer: readonly ElementRule[] = [
  unused,
  composite('S', [literal('2U', 'payerId'), text('S', 80, 'payerId'), ...unusedTimes(4)]),
];

/** REF repeated for any of several qualifiers, each an item `{ qualifier, value }` of the list at `list`. */
export function refs(
  qualifiers: readonly string[],
  name: string,
  list: string,
  max: number,
  more: readonly ElementRule[] = [],
): SegmentRule {
  return segment('REF', name, [code('R', qualifiers, 'qualifier'), text('R', 50, 'value'), ...more], {
    max,
    list,
    qualifiedBy: { element: 1, codes: qualifiers },
  });
}

/** NM108 and NM109: the qualifier is written only beside an id, and left out of the model where it is the `usual` one. */
export function idPair(
  [usual, ...others]: readonly [string, ...string[]],
  id: string,
  { qualifier, usage = 'S', shape }: { qualifier?: string; usage?: Usage; shape?: Shape } = {},
): readonly [SimpleElement, SimpleElement] {
  const more = { min: 2, ...(shape ? { shape } : {}) };
  const number = text(usage, 80, id, more);
  const codes = [usual, ...others] as const;
  if (qualifier === undefined) return [{ ...literal(usual, id), usage }, number];
  return [qualifierBeside(id, usage, codes, qualifier), number];
}

/** A code that is left out of the model where it is the first of `codes`, and written then beside `id` only. */
export function qualifierBeside(
  id: string,
  usage: Usage,
  codes: readonly [string, ...string[]],
  qualifier: string,
): SimpleElement {
  const [usual] = codes;
  const [place, own] = [field(id), field(qualifier)];
  const told: Field = {
    path: qualifier,
    get: (target) => own.get(target) ?? ((place.get(target) ?? '') === '' ? undefined : usual),
    set: own.set,
  };
  return code(usage, codes, told, { ...TEXT, usual });
}

/** DTP with one day. */
export function dtp(
  qualifier: string,
  name: string,
  place: Place,
  options: SegmentOptions = {},
): SegmentRule {
  return segment('DTP', name, [literal(qualifier), literal('D8'), date('R', place)], {
    ...options,
    qualifiedBy: { element: 1 },
  });
}

/** AMT: one amount under its qualifier. */
export function amt(qualifier: string, name: string, place: Place): SegmentRule {
  return segment('AMT', name, [literal(qualifier), amount('R', place)], { qualifiedBy: { element: 1 } });
}

/** N3 and N4 under `prefix`, such as `address`; empty for the object itself. */
export function addressSegments(
  prefix: string,
  {
    usage = 'R',
    postalCode,
    state,
    street,
    region,
  }: {
    usage?: Usage;
    postalCode?: Shape;
    state?: Shape;
    street?: Shape;
    /** Path of N406, a region of the military's health service. */
    region?: string;
  } = {},
): readonly [SegmentRule, SegmentRule] {
  const at = (name: string) => (prefix === '' ? name : `${prefix}.${name}`);
  const shaped = (shape: Shape | undefined): More => (shape ? { shape } : {});
  return [
    segment(
      'N3',
      'street address',
      [text('R', 55, at('line1'), shaped(street)), text('S', 55, at('line2'), shaped(street))],
      { usage },
    ),
    segment(
      'N4',
      'city, state and ZIP code',
      [
        text('R', 30, at('city'), { min: 2 }),
        openCode('S', 2, 2, at('state'), shaped(state)),
        openCode('S', 3, 15, at('postalCode'), shaped(postalCode)),
        openCode('S', 2, 3, at('country')),
        ...(region === undefined ? unusedTimes(2) : [literal('RJ', region), text('S', 30, region)]),
        openCode('S', 1, 3, at('countrySubdivision')),
      ],
      { usage, conditions: region === undefined ? 'E0207 C0704' : 'E0207 C0605 C0704' },
    ),
  ];
}

export interface NameOptions extends SegmentOptions, NameKind {
  /** Under which path the names stand; empty for the object itself. */
  readonly prefix?: string;
  /** What NM102 may be: 1 person, 2 organization. */
  readonly type: NameType;
  /** Where an organization's name is, when not `organizationName`. */
  readonly organizationName?: string;
  readonly nameUsage?: Usage;
  /** Where NM106 stands, in guides that have it. */
  readonly namePrefix?: string;
  /** NM108 and NM109. */
  readonly id?: readonly [qualifier: SimpleElement, id: SimpleElement];
  /** NM110. */
  readonly relationship?: SimpleElement;
}

/** NM1: a person or an organization, as the one code of NM101 or as one of several. */
export function nm1(entity: string | SimpleElement, name: string, options: NameOptions): SegmentRule {
  const { prefix = '', type, nameUsage = 'R', id = [unused, unused], relationship = unused } = options;
  const at = (part: string) => (prefix === '' ? part : `${prefix}.${part}`);
  const organization = options.organizationName ?? at('organizationName');
  const part = (length: number, path: string) =>
    type === '2' || nameUsage === 'N' ? unused : text('S', length, at(path));
  const elements = [
    typeof entity === 'string' ? literal(entity) : entity,
    entityType(type, organization, options),
    nameUsage === 'N' ? unused : text(nameUsage, 60, nameField(type, organization, at('lastName'), options)),
    part(35, 'firstName'),
    part(25, 'middleName'),
    options.namePrefix === undefined ? unused : part(10, options.namePrefix),
    part(10, 'suffix'),
    ...id,
    relationship,
    ...unusedTimes(2),
  ];
  return segment('NM1', name, elements, {
    usage: 'R',
    ...options,
    conditions: 'P0809',
    qualifiedBy: { element: 1 },
  });
}

function qualifierOf(
  elements: readonly ElementRule[],
  { element, component, codes }: NonNullable<SegmentOptions['qualifiedBy']>,
): Qualifier {
  const at = elements[element - 1];
  const rule = at?.kind === 'composite' ? at.components[(component ?? 1) - 1] : at;
  const listed = codes ?? rule?.codes;
  if (!listed) throw new Error(`element ${element} has no codes to be told apart by`);
  return { element, codes: new Set(listed), ...(component === undefined ? {} : { component }) };
}

/** `P0304 R0809`: a letter and two or more element numbers of two digits. */
function conditionsOf(notes: string): Condition[] {
  return [...notes.matchAll(/([PRECL])((?:\d\d)+)/g)].map(([, kind = '', numbers = '']) => ({
    kind: CONDITION_KINDS[kind] ?? 'P',
    elements: (numbers.match(/\d\d/g) ?? []).map(Number),
  }));
}

const CONDITION_KINDS: Readonly<Record<string, Condition['kind']>> = {
  P: 'P',
  R: 'R',
  E: 'E',
  C: 'C',
  L: 'L',
};

function intoOf({ object, list, values, empty }: SegmentOptions): Into | undefined {
  const more = empty === undefined ? {} : { empty };
  if (object !== undefined) return { kind: 'object', field: field(object), ...more };
  if (list !== undefined) return { kind: 'list', field: field(list), ...more };
  if (values !== undefined) return { kind: 'values', field: field(values) };
  return undefined;
}
