/** Arbitrary values of a whole schema, found by walking it: a field that is added to the model is generated from then on. */
import fc from 'fast-check';
import { z } from 'zod';
import { type Part, PartsArbitrary } from './parts-arbitrary.ts';
import { held, type TextKind, valueArbitrary } from './values.ts';

export interface Generation {
  readonly kind: TextKind;
  /** How many of a hundred optional parts are there. */
  readonly density: number;
  /** False for a path (`*` for any item of a list) that is never generated, nor anything below it. */
  readonly isWanted: (path: string) => boolean;
  /** No list gets longer, whatever the schema lets it; needed where that lets it grow without end. */
  readonly mostItems?: number;
  /** Every list has so many, so that what stands deep within lists of lists is reached. */
  readonly leastItems?: number;
}

export function schemaArbitrary(schema: z.core.$ZodType, how: Generation, path = ''): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return held(schema, objectArbitrary(schema, how, path));
  if (schema instanceof z.ZodArray) return held(schema, listArbitrary(schema, how, `${path}.*`));
  if (schema instanceof z.ZodUnion)
    return fc.oneof(...schema.options.map((option) => schemaArbitrary(option, how, path)));
  return valueArbitrary(schema, how.kind);
}

function objectArbitrary({ shape }: z.ZodObject, how: Generation, path: string): fc.Arbitrary<unknown> {
  const parts = Object.entries(shape).flatMap(([name, inner]): Part[] => {
    const own = path === '' ? name : `${path}.${name}`;
    if (isAbsent(inner) || !how.isWanted(own)) return [];
    const isOptional = inner instanceof z.ZodOptional;
    const arbitrary = schemaArbitrary(isOptional ? inner.unwrap() : inner, how, own);
    return [{ name, arbitrary, percent: isOptional ? how.density : 100 }];
  });
  return new PartsArbitrary(parts);
}

/** Mostly few items, now and then as many as there may be, or the same one again and again. */
function listArbitrary(schema: z.ZodArray, how: Generation, path: string): fc.Arbitrary<unknown> {
  // Of the list alone: its items can be large.
  const { minItems: least = 0, maxItems: most } = z.toJSONSchema(
    schema.clone({ ...schema.def, element: z.unknown() }),
  );
  const maxItems = how.mostItems === undefined ? most : Math.min(most ?? how.mostItems, how.mostItems);
  const minItems = Math.max(least, how.leastItems ?? 0);
  if (maxItems === undefined) throw new Error(`the list of ${path} has no end`);
  const item = schemaArbitrary(schema.element, how, path);
  const times = fc.integer({ min: Math.max(minItems, 1), max: maxItems });
  const upTo = (most: number) =>
    fc.array(item, { minLength: minItems, maxLength: Math.min(most, maxItems), size: 'max' });
  return fc.oneof(
    { weight: 100, arbitrary: upTo(minItems) },
    { weight: 70, arbitrary: upTo(minItems + 1) },
    { weight: 29, arbitrary: upTo(minItems + 4) },
    { weight: isSmall(schema.element) ? 20 : 1, arbitrary: upTo(maxItems) },
    { weight: 4, arbitrary: fc.tuple(item, times).map(([one, count]) => Array(count).fill(one)) },
  );
}

/** A value, or a few beside one another: many of them make no large claim. */
function isSmall(item: z.core.$ZodType): boolean {
  if (!(item instanceof z.ZodObject)) return !(item instanceof z.ZodUnion);
  const parts = Object.values(item.shape);
  return (
    parts.length <= 6 && parts.every((part) => !(part instanceof z.ZodObject || part instanceof z.ZodArray))
  );
}

/** Takes nothing but absence: another form of the same part has it. */
function isAbsent(schema: z.core.$ZodType): boolean {
  return (
    schema instanceof z.ZodOptional &&
    schema.unwrap() instanceof z.ZodCustom &&
    z.toJSONSchema(schema, { unrepresentable: 'any' }).maxLength === 0
  );
}
