/** Arbitrary single values of the model, from what their schema says of them as JSON Schema. */
import { isNpi } from '@claimside/shared/values';
import fc from 'fast-check';
import { z } from 'zod';

/** `as-sent`: X12 Basic text, which folding leaves as it is. `any`: whatever a person may type. */
export type TextKind = 'as-sent' | 'any';

/** A value that the schema takes. */
export function valueArbitrary(schema: z.core.$ZodType, kind: TextKind): fc.Arbitrary<unknown> {
  const says = z.toJSONSchema(schema, { unrepresentable: 'any' });
  if (says.const !== undefined) return fc.constant(says.const);
  if (says.enum) return fc.constantFrom(...says.enum);
  switch (says.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numberArbitrary(says);
    case 'string':
      return held(schema, stringArbitrary(says, kind));
    default:
      throw new Error(`no arbitrary for a value that JSON Schema calls ${String(says.type)}`);
  }
}

/** What `refine` adds to a schema is held by drawing again. */
export function held<T>(schema: z.core.$ZodType, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> {
  const isRefined = schema._zod.def.checks?.some(({ _zod }) => _zod.def.check === 'custom');
  return isRefined ? arbitrary.filter((value) => z.safeParse(schema, value).success) : arbitrary;
}

type Says = z.core.JSONSchema.BaseSchema;

function numberArbitrary({ minimum, exclusiveMinimum, maximum, multipleOf = 1 }: Says): fc.Arbitrary<number> {
  if (maximum === undefined) throw new Error('a number of the model has no end');
  const steps = Math.round(1 / multipleOf);
  const first =
    typeof exclusiveMinimum === 'number' ? exclusiveMinimum * steps + 1 : Math.round((minimum ?? 0) * steps);
  return fc.integer({ min: first, max: Math.round(maximum * steps) }).map((value) => value / steps);
}

function stringArbitrary(
  { format, pattern, minLength = 1, maxLength }: Says,
  kind: TextKind,
): fc.Arbitrary<string> {
  if (format === 'date') return DATE;
  if (format === 'npi') return NPI;
  if (pattern !== undefined) return patternArbitrary(pattern);
  if (maxLength === undefined) throw new Error('a text of the model has no end');
  return textArbitrary(minLength, maxLength, kind);
}

/** One arbitrary for each pattern: they are large. */
function patternArbitrary(pattern: string): fc.Arbitrary<string> {
  const known = PATTERNS.get(pattern);
  if (known) return known;
  const made = fc.stringMatching(new RegExp(pattern), { size: 'max' });
  PATTERNS.set(pattern, made);
  return made;
}
const PATTERNS = new Map<string, fc.Arbitrary<string>>();

const BASIC = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!"&\'()+,-./;?='];
const OTHERS = [...BASIC, ...'abcxyzéÜßØłñ*~:^|<>#@_\t“–中', '  '];

/** Begins and ends with a letter or digit that stays as it is; inside, no two blanks stand together in Basic text. */
function textArbitrary(min: number, max: number, kind: TextKind): fc.Arbitrary<string> {
  // Folding may make two characters of one.
  const most = kind === 'any' ? Math.max(min, Math.floor(max / 2)) : max;
  const short = fc.integer({ min, max: Math.min(most, min + 11) });
  const length = fc.oneof(
    { weight: 14, arbitrary: short },
    { weight: 3, arbitrary: fc.integer({ min, max: most }) },
    { weight: 3, arbitrary: fc.constant(most) },
  );
  return fc.tuple(length, fc.nat()).map(([characters, seed]) => textOf(characters, min, seed, kind));
}

function textOf(length: number, min: number, seed: number, kind: TextKind): string {
  const characters = kind === 'any' ? OTHERS : BASIC;
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
  let text = '';
  for (let at = 0; at < length; at += 1) {
    const isEdge = at === 0 || at >= length - (kind === 'any' ? min : 1);
    const isGap = !isEdge && !text.endsWith(' ') && seed !== 0 && next() % 9 === 0;
    const plain = isEdge ? BASIC.slice(0, 36) : characters;
    text += isGap ? ' ' : seed === 0 ? 'A' : plain[next() % plain.length];
  }
  return text;
}

const A_DAY = 86_400_000;
const DATE = fc
  .integer({ min: Date.UTC(1900, 0, 1) / A_DAY, max: Date.UTC(2099, 11, 31) / A_DAY })
  .map((day) => new Date(day * A_DAY).toISOString().slice(0, 10));

const NPI = fc.integer({ min: 100_000_000, max: 299_999_999 }).map((nine) => {
  const npi = Array.from({ length: 10 }, (_, check) => `${nine}${check}`).find(isNpi);
  if (npi === undefined) throw new Error('one of ten check digits is always right');
  return npi;
});
